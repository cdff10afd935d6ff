// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/exact.h"

namespace assize::statistics {
namespace {

__extension__ using Unsigned128 = unsigned __int128;

mpz_class power_of_ten(int decimals) {
  mpz_class made = 1;
  for (int i = 0; i < decimals; ++i) made *= 10;
  return made;
}

}  // namespace

mpz_class whole_of(columns::Whole128 number) {
  const bool negative = number < 0;
  const auto rest = negative ? -static_cast<Unsigned128>(number) : static_cast<Unsigned128>(number);
  mpz_class made = static_cast<unsigned long>(rest >> 64U);
  made <<= 64U;
  made += static_cast<unsigned long>(rest & 0xFFFFFFFFFFFFFFFFULL);
  return negative ? mpz_class(-made) : made;
}

mpq_class exact(const columns::Rational& value) {
  mpq_class made(whole_of(value.numerator()), whole_of(value.denominator()));
  made.canonicalize();
  return made;
}

mpq_class exact(double value) { return mpq_class(value); }

std::optional<columns::Rational> as_rational(const mpq_class& value) {
  const auto number = columns::Rational::parse(value.get_num().get_str());
  const auto below = columns::Rational::parse(value.get_den().get_str());
  if (!number || !below || number->overflowed() || below->overflowed()) return std::nullopt;
  return *number / *below;
}

mpq_class rounded(const mpq_class& value, int decimals, columns::Rounding rounding) {
  const mpz_class ten = power_of_ten(decimals);
  const mpz_class scaled = value.get_num() * ten;
  const mpz_class below = value.get_den();
  mpz_class quotient;
  mpz_class rest;
  mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), scaled.get_mpz_t(), below.get_mpz_t());
  const int half = cmp(mpz_class(2 * rest), below);
  bool up = half > 0;
  if (half == 0 && rounding == columns::Rounding::kHalfAwayFromZero) up = sgn(value) > 0;
  if (half == 0 && rounding == columns::Rounding::kHalfEven) up = mpz_odd_p(quotient.get_mpz_t()) != 0;
  if (rounding == columns::Rounding::kTowardsZero) up = sgn(value) < 0 && rest != 0;
  if (up) ++quotient;
  mpq_class made(quotient, ten);
  made.canonicalize();
  return made;
}

mpq_class root(const mpq_class& square, int decimals) {
  const mpz_class ten = power_of_ten(decimals);
  // round(sqrt(q)) is floor((isqrt(4 q) + 1) / 2), with q the square in units of the last decimal.
  const mpz_class four = (4 * square.get_num() * ten * ten) / square.get_den();
  const mpz_class floor_of_double = sqrt(four);
  mpq_class made(mpz_class((floor_of_double + 1) / 2), ten);
  made.canonicalize();
  return made;
}

}  // namespace assize::statistics
