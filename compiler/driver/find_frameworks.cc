// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/find_frameworks.h"

#include <algorithm>
#include <system_error>

#include "compiler/driver/report.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kYearLength = 7;  // 2024-25

bool is_year(std::string_view text) {
  if (text.size() != kYearLength || text[4] != '-') return false;
  for (std::size_t at = 0; at < kYearLength; ++at) {
    if (at != 4 && (text[at] < '0' || text[at] > '9')) return false;
  }
  return true;
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_';
  });
}

std::optional<fs::path> beside_the_program() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return std::nullopt;
  for (fs::path folder = program.parent_path();; folder = folder.parent_path()) {
    for (const char* place : {"share/assize/frameworks", "frameworks"}) {
      if (fs::is_directory(folder / place, error)) return folder / place;
    }
    if (folder == folder.root_path()) return std::nullopt;
  }
}

}  // namespace

std::string EditionRequest::at_name() const {
  return family + "@" + year + (stage.empty() ? "" : "-" + stage);
}

std::optional<EditionRequest> parse_edition_request(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == text.npos) return std::nullopt;
  EditionRequest request;
  request.family = text.substr(0, at);
  const std::string_view rest = text.substr(at + 1);
  request.year = rest.substr(0, kYearLength);
  if (!is_name(request.family) || !is_year(request.year)) return std::nullopt;
  if (rest.size() > kYearLength) {
    if (rest[kYearLength] != '-') return std::nullopt;
    request.stage = rest.substr(kYearLength + 1);
    if (!is_name(request.stage)) return std::nullopt;
  }
  return request;
}

columns::Result<fs::path> frameworks_folder(const std::optional<std::string>& asked) {
  std::error_code error;
  if (asked) {
    if (fs::is_directory(*asked, error)) return fs::path(*asked);
    return usage_failure("`" + *asked + "` is no folder",
                         {"--frameworks takes the folder that holds the framework files."});
  }
  if (fs::is_directory("frameworks", error)) return fs::path("frameworks");
  if (auto found = beside_the_program()) return *found;
  return usage_failure("no folder of frameworks was found", {"Say where it is: --frameworks DIR"});
}

std::vector<std::string> framework_files(const fs::path& folder, const std::string& first) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".assize" && entry->is_regular_file(error)) {
      files.push_back(entry->path().lexically_normal().string());
    }
  }
  std::sort(files.begin(), files.end());
  std::stable_partition(files.begin(), files.end(), [&](const std::string& file) {
    return fs::path(file).filename().string().starts_with(first);
  });
  return files;
}

}  // namespace assize::driver
