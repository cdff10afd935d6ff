// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

Checked with_let(const std::string& let) {
  return check_measure_body("population people\nnumerator those where home in home, if unknown count\n" +
                            let + "\nshow percent to 1 decimal, higher is better");
}

TEST(names, an_unknown_name_comes_with_the_nearest) {
  const Checked checked = with_let("let s = their events where plaec is own");
  EXPECT_EQ(checked.codes(), "E0201 plaec");
  ASSERT_FALSE(checked.found[0].fixes.empty());
  EXPECT_EQ(checked.found[0].fixes[0].edits[0].text, "place");
}

TEST(names, a_code_is_looked_for_in_its_list_alone) {
  const Checked checked = with_let("let s = their events where place is famly");
  EXPECT_EQ(checked.codes(), "E0403 famly");
  EXPECT_EQ(checked.found[0].fixes[0].edits[0].text, "family");
}

TEST(names, no_expression_names_a_value_that_means_unknown) {
  EXPECT_EQ(with_let("let s = their events where place is unclear").codes(), "E0403 unclear");
}

TEST(names, a_plural_says_whose_it_is) {
  EXPECT_EQ(with_let("let s = events where urgent").codes(), "E0209 events");
  EXPECT_EQ(with_let("let s = number of (all events where urgent)").codes(), "E0401 all events");
}

TEST(names, nothing_shadows_a_field_or_fact) {
  EXPECT_EQ(with_let("let start = 3").codes(), "E0206 start");
  EXPECT_EQ(with_let("let birth = 3").codes(), "E0206 birth");
}

TEST(names, a_let_may_not_depend_on_itself) {
  EXPECT_EQ(with_let("let a = b + 1\nlet b = a + 1").bare_codes(), "E0208");
}

TEST(names, two_records_of_one_name_must_be_told_apart) {
  EXPECT_EQ(with_let("let s = their events where any (their events where start before event.start)").codes(),
            "E0206 event");
  EXPECT_EQ(with_let("let s = their events where any (their events as again where start before event.start)")
                .codes(),
            "");
}

TEST(names, a_field_needs_a_record_under_test) {
  EXPECT_EQ(with_let("let s = start before period.start").codes(), "E0201 start");
}

TEST(names, a_column_of_numbers_stands_after_a_code) {
  EXPECT_EQ(with_let("let n of event = sure.points").codes(), "");
  EXPECT_EQ(with_let("let n of event = sure.point").codes(), "E0201 point");
}

}  // namespace
}  // namespace assize::check
