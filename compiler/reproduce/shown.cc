// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/shown.h"

#include <array>

#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

struct Symbol {
  std::string_view text;  // folded
  Shown::Kind kind;
};

// As the publications explain them: a letter in the old files, in square brackets in the new.
constexpr std::array kSymbols{
    Symbol{"c", Shown::Kind::kWithheld},        Symbol{"[c]", Shown::Kind::kWithheld},
    Symbol{"*", Shown::Kind::kWithheld},        Symbol{":", Shown::Kind::kNotAvailable},
    Symbol{"x", Shown::Kind::kNotAvailable},    Symbol{"[x]", Shown::Kind::kNotAvailable},
    Symbol{"..", Shown::Kind::kNotAvailable},   Symbol{"[w]", Shown::Kind::kNotAvailable},
    Symbol{"z", Shown::Kind::kNotApplicable},   Symbol{"[z]", Shown::Kind::kNotApplicable},
    Symbol{"n/a", Shown::Kind::kNotApplicable},
};

std::optional<Shown::Kind> symbol_of(std::string_view text) {
  const std::string folded = columns::folded(text);
  for (const Symbol& symbol : kSymbols) {
    if (folded == symbol.text) return symbol.kind;
  }
  return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number at the beginning of a text, and what stands after it.
struct Leading {
  mpq_class number;
  int decimals = 0;
  std::string_view rest;
};

// Commas stand between groups of three digits and nowhere else.
bool commas_fit(std::string_view whole) {
  const auto first = whole.find(',');
  if (first == std::string_view::npos) return true;
  if (first == 0 || first > 3) return false;
  for (std::size_t at = first; at < whole.size(); at += 4) {
    if (whole[at] != ',' || whole.size() - at < 4) return false;
    for (std::size_t digit = at + 1; digit < at + 4; ++digit) {
      if (!is_digit(whole[digit])) return false;
    }
  }
  return true;
}

std::optional<Leading> leading_number(std::string_view text) {
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) ++at;
  const std::size_t from = at;
  while (at < text.size() && (is_digit(text[at]) || text[at] == ',')) ++at;
  const std::string_view whole = text.substr(from, at - from);
  std::string digits;
  for (const char c : whole) {
    if (is_digit(c)) digits += c;
  }
  if (!commas_fit(whole)) return std::nullopt;
  Leading made;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    for (++at; at < text.size() && is_digit(text[at]); ++at) {
      digits += text[at];
      ++made.decimals;
    }
  }
  if (digits.empty()) return std::nullopt;
  mpz_class below = 1;
  for (int i = 0; i < made.decimals; ++i) below *= 10;
  made.number = mpq_class(mpz_class(digits, 10), below);
  made.number.canonicalize();
  if (negative) made.number = -made.number;
  made.rest = columns::trimmed(text.substr(at));
  return made;
}

// `[r]`, `[note 5]`, `[p]`: a mark of revision or a note, which is no part of the figure.
bool is_mark(std::string_view rest) {
  return rest.size() >= 3 && rest.front() == '[' && rest.find(']') == rest.size() - 1;
}

}  // namespace

Shown read_cell(std::string_view text, std::size_t row) {
  Shown made;
  made.row = row;
  const std::string_view cell = columns::trimmed(text);
  made.text = cell;
  if (cell.empty()) {
    made.kind = Shown::Kind::kBlank;
    return made;
  }
  if (const auto symbol = symbol_of(cell)) {
    made.kind = *symbol;
    return made;
  }
  made.kind = Shown::Kind::kUnreadable;
  const auto first = leading_number(cell);
  if (!first) return made;
  made.number = first->number;
  made.decimals = first->decimals;
  if (first->rest.empty() || first->rest == "%" || is_mark(first->rest)) {
    made.kind = Shown::Kind::kNumber;
    return made;
  }
  if (first->rest.front() != '(' || first->rest.back() != ')') return made;
  const std::string_view inside = columns::trimmed(first->rest.substr(1, first->rest.size() - 2));
  const auto second = leading_number(inside);
  if (second && second->rest.empty()) {
    made.bracketed = second->number;
  } else if (!symbol_of(inside)) {
    return made;
  }
  made.kind = Shown::Kind::kTwoNumbers;
  return made;
}

std::string kind_words(Shown::Kind kind) {
  switch (kind) {
    case Shown::Kind::kAbsent:
      return "not in the file";
    case Shown::Kind::kBlank:
      return "blank";
    case Shown::Kind::kWithheld:
      return "withheld";
    case Shown::Kind::kNotAvailable:
      return "not available";
    case Shown::Kind::kNotApplicable:
      return "not applicable";
    case Shown::Kind::kUnreadable:
      return "not understood";
    case Shown::Kind::kNumber:
    case Shown::Kind::kTwoNumbers:
      break;
  }
  return "";
}

}  // namespace assize::reproduce
