// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/write_table.h"

#include <fmt/format.h>

#include "runtime/columns/spelling.h"
#include "runtime/columns/writers.h"

namespace assize::columns {

std::optional<OutputFormat> output_format_of(const std::string& path) {
  const std::string name = folded(path);
  if (name.ends_with(".csv")) return OutputFormat::kCsv;
  if (name.ends_with(".json")) return OutputFormat::kJson;
  if (name.ends_with(".parquet")) return OutputFormat::kParquet;
  if (name.ends_with(".arrow")) return OutputFormat::kArrow;
  return std::nullopt;
}

Failure wrong_cell(const OutputColumn& column) {
  return {FailureKind::kInternal,
          fmt::format("a cell of column \"{}\" is not what its column holds", column.name),
          {}};
}

Result<std::unique_ptr<TableWriter>> TableWriter::open(const std::string& path,
                                                       std::vector<OutputColumn> columns) {
  const auto format = output_format_of(path);
  if (!format) {
    return Failure{FailureKind::kUsage,
                   fmt::format("{}: its ending does not say how it is to be written", path),
                   {"Let it end in .csv, .parquet, .arrow or .json."}};
  }
  auto file = OutputFile::open(path);
  if (!file) return file.failure();
  switch (*format) {
    case OutputFormat::kCsv:
      return csv_writer(std::move(*file), std::move(columns));
    case OutputFormat::kJson:
      return json_writer(std::move(*file), std::move(columns));
    default:
      return typed_writer(std::move(*file), std::move(columns), *format);
  }
}

Status write_table(const std::string& path, const OutputTable& table) {
  auto writer = TableWriter::open(path, table.columns);
  if (!writer) return writer.failure();
  std::vector<std::vector<std::string_view>> columns(table.columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const auto& row : table.rows) columns[i].push_back(row[i]);
  }
  if (auto status = (*writer)->add(columns); !status) return status;
  return (*writer)->finish();
}

}  // namespace assize::columns
