// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/check/groups.h"
#include "compiler/interpret/evaluation.h"

namespace assize::interpret {

/// Where one thing stands in a breakdown: for the dimensions that go together, their bands, in one
/// or more rows. Dimensions by a value of the unit make one row; those by each record of one set
/// make a row for each record, so that crossed they are read record by record.
struct Standing {
  struct Together {
    std::vector<std::size_t> dimensions;  // indexes in Breakdown::dimensions
    bool by_each = false;
    std::vector<std::vector<int>> rows;  // a band for each of `dimensions`
  };
  std::vector<Together> parts;
};

/// Gives the band of a value: the first that holds it, else kRestBand; unknown is the rest.
int band_of(const check::Dimension& dimension, const Value& value);

/// Tells whether two expressions are the same set, whatever its variables are called.
bool is_same_set(const Expr& a, const Expr& b);

/// Gives the standing of a unit.
Standing standing_of(Evaluation& evaluation, const check::Breakdown& breakdown, Unit& unit);

/// Gives the standing of a record that is counted `over`: by the same value where it is of the kind
/// that is split, else by its field of the same name.
Standing standing_of_counted(Evaluation& evaluation, const check::Breakdown& breakdown,
                             const Item& counted);

/// Tells whether what stands so is in a group.
///
/// A rest that is `left out` is in no row of its breakdown, totals over other dimensions included;
/// the total of the part is no row of a breakdown and holds everybody.
bool is_in(const check::Group& group, const Standing& standing);

}  // namespace assize::interpret
