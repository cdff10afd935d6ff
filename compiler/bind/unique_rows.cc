// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/unique_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
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

// A place among `size` for each key: rows that share the key share the place. Numbers that lie
// close together have a place each; else the place is a hash.
class Places {
 public:
  Places(const std::vector<const Column*>& keys, const RowLedger& ledger) : keys_(keys) {
    const std::size_t room = 16 * ledger.rows() + 1024;
    size_ = std::bit_ceil(room);
    if (keys.size() != 1) return;
    std::int64_t lowest = kOpenCell;
    std::int64_t highest = kUnknownCell;
    for (std::size_t row = 0; row < ledger.rows(); ++row) {
      if (!ledger.is_in(row)) continue;
      lowest = std::min(lowest, keys[0]->at(row));
      highest = std::max(highest, keys[0]->at(row));
    }
    const auto range = static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest);
    if (lowest > highest || range >= room) return;
    is_dense_ = true;
    lowest_ = static_cast<std::uint64_t>(lowest);
    size_ = static_cast<std::size_t>(range) + 1;
  }

  std::size_t size() const { return size_; }
  std::size_t of(std::size_t row) const {
    if (is_dense_)
      return static_cast<std::size_t>(static_cast<std::uint64_t>(keys_[0]->at(row)) - lowest_);
    std::uint64_t hash = 0;
    for (const Column* key : keys_) hash = mixed(hash, static_cast<std::uint64_t>(key->at(row)));
    return static_cast<std::size_t>(hash) & (size_ - 1);
  }

 private:
  const std::vector<const Column*>& keys_;
  std::size_t size_ = 0;
  bool is_dense_ = false;
  std::uint64_t lowest_ = 0;
};

class UniqueRows {
 public:
  UniqueRows(const check::Collection& collection, const Records& records, RowLedger& ledger)
      : records_(records), ledger_(ledger) {
    std::string names;
    for (const check::Field* field : collection.unique) {
      keys_.push_back(&records.fields[static_cast<std::size_t>(field->index)]);
      for (const std::string& column : columns_of(*field))
        names += (names.empty() ? "" : ", ") + column;
    }
    for (const Column& column : records.fields) all_.push_back(&column);
    duplicate_ =
        ledger.reason(AccountLine::Kind::kDuplicate, "alike in every field: one is kept", "");
    conflict_ = ledger.reason(AccountLine::Kind::kRefused,
                              fmt::format("{} is shared by rows that differ", names), names);
  }

  void require() {
    const Places places(keys_, ledger_);
    std::vector<bool> is_taken(places.size());
    std::vector<bool> is_shared(places.size());
    bool any = false;
    for (std::size_t row = 0; row < records_.size; ++row) {
      if (!ledger_.is_in(row)) continue;
      const std::size_t place = places.of(row);
      if (is_taken[place]) any = is_shared[place] = true;
      is_taken[place] = true;
    }
    if (!any) return;
    // Only rows whose place is shared can share a key.
    std::vector<std::pair<std::size_t, std::uint32_t>> shared;
    for (std::size_t row = 0; row < records_.size; ++row) {
      if (!ledger_.is_in(row)) continue;
      const std::size_t place = places.of(row);
      if (is_shared[place]) shared.emplace_back(place, static_cast<std::uint32_t>(row));
    }
    std::sort(shared.begin(), shared.end());
    for (std::size_t begin = 0; begin < shared.size();) {
      Rows rows;
      std::size_t end = begin;
      for (; end < shared.size() && shared[end].first == shared[begin].first; ++end) {
        rows.push_back(shared[end].second);
      }
      part_by_key(std::move(rows));
      begin = end;
    }
  }

 private:
  // Rows of one place may still have different keys.
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
    const bool are_all_same = std::all_of(
        rows.begin(), rows.end(), [&](std::uint32_t row) { return are_same(rows[0], row); });
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

void require_unique(const check::Collection& collection, const Records& records,
                    RowLedger& ledger) {
  if (collection.unique_each_row || collection.unique.empty()) return;
  UniqueRows(collection, records, ledger).require();
}

}  // namespace assize::bind
