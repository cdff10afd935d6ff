// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/proportions.h"

#include <algorithm>
#include <cmath>

#include "runtime/statistics/quantiles.h"

namespace assize::statistics {

std::optional<Interval> wilson_interval(double counted, double all, Confidence confidence) {
  if (!(all > 0) || counted < 0 || counted > all) return std::nullopt;
  const double z = normal_quantile(confidence);
  const double middle = 2 * counted + z * z;
  const double spread = z * std::sqrt(z * z + 4 * counted * ((all - counted) / all));
  // The lower limit as a product: middle - spread would lose all digits of a rare event.
  const double lower = counted * (counted / all) * 2 / (middle + spread);
  const double upper = (middle + spread) / (2 * (all + z * z));
  return Interval{lower, counted == all ? 1 : std::min(upper, 1.0)};
}

std::optional<Interval> difference_interval(const Proportion& first, const Proportion& second,
                                            Confidence confidence) {
  const auto one = wilson_interval(first.counted, first.all, confidence);
  const auto other = wilson_interval(second.counted, second.all, confidence);
  if (!one || !other) return std::nullopt;
  const double p1 = first.counted / first.all;
  const double p2 = second.counted / second.all;
  return Interval{p1 - p2 - std::hypot(p1 - one->lower, other->upper - p2),
                  p1 - p2 + std::hypot(one->upper - p1, p2 - other->lower)};
}

Interval funnel_limits(double baseline, double people, Confidence confidence) {
  const double reach = normal_quantile(confidence) * std::sqrt(baseline * (1 - baseline) / people);
  return {std::max(0.0, baseline - reach), std::min(1.0, baseline + reach)};
}

}  // namespace assize::statistics
