// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "runtime/statistics/confidence.h"

namespace assize::statistics {

/// Gives z: so many standard deviations to both sides hold the confidence asked for (1.96 for 95
/// %).
double normal_quantile(Confidence confidence);

/// Gives t for so many degrees of freedom (above 0, not only whole ones).
double student_quantile(Confidence confidence, double degrees_of_freedom);

/// Gives the mean of the Poisson distribution that has so much probability at `count` or above:
/// half of a quantile of chi-square with 2 x count degrees of freedom.
///
/// Null    0 for a count of 0.
double poisson_mean_reaching(double count, double probability);

/// Gives the mean of the Poisson distribution that has so much probability at `count` or below.
double poisson_mean_within(double count, double probability);

}  // namespace assize::statistics
