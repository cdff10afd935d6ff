// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assize::results {

/// Writes a whole number with commas: 1,204,881.
std::string grouped(std::int64_t number);

/// How many characters wide a text is on a terminal (characters of UTF-8, not bytes).
std::size_t display_width(std::string_view text);

/// Fills a text up with blanks to a width, at its end or before it.
std::string padded(std::string_view text, std::size_t width);
std::string right_aligned(std::string_view text, std::size_t width);

/// Breaks a text at blanks into lines of at most so many characters; a longer word keeps its own
/// line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// `1 row`, `2 rows`: the number with commas, and the noun with an `s` unless there is one.
std::string counted(std::int64_t number, std::string_view singular);

}  // namespace assize::results
