// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/rational.h"

#include <gtest/gtest.h>

#include <limits>

namespace assize::columns {
namespace {

Rational of(const char* text) { return Rational::parse(text).value(); }

const Rational kLargest(std::numeric_limits<std::int64_t>::max());

TEST(rational, reads_plain_decimal_numbers_alone) {
  EXPECT_EQ(of("-12.50"), Rational(-25, 2));
  EXPECT_EQ(of("007"), Rational(7));
  EXPECT_EQ(of("0.0"), Rational(0));
  for (const char* text : {"", "-", ".5", "5.", "1e3", "1,000", " 1", "+1", "1.2.3", "x"}) {
    EXPECT_FALSE(Rational::parse(text)) << text;
  }
}

TEST(rational, is_always_reduced_with_its_sign_above) {
  const Rational half(-3, -6);
  EXPECT_EQ(half.numerator(), 1);
  EXPECT_EQ(half.denominator(), 2);
  EXPECT_EQ(Rational(3, -6), Rational(-1, 2));
  EXPECT_EQ(Rational(0, -5).denominator(), 1);
}

TEST(rational, adds_subtracts_multiplies_and_divides_exactly) {
  EXPECT_EQ(Rational(1, 3) + Rational(1, 6), Rational(1, 2));
  EXPECT_EQ(Rational(1, 3) - Rational(1, 2), Rational(-1, 6));
  EXPECT_EQ(Rational(2, 3) * Rational(9, 4), Rational(3, 2));
  EXPECT_EQ(Rational(2, 3) / Rational(-4, 9), Rational(-3, 2));
  EXPECT_EQ(of("0.1") + of("0.2"), of("0.3"));
}

TEST(rational, rounds_half_away_from_zero_or_half_to_even) {
  EXPECT_EQ(of("0.25").rounded(1), of("0.3"));
  EXPECT_EQ(of("-0.25").rounded(1), of("-0.3"));
  EXPECT_EQ(of("0.25").rounded(1, Rounding::kHalfEven), of("0.2"));
  EXPECT_EQ(of("0.35").rounded(1, Rounding::kHalfEven), of("0.4"));
  EXPECT_EQ(of("2.5").rounded(0), Rational(3));
  EXPECT_EQ(of("2.99").rounded(0, Rounding::kTowardsZero), Rational(2));
  EXPECT_EQ(of("-2.99").rounded(0, Rounding::kTowardsZero), Rational(-2));
  EXPECT_EQ(of("2.99").rounded(1, Rounding::kTowardsZero), of("2.9"));
  EXPECT_EQ(of("2.5").rounded(0, Rounding::kHalfEven), Rational(2));
  EXPECT_EQ(Rational(200, 3).rounded(1), of("66.7"));
  EXPECT_EQ(of("0.2499999999").rounded(1), of("0.2"));
}

TEST(rational, writes_so_many_decimals_or_the_shortest_text) {
  EXPECT_EQ(Rational(200, 3).rounded(1).to_text(1), "66.7");
  EXPECT_EQ(Rational(100).to_text(1), "100.0");
  EXPECT_EQ(of("-0.05").to_text(2), "-0.05");
  EXPECT_EQ(of("-0.04").rounded(1).to_text(1), "0.0");
  EXPECT_EQ(Rational(2).to_text(), "2");
  EXPECT_EQ(Rational(1, 4).to_text(), "0.25");
  EXPECT_EQ(Rational(-1, 3).to_text(), "-1/3");
  EXPECT_EQ(of("365.25").to_text(), "365.25");
}

TEST(rational, rounds_down_to_a_whole_number_also_below_zero) {
  EXPECT_EQ(of("2.9").floor(), 2);
  EXPECT_EQ(of("-2.1").floor(), -3);
  EXPECT_EQ(Rational(-4).floor(), -4);
}

TEST(rational, compares_without_a_product_that_could_overflow) {
  const Rational near_one(std::numeric_limits<std::int64_t>::max() - 1,
                          std::numeric_limits<std::int64_t>::max());
  const Rational nearer = near_one * near_one;
  EXPECT_LT(nearer, near_one);
  EXPECT_LT(Rational(-1, 2), Rational(-1, 3));
  EXPECT_GT(Rational(22, 7), Rational(355, 113));
  EXPECT_EQ(Rational(1, 2) <=> Rational(2, 4), std::strong_ordering::equal);
}

TEST(rational, keeps_the_mark_of_an_overflow_for_ever) {
  Rational power(1);
  for (int i = 0; i < 3; ++i) power = power * kLargest;
  EXPECT_TRUE(power.overflowed());
  EXPECT_TRUE((power - power).overflowed());
  EXPECT_TRUE((Rational(0) * power).overflowed());
  EXPECT_TRUE(power.rounded(1).overflowed());
  EXPECT_FALSE((kLargest * kLargest).overflowed());
  EXPECT_TRUE(Rational::parse("99999999999999999999999999999999999999999")->overflowed());
}

TEST(rational, cancels_before_it_multiplies) {
  const Rational large = kLargest * kLargest;
  EXPECT_EQ(large * (Rational(1) / large), Rational(1));
  EXPECT_EQ(large / large, Rational(1));
}

}  // namespace
}  // namespace assize::columns
