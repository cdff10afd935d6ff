// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/table.h"

#include <algorithm>

#include "runtime/columns/file_bytes.h"
#include "runtime/columns/readers.h"

namespace assize::columns {

std::uint32_t RawTable::line_of(std::size_t row) const {
  const auto after = std::upper_bound(
      line_breaks.begin(), line_breaks.end(), row,
      [](std::size_t wanted, const LineBreak& line_break) { return wanted < line_break.row; });
  const std::uint32_t offset = after == line_breaks.begin() ? 1 : (after - 1)->offset;
  return static_cast<std::uint32_t>(row) + offset;
}

std::vector<std::uint32_t> RawTable::lines() const {
  std::vector<std::uint32_t> lines(rows);
  auto next = line_breaks.begin();
  std::uint32_t offset = 1;
  for (std::size_t row = 0; row < rows; ++row) {
    for (; next != line_breaks.end() && next->row <= row; ++next) offset = next->offset;
    lines[row] = static_cast<std::uint32_t>(row) + offset;
  }
  return lines;
}

Result<RawTable> read_table(const std::string& path, const ReadRequest& request) {
  auto file = FileBytes::open(path);
  if (!file) return file.failure();
  const auto format = format_of(path, file->bytes());
  if (!format) return format.failure();
  switch (*format) {
    case FileFormat::kParquet:
      return read_parquet(path, file->bytes(), request);
    case FileFormat::kArrow:
      return read_arrow(path, file->bytes(), request);
    case FileFormat::kCsv:
      return read_csv(path, file->bytes(), request);
    case FileFormat::kGzip:
      break;
  }
  const auto text = unpack_gzip(path, file->bytes(), request.progress);
  if (!text) return text.failure();
  return read_csv(path, *text, request);
}

Result<std::vector<std::string>> column_names(const std::string& path) {
  auto file = FileBytes::open(path);
  if (!file) return file.failure();
  const auto format = format_of(path, file->bytes());
  if (!format) return format.failure();
  switch (*format) {
    case FileFormat::kParquet:
      return parquet_column_names(path, file->bytes());
    case FileFormat::kArrow:
      return arrow_column_names(path, file->bytes());
    case FileFormat::kCsv:
      return csv_column_names(path, file->bytes());
    case FileFormat::kGzip:
      break;
  }
  const auto text = unpack_gzip(path, file->bytes(), {});
  if (!text) return text.failure();
  return csv_column_names(path, *text);
}

}  // namespace assize::columns
