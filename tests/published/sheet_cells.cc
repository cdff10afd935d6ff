// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/published/sheet_cells.h"

#include <gtest/gtest.h>

#include <charconv>

namespace assize::published {

SheetCells SheetCells::read(const std::filesystem::path& path) {
  SheetCells made;
  const auto names = columns::column_names(path.string());
  if (!names) {
    ADD_FAILURE() << names.failure().message;
    return made;
  }
  columns::ReadRequest request;
  for (const std::string& name : *names) request.columns.push_back({name, false});
  auto table = columns::read_table(path.string(), request);
  if (!table) {
    ADD_FAILURE() << table.failure().message;
    return made;
  }
  made.table_ = *std::move(table);
  return made;
}

std::string SheetCells::text(std::size_t row, const std::string& column) const {
  for (const columns::RawColumn& each : table_.columns) {
    if (each.name != column) continue;
    const std::int32_t code = each.codes[row];
    if (code == columns::kBlankCode) return "";
    const std::string written(each.texts[static_cast<std::size_t>(code)]);
    const auto from = written.find_first_not_of(' ');
    return written.substr(from, written.find_last_not_of(' ') - from + 1);
  }
  ADD_FAILURE() << table_.path << " has no column " << column;
  return "";
}

std::optional<double> SheetCells::number(std::size_t row, const std::string& column) const {
  std::string cell = text(row, column);
  if (!cell.empty() && cell.back() == '%') cell.pop_back();
  double value = 0;
  const auto end = cell.data() + cell.size();
  const auto read = std::from_chars(cell.data(), end, value);
  if (cell.empty() || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return value;
}

}  // namespace assize::published
