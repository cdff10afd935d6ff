// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/golden/cli/golden_file.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace assize::golden {

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return std::move(text).str();
}

GoldenFile read_golden(const std::filesystem::path& path) {
  GoldenFile file;
  std::istringstream lines(read_whole(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("--- ")) {
      file.sections.push_back({line.substr(4), ""});
    } else if (!file.sections.empty()) {
      file.sections.back().text += line + "\n";
    } else {
      file.head += line + "\n";
    }
  }
  if (!file.head.starts_with("# ")) {
    throw std::runtime_error(path.string() +
                             " does not begin with a sentence that says what it shows");
  }
  // The blank line before the next section belongs to neither.
  for (std::size_t at = 0; at + 1 < file.sections.size(); ++at) {
    std::string& text = file.sections[at].text;
    if (text == "\n" || text.ends_with("\n\n")) text.pop_back();
  }
  return file;
}

void write_golden(const std::filesystem::path& path, const GoldenFile& golden) {
  std::ofstream file(path, std::ios::binary);
  file << golden.head;
  for (std::size_t at = 0; at < golden.sections.size(); ++at) {
    const Section& section = golden.sections[at];
    file << "--- " << section.name << "\n" << section.text;
    if (at + 1 < golden.sections.size()) file << "\n";
  }
}

}  // namespace assize::golden
