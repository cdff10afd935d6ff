// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/assemble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/results/small_framework.h"

namespace assize::results {
namespace {

using check::Mark;
using columns::Rational;

std::string brief(const Row& row) {
  return row.geography_level + " " + row.geography_name + " " + row.group;
}

TEST(assemble, every_place_has_a_row_for_every_group_in_a_fixed_order) {
  const SmallFramework small;
  std::vector<std::string> rows;
  for (const Row& row : small.assembled().rows) rows.push_back(brief(row));
  EXPECT_THAT(rows, testing::ElementsAre(
                        "england England total", "england England male", "england England female",
                        "region North total", "region North male", "region North female",
                        "region South total", "region South male", "region South female",
                        "council Ash total", "council Ash male", "council Ash female",
                        "council Beck total", "council Beck male", "council Beck female",
                        "council Cole total", "council Cole male", "council Cole female"));
}

TEST(assemble, a_row_says_what_it_is_about) {
  SmallFramework small;
  small.count(0, 3, 8);
  const Row row = small.total("Ash");
  EXPECT_EQ(row.period, "2024-25");
  EXPECT_EQ(row.geography_code, "E1");
  EXPECT_EQ(row.breakdown, "total");
  EXPECT_EQ(code_of(*row.of_measure, *row.of_part), "2E(2a)");
  EXPECT_EQ(unit_text(row.of_part->show), "percent");
  EXPECT_EQ(row.numerator, Rational(3));
  EXPECT_EQ(row.denominator, Rational(8));
  EXPECT_EQ(row.value, Rational(375) / Rational(10));
  EXPECT_EQ(row.status, Status::kNone);
  EXPECT_EQ(row.note, "");
  EXPECT_EQ(small.assembled().edition, "ascof@2024-25");
}

TEST(assemble, totals_add_both_sides_and_then_divide) {
  SmallFramework small;
  small.count(0, 1, 2);
  small.count(1, 0, 8);
  small.count(2, 5, 10);
  EXPECT_EQ(small.total("North").value, Rational(10));
  EXPECT_EQ(small.total("England").value, Rational(30));
  EXPECT_EQ(small.total("England").denominator, Rational(20));
}

TEST(assemble, council_without_a_record_is_x_and_totals_say_so) {
  SmallFramework small;
  small.count(0, 1, 2);
  small.tally.measures.front().submitted[1] = false;
  small.tally.measures.front().submitted[2] = false;
  const Row beck = small.total("Beck");
  EXPECT_EQ(beck.status, Status::kNotSubmitted);
  EXPECT_FALSE(beck.numerator);
  EXPECT_FALSE(beck.denominator);
  EXPECT_EQ(small.total("North").note, "without 1 of 2 councils: 1 x");
  EXPECT_EQ(small.total("England").note, "without 2 of 3 councils: 2 x");
  EXPECT_EQ(small.total("South").status, Status::kNotSubmitted);
  EXPECT_FALSE(small.total("South").denominator);
}

TEST(assemble, nothing_to_divide_by_is_never_0) {
  const SmallFramework small;
  EXPECT_EQ(small.total("Ash").status, Status::kNotApplicable);
  EXPECT_FALSE(small.total("Ash").value);
  EXPECT_EQ(small.total("England").status, Status::kNotApplicable);
}

TEST(assemble, marks_stand_in_the_note) {
  SmallFramework small;
  small.count(0, 1, 2);
  small.mark(Mark::Status::kExperimental);
  small.mark(Mark::Status::kWithheld, {"Ash"});
  EXPECT_EQ(small.total("Ash").note, "experimental until 2026-09-30; withheld");
  EXPECT_EQ(small.total("Ash").value, Rational(50));  // before disclosure
  EXPECT_EQ(small.total("Beck").note, "experimental until 2026-09-30");
  EXPECT_EQ(small.total("England").note, "experimental until 2026-09-30");
}

TEST(assemble, what_councils_sent_by_choice_makes_no_total) {
  SmallFramework small;
  small.count(0, 1, 2);
  small.count(1, 1, 1);
  small.mark(Mark::Status::kVoluntary);
  EXPECT_EQ(small.total("Ash").value, Rational(50));
  EXPECT_EQ(small.total("Ash").note, "voluntary: no totals");
  for (const char* place : {"England", "North"}) {
    EXPECT_FALSE(small.total(place).value);
    EXPECT_FALSE(small.total(place).denominator);
    EXPECT_EQ(small.total(place).status, Status::kNotApplicable);
    EXPECT_EQ(small.total(place).note, "voluntary: no totals");
  }
}

TEST(assemble, what_cannot_be_compared_says_so) {
  SmallFramework small;
  small.count(0, 1, 2);
  small.mark(Mark::Status::kNotComparable);
  EXPECT_EQ(small.total("England").note, "not comparable with earlier editions");
}

TEST(assemble, what_is_left_out_is_not_in_totals) {
  SmallFramework small;
  small.count(0, 1, 2);
  small.count(1, 1, 1);
  small.mark(Mark::Status::kLeftOut, {"Beck"});
  EXPECT_EQ(small.total("England").denominator, Rational(2));
  EXPECT_EQ(small.total("England").note, "without 1 of 3 councils: 1 c");
  EXPECT_EQ(small.total("Beck").denominator, Rational(1));
}

TEST(assemble, tabulation_fills_the_numerator_alone_and_leaves_out_zero) {
  SmallFramework small;
  check::Breakdown by_gender;
  by_gender.dimensions.push_back({});
  by_gender.dimensions.back().name = "home";
  by_gender.dimensions.back().bands.resize(2);
  by_gender.dimensions.back().bands[0].label = "care_home";
  by_gender.dimensions.back().bands[1].label = "refuge";
  small.part().tabulations.push_back(std::move(by_gender));
  // Three groups: the two values, and unknown.
  small.tally.measures.front().parts.front().tabulations = {{2, 0, 1, 0, 0, 0, 0, 4, 0}};
  std::vector<std::string> rows;
  for (const Row& row : small.assembled().rows) {
    if (!row.is_tabulation) continue;
    EXPECT_FALSE(row.denominator);
    EXPECT_FALSE(row.value);
    EXPECT_EQ(row.status, Status::kNone);
    rows.push_back(row.geography_name + " " + row.breakdown + " " + row.group + " " +
                   row.numerator->to_text());
  }
  EXPECT_THAT(rows, testing::ElementsAre("England home care_home 3", "England home unknown 4",
                                         "North home care_home 2", "North home unknown 4",
                                         "South home care_home 1", "Ash home care_home 2",
                                         "Beck home unknown 4", "Cole home care_home 1"));
}

TEST(assemble, a_rate_above_100_percent_is_noted) {
  SmallFramework small;
  small.part().shape = check::Shape::kRate;
  small.count(0, 3, 2);
  EXPECT_EQ(small.total("Ash").value, Rational(150));
  EXPECT_EQ(small.total("Ash").note, "above 100: a rate is not held inside its denominator");
}

TEST(assemble, a_count_beyond_64_bits_is_a_limit) {
  SmallFramework small;
  small.count(0, 1, INT64_MAX);
  small.count(1, 1, INT64_MAX);
  const auto results = assemble(small.framework, small.inputs, small.tally, "");
  ASSERT_FALSE(results);
  EXPECT_EQ(results.failure().kind, columns::FailureKind::kLimit);
}

}  // namespace
}  // namespace assize::results
