// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/support/places.h"

#include <stdlib.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

namespace assize::support {
namespace {

namespace fs = std::filesystem;

std::optional<fs::path> folder_in(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return fs::path(value);
}

}  // namespace

fs::path source_root() {
  if (auto given = folder_in("ASSIZE_SOURCE_ROOT")) return *given;
  for (fs::path folder = fs::current_path();; folder = folder.parent_path()) {
    if (fs::exists(folder / "dependencies.env")) return folder;
    if (folder == folder.root_path()) break;
  }
  throw std::runtime_error("run this test inside the source tree, or set ASSIZE_SOURCE_ROOT");
}

std::optional<fs::path> program() { return folder_in("ASSIZE_PROGRAM"); }

std::optional<fs::path> shared_data() {
  fs::path folder = folder_in("ASSIZE_SHARED").value_or(source_root().parent_path() / "shared");
  if (!fs::is_directory(folder)) return std::nullopt;
  return folder;
}

fs::path fresh_folder() {
  std::string pattern = (fs::temp_directory_path() / "assize-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  return pattern;
}

bool is_accepting() {
  const char* value = std::getenv("ASSIZE_ACCEPT");
  return value != nullptr && std::string_view(value) == "1";
}

}  // namespace assize::support
