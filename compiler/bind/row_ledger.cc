// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/row_ledger.h"

#include <algorithm>
#include <utility>

namespace assize::bind {

RowLedger::Reason RowLedger::reason(AccountLine::Kind kind, std::string text, std::string column,
                                    std::string nearest) {
  AccountLine line;
  line.kind = kind;
  line.reason = std::move(text);
  line.column = std::move(column);
  line.nearest = std::move(nearest);
  reasons_.push_back(std::move(line));
  return static_cast<Reason>(reasons_.size());
}

void RowLedger::take_out(std::size_t row, Reason reason) {
  if (!is_in(row)) return;
  reason_of_[row] = reason;
  ++out_;
  AccountLine& line = reasons_[static_cast<std::size_t>(reason) - 1];
  if (line.count == 0 || row < line.first_line) line.first_line = row;
  ++line.count;
}

std::vector<std::uint32_t> RowLedger::rows_in() const {
  std::vector<std::uint32_t> rows;
  rows.reserve(reason_of_.size() - out_);
  for (std::size_t row = 0; row < reason_of_.size(); ++row) {
    if (is_in(row)) rows.push_back(static_cast<std::uint32_t>(row));
  }
  return rows;
}

std::vector<AccountLine> RowLedger::lines() const {
  std::vector<AccountLine> lines;
  std::copy_if(reasons_.begin(), reasons_.end(), std::back_inserter(lines),
               [](const AccountLine& line) { return line.count > 0; });
  return lines;
}

}  // namespace assize::bind
