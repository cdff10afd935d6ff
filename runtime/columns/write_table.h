// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/columns/result.h"

namespace assize::columns {

/// What the cells of a column are. Cells are always handed over as text; a blank one is no value.
enum class CellKind {
  kText,
  kWhole,    // `-12`: a number in JSON, 64 bits in Parquet and Arrow
  kDecimal,  // `66.7`: a number in JSON, as written; a double in Parquet and Arrow
  kDay,      // `2024-04-01`: text in CSV and JSON, a day in Parquet and Arrow
};

struct OutputColumn {
  std::string name;
  CellKind kind = CellKind::kText;
};

enum class OutputFormat { kCsv, kJson, kParquet, kArrow };

/// Tells by the ending of a path how it is to be written: .csv, .json, .parquet, .arrow.
std::optional<OutputFormat> output_format_of(const std::string& path);

/// Writes a table piece by piece beside its place, and puts it there when all of it is written.
///
/// Shape   CSV: RFC 4180 with LF. JSON: one array, one object a row, null for no value. Parquet:
/// row
///         groups of at least 64 Ki rows. The same cells give the same bytes.
/// Errors  kInputOutput if it cannot be written, kUsage if the ending is none of the four,
/// kInternal if
///         a cell is not of its column's kind. After an error nothing is left behind, and whatever
///         stood at the path before still stands there.
class TableWriter {
 public:
  static Result<std::unique_ptr<TableWriter>> open(const std::string& path,
                                                   std::vector<OutputColumn> columns);

  virtual ~TableWriter() = default;
  /// Adds rows: for each column its cells, all equally many.
  virtual Status add(const std::vector<std::vector<std::string_view>>& columns) = 0;
  /// Writes the end and puts the file in its place; without it the file never appears.
  virtual Status finish() = 0;
};

/// A table small enough to be held as it is shown.
struct OutputTable {
  std::vector<OutputColumn> columns;
  std::vector<std::vector<std::string>> rows;
};

/// Writes a whole table. Errors as `TableWriter`.
Status write_table(const std::string& path, const OutputTable& table);

}  // namespace assize::columns
