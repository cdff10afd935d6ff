// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "compiler/bind/councils.h"
#include "compiler/bind/field_cells.h"
#include "compiler/bind/row_values.h"
#include "runtime/columns/result.h"

namespace assize::bind {

/// All rows of one collection, read cell by cell, before any is taken out.
struct ReadRows {
  std::string path;
  std::size_t size = 0;
  std::vector<FieldCells> fields;    // by Field::index
  std::vector<std::uint32_t> lines;  // of the file, from 1
  /// The person of each row where a test names it outright: id in the TextPool, -1 none. Else
  /// empty.
  std::vector<std::int32_t> persons;
};

/// Sifts rows into the records that are used (language, 2.2): steps first, then rows with a bad
/// cell, rows of no council, rows of nobody, and what `unique` refuses. Every row is in one sum of
/// the account.
///
/// Councils  null: the records are the list of councils itself; rows keep no council.
/// Errors    as `take_first_steps`.
columns::Result<std::unique_ptr<Records>> sift(const check::Collection& collection, ReadRows rows,
                                               CouncilList* councils, const Asking& asking);

/// The same for the records of the list of councils, which is made of them.
columns::Result<std::unique_ptr<Records>> sift_list(const check::Framework& framework,
                                                    ReadRows rows, std::optional<CouncilList>& list,
                                                    const Asking& asking);

}  // namespace assize::bind
