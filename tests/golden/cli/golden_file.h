// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace assize::golden {

/// A section of a golden file: `--- name`, then its text.
struct Section {
  std::string name;
  std::string text;
};

/// A file that shows what the program does: a sentence or more in lines that begin with `#`, then
/// sections: files by their names, `command`, and what is expected of it: `exit`, `stdout`,
/// `stderr`, `shows PATH`.
struct GoldenFile {
  std::string head;
  std::vector<Section> sections;
};

/// Reads a golden file; throws with a sentence if it is none.
GoldenFile read_golden(const std::filesystem::path& path);

/// Writes it back in the same spelling.
void write_golden(const std::filesystem::path& path, const GoldenFile& file);

/// Gives a whole file; throws if it cannot be read.
std::string read_whole(const std::filesystem::path& path);

}  // namespace assize::golden
