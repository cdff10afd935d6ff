// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/bind/records.h"

namespace assize::bind {

/// Which rows of a file are still in, and why the others are not. A row goes out once.
class RowLedger {
 public:
  using Reason = std::uint16_t;

  explicit RowLedger(std::size_t rows) : reason_of_(rows) {}

  Reason reason(AccountLine::Kind kind, std::string text, std::string column,
                std::string nearest = "");
  bool is_in(std::size_t row) const { return reason_of_[row] == 0; }
  void take_out(std::size_t row, Reason reason);

  std::size_t rows() const { return reason_of_.size(); }
  /// Gives the rows that are still in, in order.
  std::vector<std::uint32_t> rows_in() const;
  bool all_in() const { return out_ == 0; }

  /// Gives the sums, with `first_line` still the row, from 0; reasons that met no row are left out.
  std::vector<AccountLine> lines() const;

 private:
  std::vector<Reason> reason_of_;  // 0: in
  std::vector<AccountLine> reasons_;
  std::size_t out_ = 0;
};

}  // namespace assize::bind
