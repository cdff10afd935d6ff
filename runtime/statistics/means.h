// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <gmpxx.h>

#include <cstddef>
#include <optional>
#include <span>

#include "runtime/statistics/confidence.h"
#include "runtime/statistics/interval.h"

namespace assize::statistics {

/// What is known of a list of values.
struct Summary {
  std::size_t count = 0;
  double mean = 0;
  double standard_deviation = 0;  // of a sample: divisor count - 1; 0 for a single value
};

/// Sums values up, the mean first and the deviations from it after.
///
/// Null    a summary of no values is all 0.
/// Exact   deviations are corrected for the rounding of the mean; large means lose no digits.
Summary summary_of(std::span<const double> values);

/// Makes the summary out of exact sums of the values and of their squares.
///
/// Null    a summary of no values is all 0.
Summary summary_of(std::size_t count, const mpq_class& sum, const mpq_class& sum_squares);

/// Gives the interval of a mean by Student's t.
///
/// Null    nothing for fewer than two values.
/// Source  Student 1908, Biometrika 6, 1-25.
std::optional<Interval> mean_interval(const Summary& summary, Confidence confidence);

}  // namespace assize::statistics
