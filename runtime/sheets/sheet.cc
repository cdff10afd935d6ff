// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sheets/sheet.h"

#include "runtime/columns/spelling.h"

namespace assize::sheets {
std::string_view Sheet::text(std::size_t row, std::size_t column) const {
  if (row >= rows.size() || column >= rows[row].size()) return {};
  return columns::trimmed(rows[row][column].text);
}

}  // namespace assize::sheets
