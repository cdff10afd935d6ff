// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace assize::spec {

/// One fenced block of a page.
struct Block {
  std::string kind;  // what stands after the fence: `assize`, `assize fragment`, `text`
  std::string text;
  int line = 0;  // of the fence, from 1
};

/// Gives the fenced blocks of a page, in order.
std::vector<Block> blocks_of(const std::filesystem::path& page);

}  // namespace assize::spec
