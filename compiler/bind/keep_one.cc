// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/keep_one.h"

#include <map>
#include <utility>
#include <vector>

namespace assize::bind {
namespace {

using check::Key;
using check::Rational;

/// Where a row stands by one key: lower is first.
struct Place {
  int rank = 0;  // unknown first, values, unknown last, none
  Rational value;

  bool operator<(const Place& other) const {
    return rank != other.rank ? rank < other.rank : value < other.value;
  }
};

constexpr int kBefore = -1;
constexpr int kAmong = 0;
constexpr int kOpenEnd = 1;  // beyond all days: the last of the earliest, and of the latest the first
constexpr int kBehind = 2;
constexpr int kNoneIsLast = 3;

class KeyPlaces {
 public:
  KeyPlaces(const Key& key, const Records& records, const Asking& asking)
      : key_(key), cells_(row_values(*key.value, records, asking)) {
    // A plain field's decimals stand beside its column.
    if (key.value->op == check::Op::kField && key.value->type.base == check::Base::kDecimal) {
      decimals_ = &records.fields[static_cast<std::size_t>(key.value->field->index)].decimals;
    }
  }

  Place of(std::size_t row) const {
    const std::int64_t cell = cells_[row];
    switch (key_.kind) {
      case Key::Kind::kPreferring: return {cell == 1 ? kAmong : kBehind, 0};
      case Key::Kind::kBest: return of_code(cell);
      case Key::Kind::kPick: break;
    }
    if (cell == kUnknownCell) return {key_.unknown_first ? kBefore - 1 : kBehind, 0};
    if (cell == kNoneCell) return {kNoneIsLast, 0};
    const bool highest_first = key_.pick == check::Pick::kLatest || key_.pick == check::Pick::kHighest;
    if (cell == kOpenCell) return {highest_first ? kBefore : kOpenEnd, 0};
    const Rational value = decimals_ ? (*decimals_)[static_cast<std::size_t>(cell)] : Rational(cell);
    return {kAmong, highest_first ? Rational(0) - value : value};
  }

 private:
  Place of_code(std::int64_t cell) const {
    if (cell < 0 || cell == kOpenCell) return {kBehind, 0};
    const auto& order = key_.value->type.list->orders[static_cast<std::size_t>(key_.column)];
    const auto& place = order.places[static_cast<std::size_t>(cell)];
    return place ? Place{kAmong, *place} : Place{kBehind, 0};
  }

  const Key& key_;
  std::vector<std::int64_t> cells_;
  const std::vector<Rational>* decimals_ = nullptr;
};

// What the rows of one group share.
std::vector<std::vector<std::int64_t>> shared_values(const check::Step& step, const Records& records,
                                                     const Asking& asking) {
  std::vector<std::vector<std::int64_t>> columns;
  for (const check::ExprPtr& per : step.per) columns.push_back(row_values(*per, records, asking));
  if (step.per_person && !records.person.empty()) {
    columns.emplace_back(records.person.begin(), records.person.end());
  }
  if (step.per_council && !records.council.empty()) {
    columns.emplace_back(records.council.begin(), records.council.end());
  }
  return columns;
}

}  // namespace

void keep_one_per(const check::Step& step, const Records& records, RowLedger& ledger,
                  const Asking& asking) {
  const auto reason = ledger.reason(AccountLine::Kind::kLeftOut, step.label, "");
  const auto shared = shared_values(step, records, asking);
  std::vector<KeyPlaces> keys;
  for (const Key& key : step.keys) keys.emplace_back(key, records, asking);
  const auto stands_before = [&](std::size_t a, std::size_t b) {
    for (const KeyPlaces& key : keys) {
      const Place one = key.of(a);
      const Place other = key.of(b);
      if (one < other) return true;
      if (other < one) return false;
    }
    return false;
  };
  std::map<std::vector<std::int64_t>, std::size_t> first;
  std::vector<std::int64_t> group;
  for (std::size_t row = 0; row < records.size; ++row) {
    if (!ledger.is_in(row)) continue;
    group.clear();
    for (const auto& column : shared) group.push_back(column[row]);
    const auto [found, is_new] = first.try_emplace(group, row);
    if (is_new) continue;
    const bool is_first = stands_before(row, found->second);
    ledger.take_out(is_first ? found->second : row, reason);
    if (is_first) found->second = row;
  }
}

}  // namespace assize::bind
