// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "runtime/statistics/confidence.h"
#include "runtime/statistics/interval.h"

namespace assize::statistics {

/// Gives the Wilson score interval of a proportion.
///
/// Unit    counts in (estimated ones need not be whole); fractions 0 to 1 out, not percent.
/// Null    nothing if `all` is 0 or below, or `counted` is negative or above `all`.
/// Source  Wilson 1927, J. Am. Stat. Assoc. 22, 209-212; without continuity correction.
/// Exact   relative error below 1e-12; limits of 0 and 1 are met exactly.
/// Cost    pure.
std::optional<Interval> wilson_interval(double counted, double all, Confidence confidence);

/// One of two proportions that are compared.
struct Proportion {
  double counted = 0;
  double all = 0;
};

/// Gives the interval of the difference of two independent proportions, first less second.
///
/// Unit    fractions -1 to 1.
/// Null    nothing if either proportion has no Wilson interval.
/// Source  Newcombe 1998, Statist. Med. 17, 873-890, method 10.
std::optional<Interval> difference_interval(const Proportion& first, const Proportion& second,
                                            Confidence confidence);

/// Gives the limits of a funnel around a baseline proportion, for an area of so many people.
///
/// Unit    fractions, cut off at 0 and 1.
/// Source  normal approximation of the binomial distribution at the baseline.
Interval funnel_limits(double baseline, double people, Confidence confidence);

}  // namespace assize::statistics
