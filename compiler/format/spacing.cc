// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/spacing.h"

#include <algorithm>
#include <array>

namespace assize::format {
namespace {

using Kind = syntax::Token::Kind;

// Words that can end an operand; after any other word a minus sign belongs to what follows.
constexpr std::array<std::string_view, 27> kOperandWords = {
    "days",    "day",      "weeks",  "months", "years", "yes",  "no",      "unknown",    "open",
    "none",    "end",      "person", "first",  "last",  "next", "percent", "score",      "error",
    "council", "councils", "count",  "counts", "row",   "list", "one",     "population", "step"};

bool ends_operand(const Piece& piece) {
  switch (piece.kind) {
    case Kind::kName:
    case Kind::kNumber:
    case Kind::kDate:
    case Kind::kYear:
    case Kind::kCode:
    case Kind::kText:
      return true;
    case Kind::kSign:
      return piece.is(")") || piece.is("?");
    case Kind::kWord:
      return std::find(kOperandWords.begin(), kOperandWords.end(), piece.text) !=
             kOperandWords.end();
    default:
      return false;
  }
}

// `-3`, but `a - 3`.
bool is_sign_of_number(const Pieces& pieces, std::size_t at) {
  if (!pieces[at].is("-")) return false;
  return at == 0 || !ends_operand(pieces[at - 1]);
}

bool hugs_before(const Piece& piece) {
  return piece.kind == Kind::kSign &&
         (piece.is(",") || piece.is(")") || piece.is(".") || piece.is("?"));
}

bool hugs_after(const Pieces& pieces, std::size_t at) {
  const Piece& piece = pieces[at];
  return piece.kind == Kind::kSign &&
         (piece.is("(") || piece.is(".") || is_sign_of_number(pieces, at));
}

}  // namespace

std::size_t gap_before(const Pieces& pieces, std::size_t at) {
  const Piece& piece = pieces[at];
  const Piece& before = pieces[at - 1];
  if (piece.is_comment()) return kBeforeComment;
  if (before.is("{")) return piece.is("}") ? 0 : 1;
  if (piece.is("}")) return 1;
  if (piece.starts_clause) return kBetweenClauses;
  if (hugs_before(piece) || hugs_after(pieces, at - 1)) return 0;
  // A bracket after a name is a call: `age(on end)`, but `any (rows where …)`.
  if (piece.is("(") && before.kind == Kind::kName) return 0;
  return 1;
}

}  // namespace assize::format
