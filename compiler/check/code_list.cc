// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What a cell means in a code list (language, 2.1): looked up as the release that is read spells it, then,
// counted, as earlier releases did, never as later ones: a number may be one answer this year and another
// the next.

#include <algorithm>
#include <optional>

#include "compiler/check/framework.h"
#include "runtime/columns/spelling.h"

namespace assize::check {
namespace {

// `2`, `02` and `2.0` are one; what is no whole number stays as it is.
std::string number_key(const std::string& text) {
  const std::string plain = fold(text);
  const auto number = Rational::parse(plain);
  return number && number->is_whole() && !number->overflowed() ? number->to_text() : plain;
}

// Finds a cell among the spellings of one release: the index of its value.
std::optional<int> find_in(const std::map<std::string, int>& spellings, const std::string& cell,
                           bool by_number) {
  if (const auto found = spellings.find(fold(cell)); found != spellings.end()) return found->second;
  if (!by_number) return std::nullopt;
  const std::string key = number_key(cell);
  for (const auto& [spelling, value] : spellings) {
    if (number_key(spelling) == key) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string fold(const std::string& text) { return columns::folded(text); }

int CodeList::index_of(const std::string& code) const {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const CodeValue& value) { return value.code == code; });
  return found == values.end() ? -1 : static_cast<int>(found - values.begin());
}

Reading CodeList::read(const std::string& cell, int release_read) const {
  // A list without that release is read as it stands.
  auto first = spellings.find(release_read);
  if (first == spellings.end() && !spellings.empty()) first = std::prev(spellings.end());
  for (auto at = first; at != spellings.end();) {
    if (const auto value = find_in(at->second, cell, by_number)) {
      const bool is_unknown = values[static_cast<std::size_t>(*value)].is_unknown;
      return {is_unknown ? Reading::What::kUnknown : Reading::What::kValue, *value, at != first};
    }
    if (at == spellings.begin()) break;
    --at;
  }
  for (const auto& [release_of, texts] : unmapped) {
    const bool is_listed = std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
      return fold(text) == fold(cell) || (by_number && number_key(text) == number_key(cell));
    });
    if (is_listed) return {Reading::What::kUnmapped, -1, false};
  }
  return {};
}

}  // namespace assize::check
