// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/means.h"

#include <gtest/gtest.h>

#include <vector>

namespace assize::statistics {
namespace {

TEST(mean_interval, of_four_values_uses_three_degrees_of_freedom) {
  const std::vector<double> values{18, 19, 20, 23};
  const Summary summary = summary_of(values);
  EXPECT_EQ(summary.count, 4U);
  EXPECT_DOUBLE_EQ(summary.mean, 20);
  EXPECT_DOUBLE_EQ(summary.standard_deviation * summary.standard_deviation, 14.0 / 3);
  const auto interval = mean_interval(summary, k95Percent);
  ASSERT_TRUE(interval);
  // t for 3 degrees of freedom is 3.182446.
  EXPECT_NEAR(interval->upper - 20, 3.182446 * summary.standard_deviation / 2, 1e-6);
  EXPECT_DOUBLE_EQ(20 - interval->lower, interval->upper - 20);
}

TEST(mean_interval, a_single_value_has_none) {
  EXPECT_FALSE(mean_interval(summary_of(std::vector<double>{19}), k95Percent));
  EXPECT_FALSE(mean_interval(summary_of({}), k95Percent));
}

TEST(summary_of, exact_sums_is_the_same) {
  const Summary summary = summary_of(4, 80, 324 + 361 + 400 + 529);
  EXPECT_DOUBLE_EQ(summary.mean, 20);
  EXPECT_DOUBLE_EQ(summary.standard_deviation * summary.standard_deviation, 14.0 / 3);
  EXPECT_EQ(summary_of(0, 0, 0).count, 0U);
  EXPECT_EQ(summary_of(1, 7, 49).standard_deviation, 0);
}

TEST(summary_of, keeps_its_digits_under_a_large_mean) {
  const std::vector<double> values{10000001, 10000003, 10000002};
  EXPECT_DOUBLE_EQ(summary_of(values).mean, 10000002);
  EXPECT_DOUBLE_EQ(summary_of(values).standard_deviation, 1);
}

}  // namespace
}  // namespace assize::statistics
