// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/format/lay_out_pieces.h"

namespace assize::format {

/// No line is longer than this, but for texts, rows and comments, which have no place to break at.
inline constexpr std::size_t kLongestLine = 150;

/// Breaks lines that are too long where a reader would: between clauses, before `and`, `or` and
/// `then`, after commas, before `where` and the like; outside brackets first. Gives false if no
/// line was broken. What was broken must be laid out anew.
bool break_long_lines(Pieces& pieces, const std::vector<Line>& lines);

}  // namespace assize::format
