// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/disclose.h"

#include <gtest/gtest.h>

#include "compiler/results/attrition.h"
#include "tests/unit/results/small_framework.h"

namespace assize::results {
namespace {

using check::DisclosureRule;
using columns::Rational;

/// The small framework with the rules of ASCOF: below 5 in councils, to 5 in totals.
struct Published : SmallFramework {
  Published() {
    framework.disclosure = {{true, 5, DisclosureRule::Where::kCouncils},
                            {false, 5, DisclosureRule::Where::kTotals}};
  }

  Row published_total(const std::string& place) const {
    Results results = assembled();
    disclose(framework, results);
    for (const Row& row : results.rows) {
      if (row.geography_name == place && row.breakdown == "total") return row;
    }
    ADD_FAILURE() << "no total for " << place;
    return {};
  }
};

TEST(disclose, a_small_count_goes_and_the_value_made_from_it) {
  Published small;
  small.count(0, 4, 40);
  const Row row = small.published_total("Ash");
  EXPECT_FALSE(row.numerator);
  EXPECT_EQ(row.denominator, Rational(40));
  EXPECT_FALSE(row.value);
  EXPECT_EQ(row.status, Status::kWithheld);
}

TEST(disclose, a_count_of_zero_or_five_stays) {
  Published small;
  small.count(0, 0, 5);
  const Row row = small.published_total("Ash");
  EXPECT_EQ(row.numerator, Rational(0));
  EXPECT_EQ(row.denominator, Rational(5));
  EXPECT_EQ(row.value, Rational(0));
  EXPECT_EQ(row.status, Status::kNone);
}

TEST(disclose, nothing_to_divide_by_stays_so) {
  Published small;
  small.count(0, 0, 0);
  EXPECT_EQ(small.published_total("Ash").status, Status::kNotApplicable);
}

TEST(disclose, totals_are_rounded_half_up_and_keep_the_value_that_was_computed) {
  Published small;
  small.count(0, 3, 7);
  small.count(1, 10, 36);
  const Row row = small.published_total("England");
  EXPECT_EQ(row.numerator, Rational(15));    // 13
  EXPECT_EQ(row.denominator, Rational(45));  // 43
  EXPECT_EQ(row.value, Rational(302, 10));   // 13 of 43, not 15 of 45
}

TEST(disclose, a_weighted_count_is_rounded_half_up) {
  Published small;
  EXPECT_EQ(disclosed_count(small.framework, Level::kEngland, Rational(15, 2)), Rational(10));
  EXPECT_EQ(disclosed_count(small.framework, Level::kEngland, Rational(2)), Rational(0));
  EXPECT_EQ(disclosed_count(small.framework, Level::kCouncil, Rational(1, 2)), std::nullopt);
}

TEST(disclose, a_rule_without_a_place_holds_everywhere) {
  Published small;
  small.framework.disclosure = {{true, 5, DisclosureRule::Where::kEverywhere}};
  EXPECT_EQ(disclosed_count(small.framework, Level::kGrouping, Rational(4)), std::nullopt);
  EXPECT_EQ(disclosure_words(small.framework), "counts below 5 hidden as [c]");
}

TEST(disclose, what_is_withheld_is_hidden_and_stays_in_the_totals) {
  Published small;
  small.count(0, 10, 20);
  small.count(1, 30, 40);
  small.mark(check::Mark::Status::kWithheld, {"Ash"});
  const Row own = small.published_total("Ash");
  EXPECT_EQ(own.status, Status::kWithheld);
  EXPECT_FALSE(own.numerator || own.denominator || own.value);
  EXPECT_EQ(own.note, "withheld");
  EXPECT_EQ(small.published_total("England").denominator, Rational(60));
}

TEST(disclose, a_measure_withheld_for_all_has_no_figure_at_all) {
  Published small;
  small.count(0, 10, 20);
  small.mark(check::Mark::Status::kWithheld);
  EXPECT_EQ(small.published_total("England").status, Status::kWithheld);
}

TEST(disclose, other_marks_hide_nothing) {
  Published small;
  small.count(0, 10, 20);
  small.mark(check::Mark::Status::kCarriedForward, {"Ash"});
  EXPECT_EQ(small.published_total("Ash").value, Rational(50));
}

TEST(disclose, the_sum_of_a_mean_goes_with_the_people_it_was_made_from) {
  Published small;
  small.part().shape = check::Shape::kMean;
  small.cell(0, 0).denominator = 3;
  small.cell(0, 0).numerator_quantity = Rational(60);
  const Row row = small.published_total("Ash");
  EXPECT_FALSE(row.numerator || row.denominator || row.value);
}

TEST(disclose, stages_that_add_up_leave_together_or_not_at_all) {
  Published small;
  MeasureTally& measured = small.tally.measures.front();
  measured.base = {9, 20, 0};
  measured.parts.front().population = {9, 20, 0};
  small.count(0, 4, 9);
  small.count(1, 10, 20);
  const auto stages = stages_of(measured);
  const auto places = places_of(small.framework, small.inputs);
  const auto leaves = [&](const std::string& name) {
    for (const Place& place : places) {
      if (place.name == name) return may_leave(small.framework, stages, place);
    }
    ADD_FAILURE() << name;
    return false;
  };
  EXPECT_FALSE(leaves("Ash"));
  EXPECT_TRUE(leaves("Beck"));
  EXPECT_TRUE(leaves("England"));
}

}  // namespace
}  // namespace assize::results
