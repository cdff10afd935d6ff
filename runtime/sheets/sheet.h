// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assize::sheets {

/// One cell, as a reader of the file sees it.
///
/// Null    a cell that is empty has an empty text.
/// Exact   text as written; a number as the file shows it (`63,188`) where it says so, else written
///         with the 15 digits that spreadsheets hold (79.40000000000001 is 79.4).
struct Cell {
  std::string text;
  bool is_number = false;  // the file holds a number, not text that looks like one
};

/// One sheet of a workbook, or a CSV file. Rows may be of different lengths.
struct Sheet {
  std::string name;
  std::vector<std::vector<Cell>> rows;

  /// Gives the text of a cell without outer blanks; empty where there is none.
  std::string_view text(std::size_t row, std::size_t column) const;
};

struct Workbook {
  std::string path;
  std::vector<Sheet> sheets;
  std::vector<std::string> remarks;  // what a reader should know of how it was read
};

}  // namespace assize::sheets
