// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/columns/progress.h"
#include "runtime/columns/result.h"
#include "runtime/columns/text_list.h"

namespace assize::columns {

/// What a cell without a value holds in `RawColumn::codes`.
inline constexpr std::int32_t kBlankCode = -1;
/// What a cell without a value holds in `RawColumn::numbers`.
inline constexpr std::int64_t kBlankNumber = std::numeric_limits<std::int64_t>::min();
/// What a cell that is no whole number holds there; its text stands in `RawColumn::others`.
inline constexpr std::int64_t kOtherText = std::numeric_limits<std::int64_t>::min() + 1;

/// One column as its file has it: nothing is judged yet.
///
/// Shape   one cell a row: a code (an index in `texts`), or a number if numbers were asked for.
/// Null    a cell that is empty but for blanks, or null in a typed file.
/// Exact   texts are as written, outer blanks included; numbers of typed files as written shortest,
///         days as 2024-04-01, yes or no as these words.
struct RawColumn {
  std::string name;  // as the file writes it
  bool holds_numbers = false;
  std::vector<std::int32_t> codes;
  TextList texts;  // distinct, in the order of their first row
  std::vector<std::int64_t> numbers;
  std::unordered_map<std::uint32_t, std::string> others;  // by row
};

/// From row `row` on, the line of a row is the row's number plus `offset`.
struct LineBreak {
  std::uint32_t row = 0;
  std::uint32_t offset = 0;
};

/// The columns that were asked for, in the order in which they were asked for.
struct RawTable {
  std::string path;
  std::size_t rows = 0;
  std::vector<RawColumn> columns;
  std::vector<LineBreak> line_breaks;  // the first is of row 0

  /// Gives the line of a row in its file, from 1: of a CSV file the line on which it begins, of a
  /// typed file the number of the row.
  std::uint32_t line_of(std::size_t row) const;
  /// Gives the lines of all rows.
  std::vector<std::uint32_t> lines() const;
};

/// One column to be read; found without regard to case and outer blanks.
struct ColumnRequest {
  std::string name;
  bool as_numbers = false;  // whole numbers, most of them different
};

struct ReadRequest {
  std::vector<ColumnRequest> columns;
  ProgressSink progress;
  int threads = 0;  // 0: as many as the machine has
};

/// Reads a table from a CSV (also packed with gzip), Parquet or Arrow file.
///
/// Shape   as many rows as the file; blank lines of a CSV file are passed over.
/// Errors  kInputOutput: there is no such file, or it cannot be read; kData: it is not what its
/// name
///         says, is empty, cut off or not UTF-8, lacks a column, or names one twice; kInterrupted.
/// Exact   the same table for any number of threads.
/// Cost    one pass; memory for four bytes a cell and each distinct text, and for a packed file its
///         whole text.
Result<RawTable> read_table(const std::string& path, const ReadRequest& request);

/// Gives the names of a table's columns as the file writes them. Errors as `read_table`.
Result<std::vector<std::string>> column_names(const std::string& path);

}  // namespace assize::columns
