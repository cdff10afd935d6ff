// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// One record that a test gives, its cells in the words of the language turned into values.
struct GivenRow {
  std::vector<check::Value> cells;    // by Field::index
  std::optional<std::string> person;  // of the column `person`, if no field has that name
  std::uint32_t line = 0;             // in the file of the test
};

/// All records that a test gives of one collection.
struct GivenRows {
  const check::Collection* collection = nullptr;
  std::vector<GivenRow> rows;
};

/// Makes records of the `given` tables of a test: a blank cell takes the value of `given people`, else
/// the one after `with`, else what a blank means; `copies` repeats a row; a number that is unique and
/// not given counts up. A field that may not be blank and is not mentioned holds the same plain value
/// everywhere. A failure of usage names the place of a cell that cannot be read.
columns::Result<std::vector<GivenRows>> given_rows(const syntax::Test& test,
                                                   const check::Framework& framework,
                                                   const source::Sources& sources);

}  // namespace assize::driver
