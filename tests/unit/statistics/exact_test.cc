// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/exact.h"

#include <gtest/gtest.h>

namespace assize::statistics {
namespace {

TEST(exact, halves_go_away_from_zero_or_to_the_even_neighbour) {
  EXPECT_EQ(rounded(mpq_class(1, 4), 1), mpq_class(3, 10));
  EXPECT_EQ(rounded(mpq_class(-1, 4), 1), mpq_class(-3, 10));
  EXPECT_EQ(rounded(mpq_class(1, 4), 1, columns::Rounding::kHalfEven), mpq_class(1, 5));
  EXPECT_EQ(rounded(mpq_class(29, 10), 0, columns::Rounding::kTowardsZero), mpq_class(2));
  EXPECT_EQ(rounded(mpq_class(-29, 10), 0, columns::Rounding::kTowardsZero), mpq_class(-2));
  EXPECT_EQ(rounded(mpq_class(23, 80) * 100, 1), mpq_class(144, 5));
}

TEST(exact, a_root_is_true_to_its_last_decimal) {
  EXPECT_EQ(root(2, 4), mpq_class(7071, 5000));
  EXPECT_EQ(root(mpq_class(1, 16), 2), mpq_class(1, 4));
  EXPECT_EQ(root(0, 4), 0);
}

TEST(exact, a_number_in_binary_is_the_fraction_it_is) {
  EXPECT_EQ(exact(0.5), mpq_class(1, 2));
  EXPECT_NE(exact(0.1), mpq_class(1, 10));
}

TEST(exact, what_does_not_fit_128_bits_is_nothing) {
  mpq_class large(1);
  for (int i = 0; i < 50; ++i) large *= 10;
  EXPECT_FALSE(as_rational(large));
  EXPECT_EQ(as_rational(mpq_class(7, 2)), columns::Rational(7) / columns::Rational(2));
}

}  // namespace
}  // namespace assize::statistics
