// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assize::diagnostics {

/// Gives a text as it may be printed: tabs as blanks to the next multiple of four, control
/// characters and bytes that are no UTF-8 as `?`.
std::string printable(std::string_view text);

/// How many columns a text takes when printed, one for each character, tabs as `printable` has
/// them.
std::size_t width_of(std::string_view text);

/// Part of a line that is too long to be shown whole.
struct Cut {
  std::string text;
  std::size_t from = 0;  // columns left out at its beginning, less those of the mark in their place
};

/// Gives at most `most` columns of a printable line, so that the columns from `begin` on can be
/// seen.
Cut cut_line(const std::string& line, std::size_t begin, std::size_t most);

}  // namespace assize::diagnostics
