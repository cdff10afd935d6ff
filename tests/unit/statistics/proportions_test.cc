// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/proportions.h"

#include <gtest/gtest.h>

namespace assize::statistics {
namespace {

TEST(wilson_interval, is_the_one_of_the_literature) {
  const auto interval = wilson_interval(15, 148, k95Percent);
  ASSERT_TRUE(interval);
  EXPECT_NEAR(interval->lower, 0.0624, 5e-5);
  EXPECT_NEAR(interval->upper, 0.1605, 5e-5);
}

TEST(wilson_interval, meets_nobody_and_everybody_exactly) {
  EXPECT_EQ(wilson_interval(0, 20, k95Percent)->lower, 0);
  EXPECT_NEAR(wilson_interval(0, 20, k95Percent)->upper, 0.1611, 5e-5);
  EXPECT_EQ(wilson_interval(20, 20, k95Percent)->upper, 1);
  EXPECT_DOUBLE_EQ(wilson_interval(20, 20, k95Percent)->lower,
                   1 - wilson_interval(0, 20, k95Percent)->upper);
}

TEST(wilson_interval, there_is_none_without_a_proportion) {
  EXPECT_FALSE(wilson_interval(0, 0, k95Percent));
  EXPECT_FALSE(wilson_interval(-1, 5, k95Percent));
  EXPECT_FALSE(wilson_interval(6, 5, k95Percent));
}

TEST(difference_interval, is_the_one_of_the_literature) {
  const auto interval = difference_interval({56, 70}, {48, 80}, k95Percent);
  ASSERT_TRUE(interval);
  EXPECT_NEAR(interval->lower, 0.0524, 5e-5);
  EXPECT_NEAR(interval->upper, 0.3339, 5e-5);
  EXPECT_FALSE(difference_interval({56, 70}, {1, 0}, k95Percent));
}

TEST(funnel_limits, stay_within_nobody_and_everybody) {
  const Interval one = funnel_limits(0.8, 1, k95Percent);
  EXPECT_EQ(one.upper, 1);
  EXPECT_NEAR(one.lower, 0.016, 1e-4);
  EXPECT_EQ(funnel_limits(0.8, 1, Confidence::per_thousand(998)).lower, 0);
}

}  // namespace
}  // namespace assize::statistics
