// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/format/pieces.h"

namespace assize::format {

/// A row of a table as its author wrote it.
struct RowParts {
  std::vector<std::string> cells;  // outer blanks taken off
  std::string comment;             // behind the last bar
};

/// Takes a row apart as the reader of the language does.
RowParts parts_of_row(std::string_view row);

/// Aligns the bars of each table: of rows that only comments stand between.
void align_tables(Pieces& pieces);

}  // namespace assize::format
