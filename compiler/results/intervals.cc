// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/intervals.h"

#include "runtime/statistics/exact.h"
#include "runtime/statistics/means.h"
#include "runtime/statistics/proportions.h"
#include "runtime/statistics/rates.h"

namespace assize::results {
namespace {

using check::Shape;
using check::Show;
using statistics::exact;
using statistics::Interval;
using statistics::k95Percent;

double number_of(const columns::Rational& value) { return exact(value).get_d(); }

std::optional<Limits> limits_in_unit(const Show& show, const std::optional<Interval>& interval,
                                     std::int64_t factor) {
  if (!interval) return std::nullopt;
  const mpq_class by(mpz_class(static_cast<long>(factor)));
  return shown_limits(show, exact(interval->lower) * by, exact(interval->upper) * by);
}

std::optional<Limits> limits_of_mean(const check::Measure& measure, const Show& show,
                                     const Cell& sums) {
  const bool stands_for_more = !measure.from.empty() && measure.from.front()->stands_for != nullptr;
  if (stands_for_more || sums.denominator < 2) return std::nullopt;
  const statistics::Summary summary =
      statistics::summary_of(static_cast<std::size_t>(sums.denominator),
                             exact(sums.numerator_quantity), exact(sums.sum_squares));
  return limits_in_unit(show, statistics::mean_interval(summary, k95Percent), 1);
}

}  // namespace

std::optional<Limits> shown_limits(const Show& show, const mpq_class& lower,
                                   const mpq_class& upper) {
  constexpr int kMostDecimals = 9;
  const int decimals = show.decimals.empty() ? kMostDecimals : show.decimals.back();
  mpq_class from = lower;
  mpq_class to = upper;
  if (show.unit == Show::Unit::kPercent) {
    if (from < 0) from = 0;
    if (to > 100) to = 100;
  }
  const auto shown_from = statistics::as_rational(statistics::rounded(from, decimals));
  const auto shown_to = statistics::as_rational(statistics::rounded(to, decimals));
  if (!shown_from || !shown_to) return std::nullopt;
  return Limits{*shown_from, *shown_to};
}

std::optional<Limits> limits_of(const check::Measure& measure, const check::Part& part,
                                const Figure& figure, const Cell& sums) {
  if (!figure.value) return std::nullopt;
  const Show& show = part.show;
  if (part.shape == Shape::kMean) {
    return part.combine_by_mean_of_councils ? std::nullopt : limits_of_mean(measure, show, sums);
  }
  const bool is_quotient = part.shape == Shape::kShare || part.shape == Shape::kRate;
  if (!is_quotient || !figure.numerator || !figure.denominator) return std::nullopt;
  const double above = number_of(*figure.numerator);
  const double below = number_of(*figure.denominator);
  if (show.unit == Show::Unit::kPercent) {
    return limits_in_unit(show, statistics::wilson_interval(above, below, k95Percent), 100);
  }
  if (!figure.numerator->is_whole()) return std::nullopt;
  return limits_in_unit(show, statistics::rate_interval(above, below, 1, k95Percent),
                        show.unit == Show::Unit::kPer ? show.per : 1);
}

}  // namespace assize::results
