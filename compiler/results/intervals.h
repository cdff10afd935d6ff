// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <gmpxx.h>

#include <optional>

#include "compiler/results/figure.h"

namespace assize::results {

/// The limits of a figure at 95 %, rounded as the figure is shown.
struct Limits {
  columns::Rational lower;
  columns::Rational upper;
};

/// Rounds limits to the decimals of the figure; a share in percent stays within 0 and 100.
std::optional<Limits> shown_limits(const check::Show& show, const mpq_class& lower,
                                   const mpq_class& upper);

/// Gives the limits of an unweighted figure.
///
/// Shape   a share or rate in percent: Wilson's; another rate: Byar's, exact below a count of 10; a
///         mean: Student's t, out of `sums`.
/// Unit    that of the value.
/// Null    none without a value; of a median, a plain result, or a mean of the councils' values; of
/// a
///         figure in percent above 100; of a rate whose numerator is no whole number; of a mean of
///         one value, or of records that stand for several.
/// Source  runtime/statistics.
std::optional<Limits> limits_of(const check::Measure& measure, const check::Part& part,
                                const Figure& figure, const Cell& sums);

}  // namespace assize::results
