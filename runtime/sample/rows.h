// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/columns/write_table.h"

namespace assize::sample {

/// Gathers rows and hands them to a writer some thousand at a time.
class Rows {
 public:
  static columns::Result<Rows> open(const std::string& path,
                                    std::vector<columns::OutputColumn> columns);

  /// Adds the next cell of the row. `text` must outlive the rows: a word, or what `keep` gave.
  void cell(std::string_view text) { cells_[next_++].push_back(text); }
  void whole(std::optional<std::int64_t> number);
  void day(std::optional<std::int64_t> day_number);
  /// Keeps a text that was made for this row.
  std::string_view keep(std::string text);
  /// Ends the row; every column must have its cell.
  columns::Status end_row();
  columns::Status finish();

 private:
  Rows(std::unique_ptr<columns::TableWriter> writer, std::size_t columns)
      : writer_(std::move(writer)), cells_(columns) {}
  columns::Status flush();

  std::unique_ptr<columns::TableWriter> writer_;
  std::vector<std::vector<std::string_view>> cells_;
  std::deque<std::string> kept_;
  std::size_t next_ = 0;
};

}  // namespace assize::sample
