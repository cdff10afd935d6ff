// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/intervals.h"

#include <gtest/gtest.h>

#include "compiler/results/assemble.h"
#include "tests/unit/results/small_framework.h"

namespace assize::results {
namespace {

using columns::Rational;

Rational tenths(std::int64_t number) { return Rational(number) / Rational(10); }

Row council(const SmallFramework& small, Intervals intervals) {
  Purpose purpose;
  purpose.intervals = intervals;
  const auto results = assemble(small.framework, small.inputs, small.tally, purpose);
  EXPECT_TRUE(results);
  for (const Row& row : results->rows) {
    if (row.geography_name == "Ash" && row.breakdown == "total") return row;
  }
  ADD_FAILURE() << "no row for Ash";
  return {};
}

TEST(intervals, are_given_where_the_edition_publishes_them_or_on_request) {
  SmallFramework small;
  small.count(0, 15, 148);
  EXPECT_FALSE(council(small, Intervals::kWherePublished).lower);
  // The published example of Wilson's interval: 0.0624 to 0.1605.
  EXPECT_EQ(council(small, Intervals::kEverywhere).lower, tenths(62));
  EXPECT_EQ(council(small, Intervals::kEverywhere).upper, tenths(160));
  small.part().show.wilson_intervals = true;
  EXPECT_EQ(council(small, Intervals::kWherePublished).lower, tenths(62));
}

TEST(intervals, of_nothing_to_divide_by_are_none) {
  SmallFramework small;
  EXPECT_FALSE(council(small, Intervals::kEverywhere).lower);
  EXPECT_FALSE(council(small, Intervals::kEverywhere).upper);
}

TEST(intervals, of_a_rate_are_exact_below_ten_and_byars_above) {
  SmallFramework small;
  small.part().shape = check::Shape::kRate;
  small.part().show.unit = check::Show::Unit::kPer;
  small.part().show.per = 100;
  small.count(0, 5, 100);
  EXPECT_EQ(council(small, Intervals::kEverywhere).lower, tenths(16));   // 1.623
  EXPECT_EQ(council(small, Intervals::kEverywhere).upper, tenths(117));  // 11.668
  small.count(0, 20, 100);
  EXPECT_EQ(council(small, Intervals::kEverywhere).lower, tenths(122));  // 12.211
  EXPECT_EQ(council(small, Intervals::kEverywhere).upper, tenths(309));  // 30.890
}

TEST(intervals, of_a_mean_use_students_t) {
  SmallFramework small;
  small.part().shape = check::Shape::kMean;
  small.part().show.unit = check::Show::Unit::kScore;
  small.count(0, 0, 4);
  small.cell(0, 0).numerator_quantity = Rational(80);
  small.cell(0, 0).sum_squares = Rational(324 + 361 + 400 + 529);        // 18, 19, 20, 23
  EXPECT_EQ(council(small, Intervals::kEverywhere).lower, tenths(166));  // 20 less 3.437
  EXPECT_EQ(council(small, Intervals::kEverywhere).upper, tenths(234));
  small.count(0, 0, 1);
  EXPECT_FALSE(council(small, Intervals::kEverywhere).lower);
}

TEST(intervals, of_a_share_stay_within_0_and_100) {
  check::Show show;
  show.unit = check::Show::Unit::kPercent;
  show.decimals = {1};
  const auto limits = shown_limits(show, mpq_class(-3), mpq_class(104));
  ASSERT_TRUE(limits);
  EXPECT_EQ(limits->lower, Rational(0));
  EXPECT_EQ(limits->upper, Rational(100));
}

}  // namespace
}  // namespace assize::results
