// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/jit/entries.h"
#include "compiler/plan/plan.h"

namespace assize::jit {

/// Measures that are counted together: they have the same files and look at the same days, so that
/// what they share is worked out once for each file.
struct Pass {
  plan::CollectionId main = plan::CollectionId::kNone;
  int lag_months = 0;
  std::vector<std::size_t> measures;  // of the plan
};

/// Parts the measures of a plan into passes, by the order of their first measures.
std::vector<Pass> passes_of(const plan::Plan& plan);

/// What the code of one pass is called in its module, and the memory that it needs.
struct PassNames {
  struct Rows {
    plan::CollectionId collection;
    std::string name;
  };
  struct RowColumn {
    plan::CollectionId collection;
    unsigned bytes;  // of one row
  };
  std::vector<std::vector<Entry>> entries;  // by measure of the pass
  std::vector<Rows> rows;
  std::vector<RowColumn> row_columns;  // by `RunContext::row_columns`
  std::string facts;                   // empty: none is shared
  std::vector<unsigned> fact_bytes;    // of one file; by `RunContext::facts`
};

}  // namespace assize::jit
