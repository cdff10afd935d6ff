// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/spec/document_blocks.h"

#include <fstream>

namespace assize::spec {

std::vector<Block> blocks_of(const std::filesystem::path& page) {
  std::ifstream file(page);
  std::vector<Block> blocks;
  std::string line;
  bool inside = false;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("```")) {
      if (!inside) blocks.push_back({line.substr(3), "", number});
      inside = !inside;
    } else if (inside) {
      blocks.back().text += line + "\n";
    }
  }
  return blocks;
}

}  // namespace assize::spec
