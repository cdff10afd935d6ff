// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/sameness.h"

#include <string>
#include <vector>

#include "compiler/format/pieces.h"
#include "compiler/format/table_rows.h"
#include "compiler/syntax/parse.h"

namespace assize::format {
namespace {

// A row as its cells, so that blanks that align them say nothing.
std::string text_of(const Piece& piece) {
  if (!piece.is_row()) return piece.text;
  const RowParts parts = parts_of_row(piece.text);
  std::string text;
  for (const std::string& cell : parts.cells) text += "|" + cell;
  return text + "|" + parts.comment;
}

// Lines of a printed tree end in the place of their node: `  [3:5-20]`.
std::string without_places(const std::string& tree) {
  std::string text;
  for (std::size_t at = 0; at < tree.size();) {
    const std::size_t end = tree.find('\n', at);
    std::string line = tree.substr(at, end - at);
    const std::size_t place = line.rfind("  [");
    if (place != line.npos && line.back() == ']') line.resize(place);
    text += line + "\n";
    at = end + 1;
  }
  return text;
}

}  // namespace

bool say_the_same(const source::Sources& sources, const syntax::Tree& one,
                  const syntax::Tree& other) {
  const Pieces first = pieces_of(sources, one);
  const Pieces second = pieces_of(sources, other);
  if (first.size() != second.size()) return false;
  for (std::size_t at = 0; at < first.size(); ++at) {
    if (first[at].kind != second[at].kind || text_of(first[at]) != text_of(second[at]))
      return false;
  }
  return without_places(syntax::print_tree(sources, one)) ==
         without_places(syntax::print_tree(sources, other));
}

}  // namespace assize::format
