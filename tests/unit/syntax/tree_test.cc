// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// What declarations and clauses become.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

using testing::HasSubstr;

std::string tree_of(const std::string& name) {
  for (const Fixture& each : constructs()) {
    if (each.name == name) return without_places(Reading(each.text, each.entry).tree_text());
  }
  return "";
}

TEST(Tree, code_lists) {
  EXPECT_EQ(tree_of("lists"),
            R"(use "other.assize"
use "more.assize"
code list shelf release 2 includes room, floor revises release 1
  title "Where a book stands"
  source "The catalogue, second part"
  purpose "To find it again."
  note "Blank is unknown."
  table
    header | code | text | release 1 | open? | rank (1 is best) | unknown? |
    row | reading | Reading room | Hall; Room 1 | yes | 1 |  |
    row | "a|b" | Bars |  |  |  |  |
    row | elsewhere |  | - |  |  | yes |
  unmapped "Cellar"
  unmapped "Attic"
  unmapped "Roof"
  retire hall into reading because "one room less"
  retire loft because "pulled down"
code list empty
)");
}

TEST(Tree, collections) {
  const std::string tree = tree_of("collections");
  for (const std::string_view part :
       {"collection loans\n  title \"Loans\"\n  holds loans, one loan\n"
        "  identify council as ons_code\n    path library\n  identify person\n    path reader\n"
        "  listed in \"loans.csv\"\n  unique loan_id, field\n  lasts from\n    path lent\n  lasts "
        "to\n    path returned\n"
        "  ages from birth\n    in completed years of\n      number 365.25 days\n  unlisted codes "
        "read as blank\n"
        "  symbols \"c\", \"[c]\" read as withheld\n  symbols \":\" read as not submitted\n"
        "  symbols \"z\" read as not applicable\n  stands for readers\n    path copies\n"
        "  sample by library, stratum out of readers.people\n",
        "  field loan_id : number\n  field library : text column \"Library\"\n"
        "  field lent : date? column \"Year\", \"Month\" on day 1\n"
        "  field returned : date or still open blank is open\n"
        "  field shelf : shelf release 2? blank is unknown\n"
        "  field fine : decimal or none? column \"Fine\" blank is none\n"
        "  field renewed : yes or no\n  field place : shelf blank is elsewhere\n  field step\n",
        "  let late of loan\n    after\n      path returned\n      +\n        path lent\n        "
        "number 3 weeks\n",
        "  keep one per loan_id \"one row for a loan\"\n    key latest\n      path returned\n",
        "  leave out \"no reader\", if unknown leave out\n    is\n      path reader\n      "
        "unknown\n",
        "collection rooms\n  unique each row\n  ages from opened\n    in completed years by "
        "birthdays\n"
        "  unlisted codes refuse the row\n"}) {
    EXPECT_THAT(tree, HasSubstr(std::string(part)));
  }
}

TEST(Tree, measures) {
  const std::string tree = tree_of("measure");
  for (const std::string_view part :
       {"measure readers_back as 1A\n  kind outcome\n  serves reading\n"
        "  follows readers_home of circle 2023-24 because \"counted anew\"\n"
        "  follows readers_away.part_one of circle 2022-23 draft\n  from loans, rooms, unweighted\n"
        "  lag\n    number 3 months\n"
        "  parameter grace \"days of grace\"\n    number 7 days\n    from\n      number 0 days\n   "
        " to\n"
        "      number 31 days\n  parameter factor\n    number 2\n"
        "  flag blanks_count is no, to be decided by 2026-12-31 because \"to be seen\"\n"
        "  flag late_counts is yes, to be decided by 2027-01-01 because \"both\"\n",
        "  let outcome : ending? by the first case, if unknown try next\n    case back, if unknown "
        "stop\n      gives\n"
        "        path returned_home\n      when\n        and\n          path renewed\n          "
        "brackets\n"
        "            if unknown\n              is\n                path shelf\n                "
        "path reading\n"
        "              no\n    case shelf\n      gives\n        path shelf\n    otherwise\n      "
        "gives\n        unknown\n",
        "  let where_kept of loan : shelf by the first row, if unknown stop\n    table\n"
        "      header | shelf | renewed | value |\n      row | anything | yes | reading |\n    "
        "otherwise\n",
        "  episodes visit\n    from\n      brackets\n",
        "    begin when\n      on or before\n",
        "    join while\n      on or before\n",
        "    stop before\n      after\n",
        "    let last\n      the\n",
        "  population far_rooms\n    where\n      path rooms\n      path is_open\n    in every "
        "step, if unknown stop\n"
        "    keep \"large\"\n",
        "  population\n    where\n      path people\n      any\n        path rows\n    in every "
        "step, if unknown leave out\n"
        "    leave out \"under 18\", if unknown keep\n",
        "    keep one per person, council \"one each\"\n      key lowest\n        call age\n",
        "  denominator those where, if unknown count\n",
        "  numerator those where, if unknown do not count\n",
        "  over placed by place\n    where\n      all far_rooms\n",
        "  mean of\n    path score\n",
        "  median of\n    -\n",
        "  result\n    the\n",
        "  split\n    by, rest in total only\n      call age\n        on\n          path lent\n    "
        "  band\n"
        "        number 18\n        to\n          number 64\n      band and above \"65 or "
        "older\"\n        number 65\n"
        "      band \"none\"\n        no\n    by\n      path shelf\n",
        "    by each, rest as \"Other\"\n      path shelf\n      of\n        path rows\n      band "
        "\"Reading\"\n",
        "  tabulate\n    by, rest left out\n      path outcome.step\n",
        "  combine by mean of councils\n",
        "  show percent to 2 then 1, half even, higher is better, with margin of error, with "
        "wilson intervals\n",
        "  part young as 1A(1a) \"Young\"\n    keep \"young\"\n",
        "    numerator\n      path readers_back.numerator\n    show per 100000 to 1\n",
        "  part old as B18a\n    show score\n      from\n        number 0\n      to\n        "
        "number 24\n",
        "  part others\n    show days, rounded down\n",
        "measure kept_free as 7Y\n  placeholder\n",
        "measure plain\n  population\n    where\n      as loan\n        their loans\n      path "
        "renewed\n  show number\n"}) {
    EXPECT_THAT(tree, HasSubstr(std::string(part)));
  }
}

TEST(Tree, editions_and_scenarios) {
  const std::string tree = tree_of("editions");
  for (
      const std::string_view part :
      {"edition circle 2024-25 draft revises circle 2023-24\n  title \"Reading circles\"\n  covers "
       "from\n"
       "    date 2024-04-01\n  covers to\n    date 2025-03-31\n  codes loans release 2\n"
       "  areas from councils by region, council_type\n  domains\n    reading as 1 \"Reading\"\n"
       "    set as 2 \"Set apart\"\n  replace with objectives\n    lending as 3 \"Lending\"\n  "
       "parameter grace\n",
       "  introduce readers_back\n  introduce plain.young\n  introduce\n    measure inner as 7Z\n  "
       "    show days\n"
       "  retire old_one, older.wing because \"gone\"\n  redefine readers_back, plain because \"another return\"\n  renumber readers_back as 3C(1) under "
       "lending\n"
       "  renumber plain as X1\n  reuse 1A, X1 because \"anew\"\n"
       "  revise measure readers_back because \"stated\"\n    parameter grace\n      number 5 "
       "days\n",
       "    let outcome cases\n      case new placed after \"back\"\n        gives\n          path "
       "shelf\n"
       "      drop back, shelf\n",
       "    population\n      leave out \"late\" placed before \"under 18\"\n        path late\n   "
       "   drop \"lent\"\n"
       "    drop where_kept, visit\n    part young\n      drop rows\n",
       "  revise because \"a new form\"\n    collection loans\n      field shelf column \"Shelf\"\n"
       "      drop \"no reader\"\n",
       "  mark readers_back as experimental until 2026-09-30 because \"new\"\n"
       "  mark plain, inner as carried forward for \"Derby\", \"Kent\" because \"no return\"\n"
       "  mark a as not collected because \"x\"\n  mark b as withheld because \"x\"\n"
       "  mark c as left out because \"x\"\n  mark d as voluntary because \"x\"\n"
       "  mark e as not comparable because \"x\"\n"
       "  disclosure\n    suppress counts below 5 in councils\n    round counts to 5 in totals\n   "
       " round counts to 3\n",
       "scenario generous of circle 2024-25 draft\n  title \"Option B\"\n  set readers_back.grace\n"
       "    number 30 days\n  set readers_back.late_counts\n    yes\n  set plain.limit\n    "
       "brackets\n      *\n"}) {
    EXPECT_THAT(tree, HasSubstr(std::string(part)));
  }
}

TEST(Tree, tests) {
  EXPECT_EQ(tree_of("tests"),
            R"(test "two readers" of readers_back.young in circle 2024-25
  covers from
    date 2024-04-01
  covers to
    date 2025-03-31
  given people
    with born
      date 1940-01-01
    with renewed
      no
    table
      header | person | born |
      row | A | unknown |
  given loans
    table
      header | person | lent | returned |
      row | A | 2024-05-01 | open |
  expect
    table
      header | group | numerator |
      row | total | 1 |
  expect each visit in circle 2023-24
    with grace
      number 3 days
    table
      header | person | counted |
      row | A | numerator |
  expect in circle 2024-25 draft
    table
      header | group |
      row | total |
)");
}

TEST(Tree, clauses_of_a_measure_that_stand_twice_are_noted) {
  const Reading reading(
      "measure m {\n  show days\n  show number\n  population people\n  population others\n"
      "  numerator those where a\n  numerator b\n  combine by mean of councils\n  combine by mean "
      "of councils\n}\n");
  EXPECT_EQ(reading.messages(), "");
  const MeasureBody& body = reading.tree.measures.at(0).body;
  ASSERT_EQ(body.repeated.size(), 4U);
  EXPECT_EQ(reading.sources.file(0).text(body.repeated[0]), "show number");
  EXPECT_EQ(reading.sources.file(0).text(body.repeated[1]), "population others");
  EXPECT_EQ(reading.sources.file(0).text(body.repeated[2]), "numerator b");
  EXPECT_EQ(body.populations.size(), 1U);
  EXPECT_EQ(body.show->unit, Show::Unit::kDays);
}

TEST(Tree, blank_cells_keep_their_place) {
  const Reading reading("code list a {\n  | code | text |\n  | b    |      |\n}\n");
  const Cell& blank = reading.tree.code_lists.at(0).table.rows.at(0).at(1);
  EXPECT_EQ(blank.text, "");
  EXPECT_EQ(blank.span.begin, blank.span.end);
  EXPECT_EQ(reading.sources.file(0).position_of(blank.span.begin).line, 3U);
  EXPECT_GT(reading.sources.file(0).position_of(blank.span.begin).column, 10U);
}

TEST(Tree, policies_know_their_place) {
  const Reading reading(
      "measure m { population people { in every step, if unknown stop  keep \"a\" when b, if "
      "unknown keep } }");
  EXPECT_EQ(reading.messages(), "");
  const Population& population = reading.tree.measures.at(0).body.populations.at(0);
  EXPECT_EQ(reading.sources.file(0).text(population.every_step_span),
            "in every step, if unknown stop");
  EXPECT_EQ(reading.sources.file(0).text(population.steps.at(0).policy_span), ", if unknown keep");
}

}  // namespace
}  // namespace assize::syntax
