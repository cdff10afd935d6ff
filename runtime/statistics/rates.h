// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "runtime/statistics/confidence.h"
#include "runtime/statistics/interval.h"

namespace assize::statistics {

/// Counts below this have exact limits, from it on Byar's.
inline constexpr double kFirstCountOfByar = 10;

/// Gives the exact limits of a count of rare events.
///
/// Shape   count is 0 or above; the lower limit of 0 is 0.
/// Source  Garwood 1936, Biometrika 28, 437-442, by quantiles of the gamma distribution.
/// Exact   relative error below 1e-12.
Interval exact_count_limits(double count, Confidence confidence);

/// Gives Byar's approximation of the limits of a count.
///
/// Null    a lower limit that the approximation puts below 0 is 0 (counts of 1 and 2 alone).
/// Source  Breslow and Day 1987, Statistical Methods in Cancer Research II, page 69.
Interval byar_count_limits(double count, Confidence confidence);

/// Gives the limits of a count: exact below 10, Byar's from 10 on.
Interval count_limits(double count, Confidence confidence);

/// Gives the interval of a rate: the limits of its count over its denominator (persons,
/// person-years, or the count expected of it), times `per`.
///
/// Null    nothing if the count is negative or the denominator 0 or below.
std::optional<Interval> rate_interval(double count, double over, double per, Confidence confidence);

}  // namespace assize::statistics
