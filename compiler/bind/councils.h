// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/bind/row_ledger.h"
#include "compiler/bind/row_values.h"

namespace assize::bind {

/// The councils of a run: those of the edition's list that exist on the last day of the period.
/// They can be looked up by each field of the list.
class CouncilList {
 public:
  /// Reads the list out of its own records, and takes those records out that are not there on that
  /// day. `records.council` is filled.
  static CouncilList from_list(const check::Framework& framework, Records& records,
                               RowLedger& ledger, const Asking& asking);

  /// Makes every key that is looked up a council of its own, if none has it yet: for tests, and for
  /// frameworks without a list.
  void take_any() { takes_any_ = true; }

  /// Looks up a key in a field of the list; "" is the list's key. -1: none, or more than one, bears
  /// it.
  std::int32_t find(const std::string& column, const std::string& key);

  /// Gives the councils sorted by key; `place` says where each of the numbers that `find` gave
  /// went.
  std::vector<Council> sorted(std::vector<std::int32_t>& place) const;

 private:
  void note(const std::string& column, const std::string& key, std::int32_t council);

  std::vector<Council> councils_;
  std::map<std::string, std::map<std::string, std::int32_t>>
      by_column_;  // folded keys; -1: several
  bool takes_any_ = false;
};

/// Finds the council of each row, and refuses rows that name none. Gives numbers as
/// `CouncilList::find`.
std::vector<std::int32_t> find_councils(const check::Collection& collection, const Records& records,
                                        CouncilList& councils, RowLedger& ledger,
                                        const Asking& asking);

}  // namespace assize::bind
