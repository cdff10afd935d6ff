// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/check/framework.h"

namespace assize::check {

/// One row of a part's figures: which breakdown, which group of it.
struct Group {
  std::string breakdown;   // names of what is split, joined with `; `; `total` for the total
  std::string label;       // `18 to 64; female`; `total`
  int of = -1;             // index in Part::splits (or tabulations); -1 is the total of the part
  std::vector<int> bands;  // for each dimension: index of its band, kRestBand, or kTotalBand
};

inline constexpr int kTotalBand = -1;  // every unit, whatever its band
inline constexpr int kRestBand = -2;   // a rest with a label of its own; for tabulations: unknown

/// Lists the groups of a part's splits in the order in which they are shown; the first is the total.
/// Crossed dimensions give every combination, totals of each included.
std::vector<Group> groups_of(const Part& part);

/// Lists the groups of one tabulation: every combination of bands, unknown (kRestBand, labelled
/// `unknown`) included. No totals.
std::vector<Group> groups_of_tabulation(const Part& part, int tabulation);

}  // namespace assize::check
