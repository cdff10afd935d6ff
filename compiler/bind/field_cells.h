// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/bind/cell_reader.h"
#include "runtime/columns/table.h"

namespace assize::bind {

/// One field of all rows of a file, used or not.
struct FieldCells {
  Column column;  // a cell that refuses its row holds unknown
  std::vector<CellNote> notes;
  std::vector<std::uint16_t>
      note_of;  // by row: 0, or 1 more than the index of its note; may be empty
};

/// Reads the cells of a field out of its columns (one, or the parts of a day). Gives the columns'
/// memory free. Each distinct text is looked at once.
FieldCells read_field(const check::Field& field, const check::Collection& collection,
                      std::vector<columns::RawColumn*> raw, TextPool& texts);

}  // namespace assize::bind
