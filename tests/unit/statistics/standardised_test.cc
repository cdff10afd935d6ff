// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/standardised.h"

#include <gtest/gtest.h>

#include <vector>

#include "runtime/statistics/rates.h"

namespace assize::statistics {
namespace {

TEST(directly_standardised, of_one_band_is_the_crude_rate) {
  const std::vector<AgeBand> bands{{20, 1000, 500, {}}};
  const auto made = directly_standardised(bands, 1000, k95Percent);
  ASSERT_TRUE(made);
  EXPECT_DOUBLE_EQ(made->rate, 20);
  const Interval crude = *rate_interval(20, 1000, 1000, k95Percent);
  EXPECT_NEAR(made->interval.lower, crude.lower, 1e-12);
  EXPECT_NEAR(made->interval.upper, crude.upper, 1e-12);
}

TEST(directly_standardised, weighs_bands_by_the_standard_population) {
  const std::vector<AgeBand> bands{{10, 100, 1, {}}, {10, 1000, 3, {}}};
  const auto made = directly_standardised(bands, 1000, k95Percent);
  ASSERT_TRUE(made);
  EXPECT_DOUBLE_EQ(made->rate, (100 * 1 + 10 * 3) / 4.0);
}

TEST(directly_standardised, several_events_of_one_person_widen_it) {
  const std::vector<AgeBand> single{{20, 1000, 500, {}}};
  const std::vector<AgeBand> repeated{{20, 1000, 500, 60}};
  EXPECT_LT(directly_standardised(repeated, 1, k95Percent)->interval.lower,
            directly_standardised(single, 1, k95Percent)->interval.lower);
}

TEST(directly_standardised, there_is_none_of_few_events_or_impossible_bands) {
  EXPECT_FALSE(directly_standardised(std::vector<AgeBand>{{9, 1000, 500, {}}}, 1, k95Percent));
  EXPECT_FALSE(directly_standardised(std::vector<AgeBand>{{20, 0, 500, {}}}, 1, k95Percent));
  EXPECT_FALSE(directly_standardised(std::vector<AgeBand>{{20, 100, -5, {}}}, 1, k95Percent));
  EXPECT_FALSE(directly_standardised(std::vector<AgeBand>{{-1, 100, 5, {}}, {30, 100, 5, {}}}, 1,
                                     k95Percent));
}

}  // namespace
}  // namespace assize::statistics
