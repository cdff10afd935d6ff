// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <gmpxx.h>

#include <cstdint>
#include <span>

namespace assize::statistics {

/// What a stratum of a sample holds of one group. A share is the mean of values 0 and 1.
struct Stratum {
  std::int64_t eligible = 0;  // N: people the sample speaks for; above 0
  std::int64_t sampled = 0;   // n: people of the sample, in the group or not; above 0
  std::int64_t in_group = 0;
  mpq_class sum;  // of the values of those in the group
  mpq_class sum_squares;
};

/// Whether a sample that is large beside its population errs less: with the factor 1 - n/N, a full
/// census has no error; without it, the population is taken as endless.
enum class Population : std::uint8_t { kFinite, kEndless };

/// An estimate out of strata.
///
/// Unit    people, and values times people; variances are squares of the value's unit.
struct Estimate {
  mpq_class numerator;    // sum over people of their values: a total
  mpq_class denominator;  // people of the group
  mpq_class variance;     // of the mean, numerator over denominator; 0 if there is no denominator
  mpq_class variance_of_total;  // of the numerator; 0 of a domain
  bool rests_on_one = false;    // a stratum with one person, whose spread nobody knows
};

/// Gives the estimate of a group whose number of people in each stratum is taken as known.
///
/// Shape   each one counts N / n; a stratum without anybody of the group adds nothing.
/// Source  sum of N^2 (1 - n/N) s^2 / n over the strata, for a share s^2 / n = p (1 - p) / (n - 1):
/// the
///         published method of the adult social care surveys.
/// Exact   fractions of any size.
Estimate stratified_estimate(std::span<const Stratum> strata, Population population);

/// Gives the estimate of a domain: a group whose size the sample estimates too, so that its error
/// is that of a ratio. The same as the above where the group is everybody.
///
/// Source  Taylor linearisation; Särndal, Swensson, Wretman 1992, 5.8 and 10.3.
/// Exact   fractions of any size.
Estimate domain_estimate(std::span<const Stratum> strata, Population population);

}  // namespace assize::statistics
