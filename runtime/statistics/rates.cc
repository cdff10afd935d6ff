// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/rates.h"

#include <algorithm>
#include <cmath>

#include "runtime/statistics/quantiles.h"

namespace assize::statistics {
namespace {

double cube(double value) { return value * value * value; }

}  // namespace

Interval exact_count_limits(double count, Confidence confidence) {
  return {poisson_mean_reaching(count, confidence.one_side()),
          poisson_mean_within(count, confidence.one_side())};
}

Interval byar_count_limits(double count, Confidence confidence) {
  const double z = normal_quantile(confidence);
  const double next = count + 1;
  const double lower =
      count > 0 ? count * cube(1 - 1 / (9 * count) - z / (3 * std::sqrt(count))) : 0;
  const double upper = next * cube(1 - 1 / (9 * next) + z / (3 * std::sqrt(next)));
  return {std::max(0.0, lower), upper};
}

Interval count_limits(double count, Confidence confidence) {
  return count < kFirstCountOfByar ? exact_count_limits(count, confidence)
                                   : byar_count_limits(count, confidence);
}

std::optional<Interval> rate_interval(double count, double over, double per,
                                      Confidence confidence) {
  if (count < 0 || !(over > 0)) return std::nullopt;
  const Interval limits = count_limits(count, confidence);
  return Interval{limits.lower / over * per, limits.upper / over * per};
}

}  // namespace assize::statistics
