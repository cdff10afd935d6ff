// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "compiler/format/pieces.h"

namespace assize::format {

/// Between clauses on one line.
inline constexpr std::size_t kBetweenClauses = 3;
/// Before a comment that follows on the same line.
inline constexpr std::size_t kBeforeComment = 2;

/// How many blanks stand before a piece that is not the first of its line, nothing being aligned.
std::size_t gap_before(const Pieces& pieces, std::size_t at);

}  // namespace assize::format
