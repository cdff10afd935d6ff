// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/golden/cli/run_shell.h"

#include <sys/wait.h>

#include <cstdlib>
#include <stdexcept>

#include "tests/golden/cli/golden_file.h"

namespace assize::golden {
namespace {

namespace fs = std::filesystem;

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

// What depends on where the tree lies is no part of what is shown.
std::string without_place(std::string text, const std::string& place, const std::string& word) {
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at)) {
    text.replace(at, place.size(), word);
  }
  return text;
}

}  // namespace

Outcome run_shell(const std::string& command, const fs::path& folder, const fs::path& program) {
  // Beside the folder, so that the command does not see them.
  const fs::path out = folder.string() + ".out";
  const fs::path error = folder.string() + ".err";
  const std::string line = "cd " + quoted(folder) +
                           " && export PATH=" + quoted(program.parent_path()) + ":\"$PATH\" && { " +
                           command + "\n} >" + quoted(out) + " 2>" + quoted(error) + " </dev/null";
  const int status = std::system(line.c_str());
  if (status == -1 || !WIFEXITED(status)) throw std::runtime_error("no shell for: " + command);
  Outcome outcome{WEXITSTATUS(status), read_whole(out), read_whole(error)};
  for (std::string* text : {&outcome.out, &outcome.error}) {
    *text = without_place(std::move(*text), folder.string(), "<here>");
    const fs::path root = program.parent_path().parent_path().parent_path().parent_path();
    *text = without_place(std::move(*text), root.string(), "<root>");
  }
  fs::remove(out);
  fs::remove(error);
  return outcome;
}

}  // namespace assize::golden
