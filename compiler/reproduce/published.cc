// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/published.h"

#include <algorithm>

#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits_at(std::string_view text, std::size_t from) {
  std::size_t to = from;
  while (to < text.size() && is_digit(text[to])) ++to;
  return std::string(text.substr(from, to - from));
}

}  // namespace

const Shown& Figure::cell(Role role) const {
  switch (role) {
    case Role::kOutcome:
      return outcome;
    case Role::kNumerator:
      return numerator;
    case Role::kDenominator:
      return denominator;
    case Role::kBase:
      return base;
    case Role::kMargin:
      break;
  }
  return margin;
}

Shown& Figure::cell(Role role) {
  return const_cast<Shown&>(static_cast<const Figure&>(*this).cell(role));
}

std::size_t Figure::row() const {
  std::size_t first = 0;
  for (const Shown* shown : {&outcome, &numerator, &denominator, &base, &margin}) {
    if (shown->row != 0) first = first == 0 ? shown->row : std::min(first, shown->row);
  }
  return first;
}

std::string year_text(std::string_view written) {
  const std::string text = columns::folded(written);
  const std::string first = digits_at(text, 0);
  if (first.size() != 4) return "";
  std::size_t at = first.size();
  while (at < text.size() && text[at] == ' ') ++at;
  if (text.substr(at).starts_with("to")) {
    at += 2;
  } else if (at < text.size() && (text[at] == '-' || text[at] == '/')) {
    ++at;
  } else if (text.substr(at).starts_with("\u2013")) {
    at += std::string_view("\u2013").size();
  } else {
    return "";
  }
  while (at < text.size() && text[at] == ' ') ++at;
  const std::string second = digits_at(text, at);
  if (second.size() != 2 && second.size() != 4) return "";
  if (at + second.size() != text.size()) return "";
  const std::string last = second.substr(second.size() - 2);
  const int next = (std::stoi(first) + 1) % 100;
  if (std::stoi(last) != next) return "";
  return first + "-" + last;
}

}  // namespace assize::reproduce
