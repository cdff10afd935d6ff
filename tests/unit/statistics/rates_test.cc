// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/rates.h"

#include <gtest/gtest.h>

namespace assize::statistics {
namespace {

TEST(count_limits, are_exact_below_ten_and_byars_from_ten_on) {
  EXPECT_EQ(count_limits(9, k95Percent).lower, exact_count_limits(9, k95Percent).lower);
  EXPECT_EQ(count_limits(10, k95Percent).lower, byar_count_limits(10, k95Percent).lower);
  EXPECT_NE(exact_count_limits(10, k95Percent).lower, byar_count_limits(10, k95Percent).lower);
}

TEST(exact_count_limits, are_those_of_the_literature) {
  EXPECT_NEAR(exact_count_limits(10, k95Percent).lower, 4.7954, 5e-5);
  EXPECT_NEAR(exact_count_limits(10, k95Percent).upper, 18.3904, 5e-5);
  EXPECT_EQ(exact_count_limits(0, k95Percent).lower, 0);
  EXPECT_NEAR(exact_count_limits(0, k95Percent).upper, 3.6889, 5e-5);
}

TEST(byar_count_limits, do_not_go_below_nobody) {
  EXPECT_EQ(byar_count_limits(1, Confidence::per_thousand(998)).lower, 0);
}

TEST(rate_interval, goes_by_its_denominator) {
  const auto limits = rate_interval(20, 50000, 100000, k95Percent);
  ASSERT_TRUE(limits);
  EXPECT_DOUBLE_EQ(limits->lower, count_limits(20, k95Percent).lower * 2);
  EXPECT_FALSE(rate_interval(20, 0, 100000, k95Percent));
  EXPECT_FALSE(rate_interval(-1, 10, 100000, k95Percent));
}

}  // namespace
}  // namespace assize::statistics
