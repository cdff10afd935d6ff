// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

std::string codes_of(const std::string& clauses, const std::string& population = "population people") {
  return check_measure_body(population + "\nnumerator those where home in home, if unknown count\n" +
                            clauses + "\nshow percent to 1 decimal, higher is better")
      .codes();
}

TEST(unknowns, a_plain_test_in_a_filter_is_quiet) {
  EXPECT_EQ(codes_of("let s = their events where place is own"), "");
  EXPECT_EQ(codes_of("let s = their events where place in home and late"), "");
  EXPECT_EQ(codes_of("let s = their events where (place in home or late)"), "");
}

TEST(unknowns, any_other_test_in_a_filter_must_be_settled) {
  EXPECT_EQ(codes_of("let s = their events where place is not own"), "E0301 place");
  EXPECT_EQ(codes_of("let s = their events where not late"), "E0301 late");
  EXPECT_EQ(codes_of("let s = their events where born before start"), "E0301 born");
  EXPECT_EQ(codes_of("let s = their events where (place is not own if unknown no)"), "");
}

TEST(unknowns, two_unsettled_tests_are_two_messages) {
  EXPECT_EQ(codes_of("let s = their events where place is not own and not late"),
            "E0301 place; E0301 late");
}

TEST(unknowns, what_is_asked_first_is_known_after) {
  EXPECT_EQ(codes_of("let s = their events where place is known and place is not own"), "");
  EXPECT_EQ(codes_of("let s = their events where place in home and place is not own"), "");
  EXPECT_EQ(codes_of("let s = their events where born is known and born before start"), "");
}

TEST(unknowns, none_fits_no_test_and_is_never_unknown) {
  EXPECT_EQ(codes_of("let s = their events where perhaps is not own"), "");
  EXPECT_EQ(codes_of("let s = their events where death before start"), "");
}

TEST(unknowns, a_step_says_what_an_unknown_does) {
  const auto population = [](const std::string& step) { return "population people { " + step + " }"; };
  EXPECT_EQ(codes_of("", population("leave out \"x\" when age(on period.end) < 18")),
            "E0301 age(on period.end)");
  EXPECT_EQ(codes_of("", population("leave out \"x\" when age(on period.end) < 18, if unknown keep")), "");
  EXPECT_EQ(codes_of("", population("in every step, if unknown leave out leave out \"x\" when age(on "
                                    "period.end) < 18")),
            "");
}

TEST(unknowns, a_step_makes_known_what_it_leaves_out) {
  EXPECT_EQ(codes_of("", "population people { leave out \"no birth\" when birth is unknown leave out "
                         "\"x\" when age(on period.end) < 18 }"),
            "");
}

TEST(unknowns, a_policy_with_nothing_to_decide_is_a_warning) {
  EXPECT_EQ(codes_of("", "population people { leave out \"x\" when died before period.start, if unknown "
                         "keep }"),
            "W0302 , if unknown keep");
  EXPECT_EQ(codes_of("let s = their events where (sure is not own if unknown no)").substr(0, 5), "W0302");
}

TEST(unknowns, a_numerator_says_what_an_unknown_does) {
  EXPECT_EQ(check_measure_body("population people\nnumerator those where home in home\n"
                               "show percent to 1 decimal, higher is better")
                .codes(),
            "E0301 home");
}

TEST(unknowns, cases_say_what_an_unknown_does) {
  EXPECT_EQ(codes_of("let c of event : setting? by the first case that holds {\n"
                     "  case a gives own when place is own\n otherwise gives unknown\n}"),
            "E0301 place");
  EXPECT_EQ(codes_of("let c of event : setting? by the first case that holds, if unknown try next {\n"
                     "  case a gives own when place is own\n case b gives sure\n otherwise gives unknown\n}"),
            "");
}

TEST(unknowns, a_table_says_what_an_unknown_does) {
  const std::string rows = "{\n | place | urgent | c |\n | home | yes | own |\n | unknown | anything | care |\n"
                           " otherwise gives family\n}";
  EXPECT_EQ(codes_of("let c of event : setting by the first row that fits " + rows).substr(0, 5), "E0301");
  EXPECT_EQ(codes_of("let c of event : setting by the first row that fits, if unknown try next " + rows), "");
}

TEST(unknowns, an_unknown_does_not_pass_into_a_type_that_has_none) {
  EXPECT_EQ(codes_of("let c of event : setting by the first case that holds {\n"
                     "  case a gives place when urgent\n otherwise gives own\n}")
                .substr(0, 5),
            "E0309");
}

TEST(unknowns, an_extreme_says_that_it_passes_over_unknown_values) {
  EXPECT_EQ(codes_of("let d = best place of their events by rank").substr(0, 5), "E0305");
  EXPECT_EQ(codes_of("let d = best known place of their events by rank"), "");
}

TEST(unknowns, a_key_that_may_be_unknown_says_where_it_stands) {
  EXPECT_EQ(codes_of("let s = their events with earliest born").substr(0, 5), "E0306");
  EXPECT_EQ(codes_of("let s = their events with earliest born unknown last"), "");
  EXPECT_EQ(codes_of("let s = their events with preferring born is known then earliest born"), "");
}

TEST(ties, a_pick_that_can_tie_is_refused) {
  EXPECT_EQ(codes_of("let p = the sure of (their events with latest start)"),
            "E0304 the sure of (their events with latest start)");
  EXPECT_EQ(codes_of("let p = the sure of (their events with latest start then highest id)"), "");
  EXPECT_EQ(codes_of("let p = the sure of (their events with latest start) if they differ unknown"), "");
  EXPECT_EQ(codes_of("let p = the start of (their events with latest start)"), "");
}

TEST(ties, one_record_cannot_tie) {
  EXPECT_EQ(codes_of("let p = the sure of (their events where id is 3)"), "");
}

}  // namespace
}  // namespace assize::check
