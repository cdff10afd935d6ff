// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "compiler/format/pieces.h"

namespace assize::format {

/// One line of a file: a run of pieces, each with its column.
struct Line {
  enum class Kind : std::uint8_t {
    kClause,   // begins a declaration, clause, step or case
    kGoesOn,   // goes on with the clause above
    kComment,  // a comment between clauses
    kRow,
    kClose,  // begins with a closing brace
  };
  Kind kind = Kind::kClause;
  std::size_t first = 0;             // index of its first piece
  std::size_t last = 0;              // one behind its last piece
  std::size_t depth = 0;             // of braces
  std::size_t clause = 0;            // of kGoesOn: the line where its clause begins
  std::vector<std::size_t> columns;  // of each piece
};

/// How deep a clause is indented, and what goes on with it at the least.
inline constexpr std::size_t kIndent = 2;
inline constexpr std::size_t kGoesOnIndent = 4;

/// Settles where lines break: a block stands on one line or has its braces at the ends of lines;
/// rows, comments and declarations have lines of their own; no blank line follows or precedes a
/// brace.
void settle_breaks(Pieces& pieces);

/// Parts pieces into lines and gives each piece its column: indented by braces, aligned with its
/// neighbours. What goes on with a clause keeps standing under what its author put it under.
std::vector<Line> lay_out(const Pieces& pieces);

/// Writes the lines down.
std::string text_of(const Pieces& pieces, const std::vector<Line>& lines);

/// The column behind the last piece of a line, a comment at its end left aside.
std::size_t end_of(const Pieces& pieces, const Line& line);

}  // namespace assize::format
