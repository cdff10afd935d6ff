// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Estimates from a weighted sample. Hundreds of strata give denominators that no machine word holds, so
// the fractions here are GMP's.

#include "compiler/results/weighted.h"

#include <gmpxx.h>

#include <string>

namespace assize::results {
namespace {

using columns::Rational;

__extension__ using Unsigned128 = unsigned __int128;

mpz_class whole_of(columns::Whole128 number) {
  const bool negative = number < 0;
  const auto rest = negative ? -static_cast<Unsigned128>(number) : static_cast<Unsigned128>(number);
  mpz_class made = static_cast<unsigned long>(rest >> 64U);
  made <<= 64U;
  made += static_cast<unsigned long>(rest & 0xFFFFFFFFFFFFFFFFULL);
  return negative ? mpz_class(-made) : made;
}

mpq_class exact(const Rational& value) {
  mpq_class made(whole_of(value.numerator()), whole_of(value.denominator()));
  made.canonicalize();
  return made;
}

mpz_class power_of_ten(int decimals) {
  mpz_class made = 1;
  for (int i = 0; i < decimals; ++i) made *= 10;
  return made;
}

// Rounds half away from zero (or half to even) to so many decimals, and stays a fraction.
mpq_class rounded(const mpq_class& value, int decimals, bool half_even) {
  const mpz_class ten = power_of_ten(decimals);
  const mpz_class scaled = value.get_num() * ten;
  const mpz_class below = value.get_den();
  mpz_class quotient;
  mpz_class rest;
  mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), scaled.get_mpz_t(), below.get_mpz_t());
  const int half = cmp(mpz_class(2 * rest), below);
  const bool up = half > 0 || (half == 0 && (half_even ? mpz_odd_p(quotient.get_mpz_t()) != 0
                                                       : sgn(value) > 0));
  if (up) ++quotient;
  mpq_class made(quotient, ten);
  made.canonicalize();
  return made;
}

std::optional<Rational> as_rational(const mpq_class& value) {
  const auto number = Rational::parse(value.get_num().get_str());
  const auto below = Rational::parse(value.get_den().get_str());
  if (!number || !below || number->overflowed() || below->overflowed()) return std::nullopt;
  return *number / *below;
}

// Sides of an estimate are people: as many decimals as a reader can use.
constexpr int kDecimalsOfSides = 4;
constexpr int kDecimalsOfMargin = 4;

// The root of a fraction, to so many decimals, half up.
mpq_class root(const mpq_class& square, int decimals) {
  const mpz_class ten = power_of_ten(decimals);
  // round(sqrt(q)) is floor((isqrt(4 q) + 1) / 2), with q the square in units of the last decimal.
  const mpz_class four = (4 * square.get_num() * ten * ten) / square.get_den();
  const mpz_class floor_of_double = sqrt(four);
  mpq_class made(mpz_class((floor_of_double + 1) / 2), ten);
  made.canonicalize();
  return made;
}

/// Sums over the strata of a group.
struct Estimate {
  mpq_class numerator = 0;
  mpq_class denominator = 0;
  mpq_class variance = 0;  // of the numerator
  bool frame_lacks = false;
  bool rests_on_one = false;
};

void add_stratum(const check::Part& part, const Stratum& of_group, const Stratum& of_all,
                 std::int64_t people, Estimate& sum) {
  const mpz_class eligible = whole_of(people);
  const mpz_class all = whole_of(of_all.units);
  mpq_class weight(eligible, all);
  weight.canonicalize();
  const mpz_class units = whole_of(of_group.units);
  const bool mean = part.shape == check::Shape::kMean;
  const mpq_class counted = mean ? exact(of_group.sum) : mpq_class(whole_of(of_group.counted));
  sum.numerator += weight * counted;
  sum.denominator += weight * units;
  mpq_class sampled(all, eligible);
  sampled.canonicalize();
  const mpq_class left = 1 - sampled;  // the part that was not asked
  if (left <= 0) return;               // a full census has no error
  if (of_group.units == 1) {
    sum.rests_on_one = true;
    return;
  }
  const mpq_class speaks_for = weight * units;
  mpq_class spread;
  if (mean) {
    const mpq_class deviations = exact(of_group.sum_squares) - counted * counted / units;
    spread = deviations / (units - 1) / units;
  } else {
    const mpq_class share = counted / units;
    spread = share * (1 - share) / (units - 1);
  }
  sum.variance += speaks_for * speaks_for * left * spread;
}

}  // namespace

WeightedFigure weighted_figure(const check::Part& part, const Cell& group, const Cell& total,
                               const Eligible& eligible) {
  Estimate sum;
  for (const auto& [key, of_group] : group.strata) {
    if (of_group.units == 0) continue;
    const auto people = eligible.find(key);
    if (people == eligible.end() || people->second <= 0) {
      sum.frame_lacks = true;
      continue;
    }
    add_stratum(part, of_group, total.strata.at(key), people->second, sum);
  }
  WeightedFigure made;
  Figure& figure = made.figure;
  if (sum.frame_lacks) {
    figure.status = Status::kNotSubmitted;
    return made;
  }
  figure.numerator = as_rational(rounded(sum.numerator, kDecimalsOfSides, false));
  figure.denominator = as_rational(rounded(sum.denominator, kDecimalsOfSides, false));
  if (sum.denominator == 0) {
    figure.status = Status::kNotApplicable;
    return made;
  }
  const mpq_class factor = part.show.unit == check::Show::Unit::kPercent ? 100
                           : part.show.unit == check::Show::Unit::kPer
                               ? mpq_class(whole_of(part.show.per))
                               : mpq_class(1);
  mpq_class value = sum.numerator / sum.denominator * factor;
  for (const int decimals : part.show.decimals) value = rounded(value, decimals, part.show.half_even);
  if (part.show.decimals.empty()) value = rounded(value, 9, part.show.half_even);
  figure.value = as_rational(value);
  if (!part.show.margin_of_error) return made;
  if (sum.rests_on_one) {
    made.margin_status = Status::kUnknown;
    return made;
  }
  const mpq_class z = mpq_class(196, 100);
  const mpq_class scale = z * factor / sum.denominator;
  made.margin = as_rational(root(scale * scale * sum.variance, kDecimalsOfMargin));
  return made;
}

}  // namespace assize::results
