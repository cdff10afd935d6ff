// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// How strongly words and signs bind, and what each becomes.

#include <gtest/gtest.h>

#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

TEST(Expressions, products_bind_before_sums_and_both_from_the_left) {
  EXPECT_EQ(expression_tree("1 - 2 * 3 - 4"),
            "-\n"
            "  -\n"
            "    number 1\n"
            "    *\n"
            "      number 2\n"
            "      number 3\n"
            "  number 4\n");
}

TEST(Expressions, a_minus_sign_binds_before_products) {
  EXPECT_EQ(expression_tree("-a * b"), "*\n  negative\n    path a\n  path b\n");
  EXPECT_EQ(expression_tree("- -1"), "negative\n  negative\n    number 1\n");
}

TEST(Expressions, tests_bind_after_sums_and_before_not) {
  EXPECT_EQ(expression_tree("not a + 1 < b"),
            "not\n  <\n    +\n      path a\n      number 1\n    path b\n");
}

TEST(Expressions, not_binds_before_and) {
  EXPECT_EQ(expression_tree("not a and b and c"), "and\n  not\n    path a\n  path b\n  path c\n");
}

TEST(Expressions, a_range_holds_both_ends) {
  EXPECT_EQ(expression_tree("d not in a to b + 7 days"),
            "not: in\n  path d\n  path a\n  +\n    path b\n    number 7 days\n");
  EXPECT_EQ(expression_tree("t in (a, b)"), "in\n  path t\n  list\n    path a\n    path b\n");
}

TEST(Expressions, if_unknown_is_about_the_whole_value) {
  EXPECT_EQ(expression_tree("a and b if unknown yes"),
            "if unknown\n  and\n    path a\n    path b\n  yes\n");
  EXPECT_EQ(expression_tree("not a if unknown (b or c)"),
            "if unknown\n  not\n    path a\n  brackets\n    or\n      path b\n      path c\n");
}

TEST(Expressions, what_makes_a_set_smaller_applies_from_the_left) {
  EXPECT_EQ(expression_tree("rows as r where a and b with latest end then preferring c"),
            "with\n"
            "  where\n"
            "    as r\n"
            "      path rows\n"
            "    and\n"
            "      path a\n"
            "      path b\n"
            "  key latest\n"
            "    path end\n"
            "  key preferring\n"
            "    path c\n");
}

TEST(Expressions, keys_say_where_the_unknown_goes) {
  EXPECT_EQ(
      expression_tree(
          "s with earliest born unknown last then best t by rank then lowest a unknown first"),
      "with\n"
      "  path s\n"
      "  key earliest, unknown last\n"
      "    path born\n"
      "  key best by rank\n"
      "    path t\n"
      "  key lowest, unknown first\n"
      "    path a\n");
}

TEST(Expressions, picks_of_sets_and_of_lists) {
  EXPECT_EQ(expression_tree("best known outcome of rows by rank"),
            "best of set by rank, known\n  path outcome\n  path rows\n");
  EXPECT_EQ(expression_tree("best of (a, b) by rank"),
            "best of list by rank\n  path a\n  path b\n");
  EXPECT_EQ(expression_tree("total (end - start) of (rows where x)"),
            "total of set\n"
            "  brackets\n"
            "    -\n"
            "      path end\n"
            "      path start\n"
            "  brackets\n"
            "    where\n"
            "      path rows\n"
            "      path x\n");
  EXPECT_EQ(expression_tree("earliest known of (a)"), "earliest of list, known\n  path a\n");
}

TEST(Expressions, the_only_value_with_and_without_what_a_difference_gives) {
  EXPECT_EQ(expression_tree("the home of their events in every council if they differ unknown"),
            "the\n  path home\n  their events in every council\n  unknown\n");
  EXPECT_EQ(expression_tree("the furthest end + 7 days"),
            "+\n  the furthest end\n  number 7 days\n");
}

TEST(Expressions, no_is_a_value_or_asks_for_an_empty_set) {
  EXPECT_EQ(expression_tree("no"), "no\n");
  EXPECT_EQ(expression_tree("no rows"), "no set\n  path rows\n");
  EXPECT_EQ(expression_tree("any (rows) and no their rows"),
            "and\n  any\n    brackets\n      path rows\n  no set\n    their rows\n");
}

TEST(Expressions, counts) {
  EXPECT_EQ(expression_tree("number of different council of rows"),
            "number of different\n  path council\n  path rows\n");
  EXPECT_EQ(expression_tree("number of all rows"), "number of\n  all rows\n");
}

TEST(Expressions, calls_take_days_and_ways_of_reckoning) {
  EXPECT_EQ(expression_tree("age(born, on 2024-04-01, in completed years of 365.25 days)"),
            "call age\n"
            "  path born\n"
            "  on\n"
            "    date 2024-04-01\n"
            "  in completed years of\n"
            "    number 365.25 days\n");
  EXPECT_EQ(expression_tree("age(on d, in completed years by birthdays)"),
            "call age\n  on\n    path d\n  in completed years by birthdays\n");
}

TEST(Expressions, numbers_lose_the_marks_that_group_them) {
  EXPECT_EQ(expression_tree("100_000"), "number 100000\n");
  EXPECT_EQ(expression_tree("1 day"), "number 1 days\n");
  EXPECT_EQ(expression_tree("2 years"), "number 2 years\n");
}

TEST(Expressions, clause_words_are_names_behind_a_dot_and_in_backquotes) {
  EXPECT_EQ(expression_tree("home.denominator"), "path home.denominator\n");
  EXPECT_EQ(expression_tree("`numerator`.end.number"), "path numerator.end.number\n");
}

TEST(Expressions, windows_of_days) {
  EXPECT_EQ(expression_tree("d within 84 days after e"),
            "within after\n  path d\n  number 84 days\n  path e\n");
  EXPECT_EQ(expression_tree("d on or before e"), "on or before\n  path d\n  path e\n");
  EXPECT_EQ(expression_tree("s overlaps a to b"), "overlaps\n  path s\n  path a\n  path b\n");
  EXPECT_EQ(expression_tree("c starts with \"65\""), "starts with \"65\"\n  path c\n");
}

TEST(Expressions, tests_for_what_is_known) {
  EXPECT_EQ(expression_tree("x is not known"), "not: is known\n  path x\n");
  EXPECT_EQ(expression_tree("x is unknown"), "is\n  path x\n  unknown\n");
  EXPECT_EQ(expression_tree("x is not none"), "not: is\n  path x\n  none\n");
}

TEST(Expressions, places_cover_what_was_written) {
  const Reading reading("  (a + b) if unknown 3 ", Entry::kExpression);
  EXPECT_EQ(reading.tree_text(),
            "if unknown  [1:3-22]\n"
            "  brackets  [1:3-9]\n"
            "    +  [1:4-8]\n"
            "      path a  [1:4-4]\n"
            "      path b  [1:8-8]\n"
            "  number 3  [1:22-22]\n");
  EXPECT_EQ(reading.sources.file(0).text(reading.tree.expression->word), "if unknown");
}

TEST(Expressions, what_does_not_end_gives_no_expression) {
  const Reading reading("1 +", Entry::kExpression);
  EXPECT_EQ(reading.tree.expression, nullptr);
  EXPECT_EQ(reading.messages(), "1:4 E0101 expected a value, found the end of the file\n");
  EXPECT_EQ(Reading("1 2", Entry::kExpression).tree.expression, nullptr);
  EXPECT_EQ(Reading("", Entry::kExpression).messages(),
            "1:1 E0101 expected a condition, found the end of the file\n");
}

}  // namespace
}  // namespace assize::syntax
