// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/unique_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "compiler/bind/cell_reader.h"

namespace assize::bind {
namespace {

using Rows = std::vector<std::uint32_t>;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 31U);
}

bool is_alike(const std::vector<const Column*>& columns, std::size_t a, std::size_t b) {
  return std::all_of(columns.begin(), columns.end(),
                     [&](const Column* column) { return column->at(a) == column->at(b); });
}

// True if one number a row is all different; false also where that cannot be told cheaply.
bool is_plainly_different(const Column& numbers, const RowLedger& ledger) {
  std::int64_t lowest = std::numeric_limits<std::int64_t>::max();
  std::int64_t highest = std::numeric_limits<std::int64_t>::min();
  for (std::size_t row = 0; row < ledger.rows(); ++row) {
    if (!ledger.is_in(row)) continue;
    const std::int64_t number = numbers.at(row);
    if (number == kUnknownCell || number == kNoneCell) return false;
    lowest = std::min(lowest, number);
    highest = std::max(highest, number);
  }
  if (lowest > highest) return true;
  const std::uint64_t range = static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest);
  if (range >= 16 * static_cast<std::uint64_t>(ledger.rows()) + 1024) return false;
  std::vector<bool> is_there(static_cast<std::size_t>(range) + 1);
  for (std::size_t row = 0; row < ledger.rows(); ++row) {
    if (!ledger.is_in(row)) continue;
    const auto at = static_cast<std::size_t>(static_cast<std::uint64_t>(numbers.at(row)) -
                                             static_cast<std::uint64_t>(lowest));
    if (is_there[at]) return false;
    is_there[at] = true;
  }
  return true;
}

class UniqueRows {
 public:
  UniqueRows(const check::Collection& collection, const Records& records, RowLedger& ledger)
      : records_(records), ledger_(ledger) {
    std::string names;
    for (const check::Field* field : collection.unique) {
      keys_.push_back(&records.fields[static_cast<std::size_t>(field->index)]);
      for (const std::string& column : columns_of(*field)) names += (names.empty() ? "" : ", ") + column;
    }
    for (const Column& column : records.fields) all_.push_back(&column);
    duplicate_ = ledger.reason(AccountLine::Kind::kDuplicate, "alike in every field: one is kept", "");
    conflict_ = ledger.reason(AccountLine::Kind::kRefused,
                              fmt::format("{} is shared by rows that differ", names), names);
  }

  void require() {
    if (keys_.size() == 1 && is_plainly_different(*keys_[0], ledger_)) return;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> hashes;
    for (std::size_t row = 0; row < records_.size; ++row) {
      if (!ledger_.is_in(row)) continue;
      std::uint64_t hash = 0;
      for (const Column* key : keys_) hash = mixed(hash, static_cast<std::uint64_t>(key->at(row)));
      hashes.emplace_back(hash, static_cast<std::uint32_t>(row));
    }
    std::sort(hashes.begin(), hashes.end());
    for (std::size_t begin = 0; begin < hashes.size();) {
      std::size_t end = begin + 1;
      while (end < hashes.size() && hashes[end].first == hashes[begin].first) ++end;
      if (end - begin > 1) {
        Rows rows;
        for (std::size_t i = begin; i < end; ++i) rows.push_back(hashes[i].second);
        part_by_key(rows);
      }
      begin = end;
    }
  }

 private:
  // Rows of one hash mostly share the key; where they do not, they are parted.
  void part_by_key(Rows rows) {
    while (rows.size() > 1) {
      Rows same;
      Rows others;
      for (const std::uint32_t row : rows) {
        (is_alike(keys_, rows[0], row) ? same : others).push_back(row);
      }
      settle(same);
      rows = std::move(others);
    }
  }

  bool are_same(std::uint32_t a, std::uint32_t b) const {
    const bool is_one_person = records_.person.empty() || records_.person[a] == records_.person[b];
    return is_one_person && is_alike(all_, a, b);
  }

  // Rows that share the key, in the order of the file.
  void settle(const Rows& rows) {
    const bool are_all_same = std::all_of(rows.begin(), rows.end(),
                                          [&](std::uint32_t row) { return are_same(rows[0], row); });
    for (const std::uint32_t row : rows) {
      if (are_all_same && row == rows[0]) continue;
      ledger_.take_out(row, are_all_same ? duplicate_ : conflict_);
    }
  }

  const Records& records_;
  RowLedger& ledger_;
  std::vector<const Column*> keys_;
  std::vector<const Column*> all_;
  RowLedger::Reason duplicate_ = 0;
  RowLedger::Reason conflict_ = 0;
};

}  // namespace

void require_unique(const check::Collection& collection, const Records& records, RowLedger& ledger) {
  if (collection.unique_each_row || collection.unique.empty()) return;
  UniqueRows(collection, records, ledger).require();
}

}  // namespace assize::bind
