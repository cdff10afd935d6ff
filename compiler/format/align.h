// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/format/lay_out_pieces.h"

namespace assize::format {

/// Moves pieces of neighbouring clauses of one kind under each other: values behind `title` and
/// `source`, the `=` of parameters, `gives` and `when` of cases. A blank line or a clause of
/// another kind ends a group. What is much longer than its neighbours is not aligned with.
void align_clauses(const Pieces& pieces, std::vector<Line>& lines);

/// Moves comments at the ends of neighbouring lines under each other; one alone stays where it
/// stood.
void align_comments(const Pieces& pieces, std::vector<Line>& lines);

}  // namespace assize::format
