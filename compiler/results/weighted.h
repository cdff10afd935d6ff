// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <vector>

#include "compiler/results/figure.h"
#include "compiler/results/intervals.h"
#include "compiler/results/tally.h"

namespace assize::results {

/// How many people are eligible in each cell of a sample.
using Eligible = std::map<std::vector<std::int64_t>, std::int64_t>;

/// A figure of a weighted sample, rounded as the part shows it, with its margin of error.
struct WeightedFigure {
  Figure figure;
  std::optional<columns::Rational> margin;  // to 4 decimals
  Status margin_status = Status::kNone;     // u: the margin rests on one unit
  std::optional<Limits> limits;  // value less and plus margin, whether one is shown or not
};

/// Gives the estimate of one group (language, 4.4).
///
/// Shape   `group`: the strata of the units in the group; `total`: of all units of the part, whose
///         weights N/n the group keeps.
/// Unit    numerator and denominator: estimated people; margin: in the unit of the value.
/// Null    no unit in any cell: `z`; a cell whose number of eligible people is not known: `x`.
/// Source  language 4.4: sum of N x / n over the sum of N; 1.96 times the root of the sum of
///         N^2 (1 - n/N) p (1 - p) / (n - 1), or s^2 / n in the place of p (1 - p) / (n - 1).
/// Exact   fractions of any size; the root is exact to 4 decimals, half up.
WeightedFigure weighted_figure(const check::Part& part, const Cell& group, const Cell& total,
                               const Eligible& eligible);

}  // namespace assize::results
