// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::format {

/// A word, sign, text, row or comment, and how it stood among the others.
struct Piece {
  syntax::Token::Kind kind = syntax::Token::Kind::kWord;
  std::string text;
  int breaks = 0;  // line breaks before it; 2 is a blank line
  std::optional<std::size_t>
      column;  // where it stood, from 0; nothing if it is moved to a new line
  bool starts_clause = false;

  bool is(std::string_view word) const { return text == word; }
  bool is_comment() const { return kind == syntax::Token::Kind::kComment; }
  bool is_row() const { return kind == syntax::Token::Kind::kRow; }
  /// How many characters wide it is.
  std::size_t width() const;
};

using Pieces = std::vector<Piece>;

/// How many characters wide a text is (characters of UTF-8, not bytes).
std::size_t width_of(std::string_view text);

/// Lists what can be seen of a file, with its author's line breaks.
Pieces pieces_of(const source::Sources& sources, const syntax::Tree& tree);

/// For each opening brace the index of its closing one, else 0; and the other way round.
std::vector<std::size_t> matching_braces(const Pieces& pieces);

}  // namespace assize::format
