// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/results/row.h"

namespace assize::results {

/// By what figures are asked for: kinds of places, and what measures are split or tabulated by.
struct By {
  std::set<std::string> levels;      // region, council_type …, council
  std::set<std::string> dimensions;  // gender, age …

  bool is_empty() const { return levels.empty() && dimensions.empty(); }
};

/// Everything that the figures of these measures can be asked for by, in order: levels, then
/// dimensions.
struct Choices {
  std::vector<std::string> levels;
  std::vector<std::string> dimensions;
};
Choices choices_of(const check::Framework& framework,
                   const std::vector<const check::Measure*>& measures);

/// Keeps the rows that are asked for. England and totals stay. Where no level is named, all of them
/// stay. Of crossed splits those groups stay in which everything not asked for is at its total.
void keep_rows(const By& by, Results& results);

}  // namespace assize::results
