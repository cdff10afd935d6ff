// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/picks.h"

#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

using check::Key;
using check::Pick;

bool picks_high(Pick pick) { return pick == Pick::kLatest || pick == Pick::kHighest; }

// Which of five shelves a value stands on; the lowest comes first.
int shelf_of(const Value& value, Pick pick, bool unknown_first) {
  switch (value.state) {
    case Value::State::kUnknown:
      return unknown_first ? 0 : 5;
    case Value::State::kOpen:
      return picks_high(pick) ? 1 : 3;
    case Value::State::kKnown:
      return 2;
    case Value::State::kNone:
      return 4;
  }
  return 5;
}

bool best_stands_before(const Value& a, const Value& b, const check::CodeList& list, int column) {
  const auto a_place = place_in_order(a, list, column);
  const auto b_place = place_in_order(b, list, column);
  if (!a_place || !b_place) return a_place.has_value() && !b_place.has_value();
  return *a_place < *b_place;
}

// Tells whether `a` stands before `b` under one key.
bool key_puts_before(const Key& key, const Value& a, const Value& b) {
  switch (key.kind) {
    case Key::Kind::kPick:
      return stands_before(a, b, key.pick, key.unknown_first);
    case Key::Kind::kBest:
      return best_stands_before(a, b, *key.value->type.list, key.column);
    case Key::Kind::kPreferring:
      return is_yes(a) && !is_yes(b);
  }
  return false;
}

}  // namespace

bool stands_before(const Value& a, const Value& b, Pick pick, bool unknown_first) {
  const int a_shelf = shelf_of(a, pick, unknown_first);
  const int b_shelf = shelf_of(b, pick, unknown_first);
  if (a_shelf != b_shelf) return a_shelf < b_shelf;
  if (!is_plain(a)) return false;
  return picks_high(pick) ? compare_plain(a, b) > 0 : compare_plain(a, b) < 0;
}

std::optional<check::Rational> place_in_order(const Value& code, const check::CodeList& list,
                                              int column) {
  if (!is_plain(code)) return std::nullopt;
  const check::CodeOrder& order = list.orders[static_cast<std::size_t>(column)];
  return order.places[static_cast<std::size_t>(code.whole)];
}

std::vector<std::size_t> stand_first(const std::vector<Key>& keys,
                                     const std::vector<std::vector<Value>>& values,
                                     std::size_t count) {
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < count; ++i) left.push_back(i);
  for (std::size_t k = 0; k < values.size(); ++k) {
    const std::vector<Value>& of_key = values[k];
    std::vector<std::size_t> first;
    for (const std::size_t i : left) {
      if (!first.empty() && key_puts_before(keys[k], of_key[i], of_key[first.front()])) {
        first.clear();
      }
      if (first.empty() || !key_puts_before(keys[k], of_key[first.front()], of_key[i])) {
        first.push_back(i);
      }
    }
    left = first;
  }
  return left;
}

Value extreme_of(const std::vector<Value>& values, Pick pick) {
  Value extreme = Value::unknown();
  for (const Value& value : values) {
    if (is_unknown(value)) continue;
    if (is_unknown(extreme) || stands_before(value, extreme, pick, false)) extreme = value;
  }
  return extreme;
}

Value best_of(const std::vector<Value>& codes, const check::CodeList& list, int column) {
  Value best = Value::unknown();
  for (const Value& code : codes) {
    if (!place_in_order(code, list, column)) continue;
    if (is_unknown(best) || best_stands_before(code, best, list, column)) best = code;
  }
  return best;
}

}  // namespace assize::interpret
