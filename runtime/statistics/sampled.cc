// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/sampled.h"

namespace assize::statistics {
namespace {

mpq_class fraction(std::int64_t above, std::int64_t below) {
  mpq_class made(mpz_class(static_cast<long>(above)), mpz_class(static_cast<long>(below)));
  made.canonicalize();
  return made;
}

mpq_class number(std::int64_t value) { return fraction(value, 1); }

// The part of a stratum that was not asked.
mpq_class not_asked(const Stratum& stratum, Population population) {
  if (population == Population::kEndless) return 1;
  return 1 - fraction(stratum.sampled, stratum.eligible);
}

// Both sides, which are the same whichever way the error is reckoned.
Estimate sides_of(std::span<const Stratum> strata) {
  Estimate made;
  for (const Stratum& stratum : strata) {
    const mpq_class weight = fraction(stratum.eligible, stratum.sampled);
    made.numerator += weight * stratum.sum;
    made.denominator += weight * number(stratum.in_group);
  }
  return made;
}

}  // namespace

Estimate stratified_estimate(std::span<const Stratum> strata, Population population) {
  Estimate made = sides_of(strata);
  for (const Stratum& stratum : strata) {
    const mpq_class left = not_asked(stratum, population);
    if (stratum.in_group == 0 || left <= 0) continue;
    if (stratum.in_group == 1) {
      made.rests_on_one = true;
      continue;
    }
    const mpq_class people = number(stratum.in_group);
    const mpq_class speaks_for = fraction(stratum.eligible, stratum.sampled) * people;
    const mpq_class deviations = stratum.sum_squares - stratum.sum * stratum.sum / people;
    made.variance_of_total += speaks_for * speaks_for * left * deviations / (people - 1) / people;
  }
  if (made.denominator != 0) {
    made.variance = made.variance_of_total / (made.denominator * made.denominator);
  }
  return made;
}

Estimate domain_estimate(std::span<const Stratum> strata, Population population) {
  Estimate made = sides_of(strata);
  if (made.denominator == 0) return made;
  const mpq_class mean = made.numerator / made.denominator;
  mpq_class sum_of_variances = 0;
  for (const Stratum& stratum : strata) {
    const mpq_class left = not_asked(stratum, population);
    if (left <= 0) continue;
    if (stratum.sampled == 1) {
      made.rests_on_one = true;
      continue;
    }
    // Deviations from the mean of the domain; who is not in it deviates by nothing.
    const mpq_class people = number(stratum.in_group);
    const mpq_class asked = number(stratum.sampled);
    const mpq_class sum = stratum.sum - mean * people;
    const mpq_class squares = stratum.sum_squares - 2 * mean * stratum.sum + mean * mean * people;
    const mpq_class weight = fraction(stratum.eligible, stratum.sampled);
    sum_of_variances +=
        weight * weight * left * asked / (asked - 1) * (squares - sum * sum / asked);
  }
  made.variance = sum_of_variances / (made.denominator * made.denominator);
  return made;
}

}  // namespace assize::statistics
