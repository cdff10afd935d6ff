// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// One mistake gives one message, and what is not touched by it is read.

#include <gtest/gtest.h>

#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

TEST(Recovery, each_of_several_mistakes_is_reported_once) {
  const Reading reading(
      "measure m {\n"
      "  kind\n"
      "  lag 3 fortnights\n"
      "  serves home\n"
      "  numerator those x\n"
      "  population people {\n"
      "    leave out when a\n"
      "    keep \"b\" when b\n"
      "    keep \"c\" c\n"
      "  }\n"
      "  show percent\n"
      "}\n"
      "measure n { title }\n"
      "measure o { title \"o\" }\n");
  EXPECT_EQ(reading.places(),
            "3:3+3 E0101\n"
            "3:9+10 E0101\n"
            "5:19+1 E0101\n"
            "7:15+4 E0101\n"
            "9:14+1 E0101\n"
            "13:19+1 E0101\n");
  ASSERT_EQ(reading.tree.measures.size(), 3U);
  const MeasureBody& body = reading.tree.measures[0].body;
  EXPECT_TRUE(body.serves);
  EXPECT_TRUE(body.show);
  ASSERT_EQ(body.populations.size(), 1U);
  ASSERT_EQ(body.populations[0].steps.size(), 1U);
  EXPECT_EQ(body.populations[0].steps[0].label.value, "b");
  EXPECT_EQ(reading.tree.measures[2].body.docs.size(), 1U);
}

TEST(Recovery, a_word_that_begins_no_clause_takes_its_braces_with_it) {
  const Reading reading("measure m {\n  something people { keep \"a\" when b }\n  show days\n}\n");
  EXPECT_EQ(reading.places(), "2:3+9 E0101\n");
  EXPECT_TRUE(reading.tree.measures.at(0).body.show);
}

TEST(Recovery, a_misspelt_word_is_read_as_the_nearest) {
  const Reading reading(
      "mesure m {\n  poulation people { kepe \"a\" wen b }\n  Numerator those where c\n}\n");
  EXPECT_EQ(reading.places(),
            "1:1+6 E0102\n  fix 1:1+6 \"measure\"\n"
            "2:3+9 E0102\n  fix 2:3+9 \"population\"\n"
            "2:22+4 E0102\n  fix 2:22+4 \"keep\"\n"
            "2:31+3 E0102\n  fix 2:31+3 \"when\"\n"
            "3:3+9 E0102\n  fix 3:3+9 \"numerator\"\n");
  ASSERT_EQ(reading.tree.measures.size(), 1U);
  EXPECT_EQ(reading.tree.measures[0].body.populations.at(0).steps.size(), 1U);
  EXPECT_TRUE(reading.tree.measures[0].body.numerator);
}

TEST(Recovery, nothing_is_said_of_what_follows_from_a_misspelt_word) {
  EXPECT_EQ(Reading("measure m { numerater those wher x show days }").places(),
            "1:13+9 E0102\n  fix 1:13+9 \"numerator\"\n"
            "1:29+4 E0102\n  fix 1:29+4 \"where\"\n");
}

TEST(Recovery, a_misspelt_word_that_passed_for_a_name_is_found_by_what_follows) {
  EXPECT_EQ(Reading("measure m { follows a of circle 2023-24 becuase \"x\" }").places(),
            "1:41+7 E0102\n  fix 1:41+7 \"because\"\n");
}

TEST(Recovery, an_open_brace_is_reported_where_it_was_opened) {
  const Reading part(
      "measure m {\n  part a {\n    show days\n  part b { show number }\n}\nmeasure n { }\n");
  EXPECT_EQ(part.places(), "2:10+1 E0103\n  label 4:3+4\n");
  ASSERT_EQ(part.tree.measures.size(), 2U);
  EXPECT_EQ(part.tree.measures[0].parts.size(), 2U);

  const Reading measure("measure m {\n  show days\n\nmeasure n { }\n");
  EXPECT_EQ(measure.places(), "1:11+1 E0103\n  label 4:1+7\n");
  EXPECT_EQ(measure.tree.measures.size(), 2U);

  const Reading population(
      "measure m {\n  population people {\n    keep \"a\" when a\n  show days\n}\n");
  EXPECT_EQ(population.places(), "2:21+1 E0103\n  label 4:3+4\n");
  EXPECT_TRUE(population.tree.measures.at(0).body.show);

  EXPECT_EQ(Reading("measure m {\n  show days\n").places(), "1:11+1 E0103\n  label 2:12+0\n");
}

TEST(Recovery, an_inner_brace_is_blamed_if_the_next_closes_at_another_depth) {
  const Reading reading(
      "measure m {\n"
      "  population people {\n"
      "    keep \"a\" when a\n"
      "}\n"
      "measure n { }\n");
  EXPECT_EQ(reading.places(), "2:21+1 E0103\n  label 5:1+7\n");
}

TEST(Recovery, a_clause_in_the_wrong_braces_is_no_open_brace) {
  const Reading reading(
      "measure m {\n  population people {\n    split by a\n    keep \"a\" when a\n  }\n}\n");
  EXPECT_EQ(reading.messages(),
            "3:5 E0101 expected a step, such as `leave out` or `keep`, found `split`\n");
  EXPECT_EQ(reading.tree.measures.at(0).body.populations.at(0).steps.size(), 1U);
}

TEST(Recovery, a_brace_that_is_missing_at_the_front_is_supplied) {
  const Reading reading("measure m\n  show days\n}\nmeasure n { }\n");
  EXPECT_EQ(reading.messages(), "2:3 E0101 expected `{`, found `show`\n");
  EXPECT_EQ(reading.tree.measures.size(), 2U);
}

TEST(Recovery, a_brace_too_many_ends_the_measure_early) {
  const Reading reading(
      "measure m {\n  title \"a\"\n  }\n  lag 1\n  show days\n}\nmeasure n { }\n");
  EXPECT_EQ(reading.places(), "4:3+3 E0101\n  label 3:3+1\n");
  EXPECT_EQ(reading.tree.measures.size(), 2U);
}

TEST(Recovery, an_open_bracket_is_reported_where_it_was_opened) {
  const Reading reading(
      "measure m {\n"
      "  let a = any (rows where x\n"
      "  let b = (1 + 2\n"
      "  population people where any (rows where a {\n"
      "    keep \"a\" when a\n"
      "  }\n"
      "  let c = a)\n"
      "  show days\n"
      "}\n");
  EXPECT_EQ(reading.places(),
            "2:15+1 E0103\n  label 3:3+3\n"
            "3:11+1 E0103\n  label 4:3+10\n"
            "4:31+1 E0103\n  label 4:45+1\n"
            "7:12+1 E0101\n");
  EXPECT_TRUE(reading.tree.measures.at(0).body.show);
}

TEST(Recovery, an_open_text_ends_with_its_line_and_nothing_more_is_said) {
  const Reading reading(
      "measure m {\n"
      "  title \"abc\n"
      "  population people {\n"
      "    leave out \"under 18 when a, if unknown keep\n"
      "    keep \"b\" when b\n"
      "  }\n"
      "  part p as 2A \"x {\n"
      "    show days\n"
      "  }\n"
      "}\n");
  EXPECT_EQ(reading.places(), "2:9+4 E0105\n4:15+33 E0105\n7:16+4 E0105\n");
  EXPECT_EQ(reading.tree.measures.at(0).body.docs.at(0).text.value, "abc");
  EXPECT_EQ(reading.tree.measures[0].body.populations.at(0).steps.size(), 1U);
}

TEST(Recovery, use_lines_stand_first) {
  const Reading reading("measure m { }\nuse \"a.assize\"\nmeasure n { }\n");
  EXPECT_EQ(reading.places(), "2:1+3 E0101\n");
  EXPECT_EQ(reading.tree.measures.size(), 2U);
}

}  // namespace
}  // namespace assize::syntax
