// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/agree/compiled.h"

namespace assize::agree {

/// Puts other text in the place of some bytes.
struct Edit {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;
};

/// Lists edits that make an expression of the text smaller: one of its operands in its place, or nothing in
/// the place of what narrows a set. Those that take away most come first; not all of them compile.
std::vector<Edit> smaller_expressions(const Compiled& compiled);

std::vector<std::string> lines_of(const std::string& text);
std::string joined(const std::vector<std::string>& lines);
/// Braces that a line opens, less those that it closes; none in texts.
int braces_in(const std::string& line);

}  // namespace assize::agree
