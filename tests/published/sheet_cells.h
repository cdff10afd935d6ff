// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/columns/table.h"

namespace assize::published {

/// A small table of test data, all its columns as text.
class SheetCells {
 public:
  /// Reads it; a file that cannot be read fails the test and gives a table without rows.
  static SheetCells read(const std::filesystem::path& path);

  std::size_t rows() const { return table_.rows; }
  /// A cell by the name of its column, without outer blanks; empty if blank.
  std::string text(std::size_t row, const std::string& column) const;
  /// The same as a number; nothing if blank or not a number.
  std::optional<double> number(std::size_t row, const std::string& column) const;
  /// The name of a column by its place.
  const std::string& column(std::size_t place) const { return table_.columns[place].name; }

 private:
  columns::RawTable table_;
};

}  // namespace assize::published
