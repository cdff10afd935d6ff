// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/pieces.h"

#include <algorithm>

#include "compiler/syntax/clauses.h"

namespace assize::format {
namespace {

using syntax::Token;

int breaks_in(std::string_view space) {
  return std::min(2, static_cast<int>(std::count(space.begin(), space.end(), '\n')));
}

// A comment takes the blanks up to the end of its line with it.
std::string without_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r\f");
  return std::string(text.substr(0, last == text.npos ? 0 : last + 1));
}

}  // namespace

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (const char byte : text) {
    // Bytes 10xxxxxx continue a character.
    if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++width;
  }
  return width;
}

std::size_t Piece::width() const { return width_of(text); }

Pieces pieces_of(const source::Sources& sources, const syntax::Tree& tree) {
  const source::SourceFile& source = sources.file(tree.file);
  const std::vector<std::uint32_t> starts = syntax::clause_starts(sources, tree.file);
  Pieces pieces;
  int breaks = 0;
  for (const Token& token : tree.tokens) {
    const std::string_view text = source.text(token.span);
    if (token.kind == Token::Kind::kSpace) {
      breaks = std::min(2, breaks + breaks_in(text));
      continue;
    }
    Piece piece;
    piece.kind = token.kind;
    piece.text = without_end(text);
    piece.breaks = pieces.empty() ? 0 : breaks;
    piece.column = source.position_of(token.span.begin).column - 1;
    piece.starts_clause = std::binary_search(starts.begin(), starts.end(), token.span.begin);
    pieces.push_back(std::move(piece));
    breaks = 0;
  }
  return pieces;
}

std::vector<std::size_t> matching_braces(const Pieces& pieces) {
  std::vector<std::size_t> matching(pieces.size(), 0);
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].is("{")) open.push_back(at);
    if (pieces[at].is("}") && !open.empty()) {
      matching[open.back()] = at;
      matching[at] = open.back();
      open.pop_back();
    }
  }
  return matching;
}

}  // namespace assize::format
