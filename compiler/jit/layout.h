// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/jit/arrange.h"
#include "compiler/plan/plan.h"

namespace assize::jit {

/// What compiled code takes for granted of the data: how wide each column is, and which files need
/// no test for being empty. Code may be used again for data of the same layout.
struct Layout {
  std::vector<std::vector<int>> widths;  // by collection and field; 0 if the field is not asked for
  std::vector<std::size_t>
      first_column;  // by collection: place of its first field in `RunContext::columns`

  std::size_t column(plan::CollectionId collection, int field) const {
    return first_column[plan::index_of(collection)] + static_cast<std::size_t>(field);
  }
  bool operator==(const Layout&) const = default;
};

/// Reads the layout off the data.
Layout layout_of(const Arranged& arranged);

/// Gives the layout that a plan would most likely meet: for printing code without data.
Layout usual_layout(const plan::Plan& plan);

}  // namespace assize::jit
