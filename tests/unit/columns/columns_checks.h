// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/columns/table.h"
#include "tests/support/places.h"

namespace assize::columns {

/// Writes bytes into a file of this test's own and gives its path.
inline std::string file_of(const std::string& name, std::string_view bytes) {
  const auto path = support::fresh_folder() / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

inline std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Gives the cells of one column as text; a blank one as `-`.
inline std::vector<std::string> cells_of(const RawTable& table, std::size_t index = 0) {
  const RawColumn& column = table.columns[index];
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < table.rows; ++row) {
    if (column.holds_numbers) {
      const std::int64_t number = column.numbers[row];
      cells.push_back(number == kBlankNumber ? "-"
                      : number == kOtherText ? column.others.at(static_cast<std::uint32_t>(row))
                                             : std::to_string(number));
    } else {
      const std::int32_t code = column.codes[row];
      cells.push_back(code < 0 ? "-" : std::string(column.texts[static_cast<std::size_t>(code)]));
    }
  }
  return cells;
}

inline ReadRequest asking_for(const std::vector<std::string>& columns) {
  ReadRequest request;
  for (const std::string& column : columns) request.columns.push_back({column});
  return request;
}

}  // namespace assize::columns
