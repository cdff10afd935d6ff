// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// Cases and rows that no input reaches.

#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

constexpr const char* kShare = "population people\nnumerator those where home in home, if unknown count\n"
                               "show percent to 1 decimal, higher is better\n";

std::string codes_with(const std::string& cases) {
  return check_measure_body("let x of event : setting? by the first case that holds, if unknown try next {\n" + cases +
                            "\n}\n" + kShare)
      .codes();
}

std::string codes_of_table(const std::string& rows) {
  return check_measure_body("let x of event by the first row that fits, if unknown try next {\n"
                            "| place | urgent | x |\n" + rows + "\notherwise gives 0\n}\n" + kShare)
      .codes();
}

TEST(cases, a_case_asked_before_is_never_reached) {
  EXPECT_EQ(codes_with("case a gives own when place in home\ncase b gives own when urgent\notherwise gives unknown"), "");
  EXPECT_EQ(codes_with("case a gives own when place in home\ncase b gives care when place is family\notherwise gives unknown"),
            "W0303 case b gives care when place is family");
  EXPECT_EQ(codes_with("case a gives own when place in home\ncase b gives care when place is care\n"
                       "case c gives care when place is unknown\ncase d gives care when urgent\notherwise gives unknown"),
            "W0303 case d gives care when urgent");
}

TEST(cases, an_unknown_goes_on_to_the_next) {
  EXPECT_EQ(codes_with("case a gives own when place in home\ncase b gives own when not (place in home)\n"
                       "case c gives care when place is unknown\notherwise gives unknown"),
            "");
}

TEST(cases, a_value_that_is_always_known_takes_all) {
  EXPECT_EQ(codes_with("case a gives place\ncase b gives own when urgent\notherwise gives unknown"), "");
  EXPECT_EQ(codes_with("case a gives sure\ncase b gives own when urgent\notherwise gives unknown"),
            "W0303 case b gives own when urgent");
}

TEST(cases, ages_and_days_are_taken_for_independent) {
  EXPECT_EQ(codes_with("case a gives own when start before period.start\ncase b gives own when start on or after period.start\n"
                       "case c gives own when urgent\notherwise gives unknown"),
            "");
  EXPECT_EQ(codes_with("case a gives own when start before period.start\ncase b gives own when start before period.start\n"
                       "otherwise gives unknown"),
            "W0303 case b gives own when start before period.start");
}

TEST(cases, rows_are_looked_at_together) {
  EXPECT_EQ(codes_of_table("| own | yes | 1 |\n| own | no | 2 |\n| anything | yes | 3 |"), "");
  EXPECT_EQ(codes_of_table("| own | yes | 1 |\n| own | no | 2 |\n| own | anything | 3 |"), "W0303 own | anything | 3");
  EXPECT_EQ(codes_of_table("| home, care, unknown | anything | 1 |\n| own | no | 2 |"), "W0303 own | no | 2");
}

}  // namespace
}  // namespace assize::check
