// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Estimates from a weighted sample; the formulas are those of runtime/statistics.

#include "compiler/results/weighted.h"

#include <vector>

#include "runtime/statistics/exact.h"
#include "runtime/statistics/sampled.h"

namespace assize::results {
namespace {

using statistics::as_rational;
using statistics::exact;
using statistics::rounded;

// Sides of an estimate are people: as many decimals as a reader can use.
constexpr int kDecimalsOfSides = 4;
constexpr int kDecimalsOfMargin = 4;

// Of a share, the values are 0 and 1: their sum and the sum of their squares are the count.
statistics::Stratum stratum_of(const check::Part& part, const Stratum& of_group,
                               const Stratum& of_all, std::int64_t people) {
  const bool mean = part.shape == check::Shape::kMean;
  statistics::Stratum made;
  made.eligible = people;
  made.sampled = of_all.units;
  made.in_group = of_group.units;
  made.sum = mean ? exact(of_group.sum) : exact(columns::Rational(of_group.counted));
  made.sum_squares = mean ? exact(of_group.sum_squares) : made.sum;
  return made;
}

}  // namespace

WeightedFigure weighted_figure(const check::Part& part, const Cell& group, const Cell& total,
                               const Eligible& eligible) {
  WeightedFigure made;
  Figure& figure = made.figure;
  std::vector<statistics::Stratum> strata;
  for (const auto& [key, of_group] : group.strata) {
    if (of_group.units == 0) continue;
    const auto people = eligible.find(key);
    if (people == eligible.end() || people->second <= 0) {
      figure.status = Status::kNotSubmitted;
      return made;
    }
    strata.push_back(stratum_of(part, of_group, total.strata.at(key), people->second));
  }
  const statistics::Estimate sum =
      statistics::stratified_estimate(strata, statistics::Population::kFinite);
  figure.numerator = as_rational(rounded(sum.numerator, kDecimalsOfSides));
  figure.denominator = as_rational(rounded(sum.denominator, kDecimalsOfSides));
  if (sum.denominator == 0) {
    figure.status = Status::kNotApplicable;
    return made;
  }
  const mpq_class factor = part.show.unit == check::Show::Unit::kPercent ? 100
                           : part.show.unit == check::Show::Unit::kPer
                               ? exact(columns::Rational(part.show.per))
                               : mpq_class(1);
  mpq_class value = sum.numerator / sum.denominator * factor;
  for (const int decimals : part.show.decimals) {
    value = rounded(value, decimals, part.show.rounding);
  }
  if (part.show.decimals.empty()) value = rounded(value, 9, part.show.rounding);
  figure.value = as_rational(value);
  if (sum.rests_on_one) {
    if (part.show.margin_of_error) made.margin_status = Status::kUnknown;
    return made;
  }
  mpq_class scale = mpq_class(196, 100) * factor;
  scale.canonicalize();
  const mpq_class margin = statistics::root(scale * scale * sum.variance, kDecimalsOfMargin);
  if (part.show.margin_of_error) made.margin = as_rational(margin);
  const mpq_class estimate = sum.numerator / sum.denominator * factor;
  made.limits = shown_limits(part.show, estimate - margin, estimate + margin);
  return made;
}

}  // namespace assize::results
