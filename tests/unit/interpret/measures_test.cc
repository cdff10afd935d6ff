// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Whole measures, from text and records to what is added up.

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/unit/interpret/run_text.h"

namespace assize::interpret::tests {
namespace {

using results::Status;

// la, id, key, born, start, end, tag, sure, amount
constexpr const char* kPeople =
    "LA1,1,P1,2010-01-01,2024-05-01,,a,a,1\n"
    "LA1,2,P2,1990-01-01,2024-05-01,2024-06-01,b,a,2\n"
    "LA1,3,P3,,2024-05-01,,,a,3\n"
    "LA1,4,P4,1950-01-01,2024-05-01,,c,b,4\n"
    "LA1,5,P4,1950-01-01,2024-05-02,,a,b,5\n"
    "LA2,6,P4,1950-01-01,2024-05-03,,b,b,6\n"
    "LA2,7,P5,1940-01-01,2023-05-03,2024-03-31,b,a,7\n";

constexpr const char* kShare = R"(
  from cld
  let current = their events where span overlaps period
  let best_kind = best known tag of current by rank
  population people where any current {
    leave out "under 18" when age(on period.end) < 18, if unknown keep
  }
  numerator those where best_kind is b, if unknown do not count
  split by age(on period.end) into 18 to 64, 65 and above, rest in total only
  tabulate by best_kind
  show percent to 1 decimal, higher is better
)";

TEST(Share, counts_people_of_each_council) {
  const Outcome outcome = run_text(kShare, {{"cld", kPeople}});
  EXPECT_EQ(outcome.figure(), "1/3");
  EXPECT_EQ(outcome.figure("18 to 64"), "1/1");
  EXPECT_EQ(outcome.figure("65 and above"), "0/1");
  EXPECT_EQ(outcome.figure("total", 0, 1), "1/1");
  EXPECT_EQ(outcome.figure("total", 0, 2), "0/0");
  EXPECT_EQ(outcome.measured().submitted, (std::vector<bool>{true, true, false}));
  EXPECT_EQ(outcome.measured().base, (std::vector<std::int64_t>{4, 1, 0}));
  EXPECT_EQ(outcome.measured().steps[0].taken_out, (std::vector<std::int64_t>{1, 0, 0}));
}

TEST(Share, lists_each_unit_with_what_became_of_it) {
  EXPECT_EQ(run_text(kShare, {{"cld", kPeople}}).units(),
            "P1: under 18\nP2: numerator\nP3: denominator\nP4: denominator\nP4: numerator\n");
}

TEST(Share, tabulates_the_population_with_the_unknown) {
  const Outcome outcome = run_text(kShare, {{"cld", kPeople}});
  EXPECT_EQ(outcome.tabulated("a"), 1);
  EXPECT_EQ(outcome.tabulated("b"), 2);
  EXPECT_EQ(outcome.tabulated("c"), 0);
  EXPECT_EQ(outcome.tabulated("unknown"), 1);
}

TEST(Share, counts_unknowns_only_for_attrition) {
  const Outcome plain = run_text(kShare, {{"cld", kPeople}});
  EXPECT_TRUE(plain.measured().steps[0].unknown_decided.empty());
  EXPECT_TRUE(plain.measured().quiet_unknowns.empty());
  const Outcome counted = run_text(kShare, {{"cld", kPeople}}, true);
  EXPECT_EQ(counted.measured().steps[0].unknown_decided, (std::vector<std::int64_t>{1, 0, 0}));
  EXPECT_EQ(counted.measured().parts[0].numerator_unknown, (std::vector<std::int64_t>{1, 0, 0}));
  // One record without a tag, and one person without a birth: both passed over by the word `known`.
  const std::map<std::string, std::int64_t> expected{{"best_kind", 1}, {"birth", 1}};
  EXPECT_EQ(counted.measured().quiet_unknowns, expected);
  EXPECT_EQ(counted.figure(), plain.figure());
}

TEST(Share, is_the_same_in_whatever_order_the_rows_come) {
  std::vector<std::string> lines;
  std::istringstream text(kPeople);
  for (std::string line; std::getline(text, line);) lines.push_back(line + "\n");
  const std::string expected = run_text(kShare, {{"cld", kPeople}}).units();
  std::sort(lines.rbegin(), lines.rend());
  for (int turn = 0; turn < 5; ++turn) {
    std::rotate(lines.begin(), lines.begin() + 2, lines.end());
    std::string rows;
    for (const std::string& line : lines) rows += line;
    const Outcome outcome = run_text(kShare, {{"cld", rows}});
    EXPECT_EQ(outcome.units(), expected);
    EXPECT_EQ(outcome.figure("18 to 64"), "1/1");
  }
}

TEST(Steps, leave_out_or_keep_the_unknown_as_they_say) {
  const auto with = [](const std::string& step) {
    return run_text("  from cld\n  population their events { " + step +
                        " }\n  numerator those where sure is a\n  show percent to 1 decimal, higher is "
                        "better\n",
                    {{"cld", kPeople}})
        .figure();
  };
  EXPECT_EQ(with(R"(leave out "b" when tag is b, if unknown keep)"), "2/4");
  EXPECT_EQ(with(R"(leave out "b" when tag is b, if unknown leave out)"), "1/3");
  EXPECT_EQ(with(R"(keep "b" when tag is b, if unknown keep)"), "2/2");
  EXPECT_EQ(with(R"(keep "b" when tag is b, if unknown leave out)"), "1/1");
  EXPECT_EQ(with(R"(in every step, if unknown leave out
                    leave out "b" when tag is b)"),
            "1/3");
}

TEST(Steps, come_in_order_and_each_sees_what_is_left) {
  const Outcome outcome = run_text(R"(
  from cld
  population their events {
    leave out "first"  when id <= 3
    leave out "second" when id <= 4
  }
  numerator those where sure is a
  show percent to 1 decimal, higher is better
)",
                                   {{"cld", kPeople}});
  EXPECT_EQ(outcome.measured().base[0], 5);
  EXPECT_EQ(outcome.measured().steps[0].taken_out[0], 3);
  EXPECT_EQ(outcome.measured().steps[1].taken_out[0], 1);
  EXPECT_EQ(outcome.measured().parts[0].population[0], 1);
  EXPECT_EQ(outcome.measured().units[0].record, "1");
}

TEST(Steps, keep_one_unit_of_a_person_in_a_council) {
  const Outcome outcome = run_text(R"(
  from cld
  population their events {
    keep one per person "the latest" with latest start then highest id
  }
  numerator those where sure is b
  show percent to 1 decimal, higher is better
)",
                                   {{"cld", kPeople}});
  EXPECT_EQ(outcome.figure(), "1/4");
  EXPECT_EQ(outcome.figure("total", 0, 1), "1/2");
  EXPECT_EQ(outcome.measured().steps[0].taken_out, (std::vector<std::int64_t>{1, 0, 0}));
}

TEST(Steps, stop_at_the_first_record_by_council_and_key) {
  const Outcome outcome = run_text(R"(
  from cld
  population their events { leave out "b" when tag is b, if unknown stop }
  numerator those where sure is a
  show percent to 1 decimal, higher is better
)",
                                   {{"cld",
                                     "LA2,1,P0,,2024-05-01,,,a,1\n"
                                     "LA1,9,P1,,2024-05-01,,,a,1\n"
                                     "LA1,8,P2,,2024-05-01,,,a,1\n"}});
  ASSERT_TRUE(outcome.has_failed());
  EXPECT_EQ(outcome.failure().kind, columns::FailureKind::kData);
  const std::string& message = outcome.failure().message;
  EXPECT_TRUE(message.starts_with("step \"b\": unknown for the record in line 4 of ")) << message;
  EXPECT_TRUE(message.ends_with(", First, and the definition says `if unknown stop`")) << message;
}

TEST(Parts, add_their_own_steps_to_those_of_the_measure) {
  const Outcome outcome = run_text(R"(
  from cld
  population people { leave out "under 18" when age(on period.end) < 18, if unknown keep }
  numerator those where any (their events where sure is b)
  show percent to 1 decimal, higher is better
  part old "65 and above" { keep "65 and above" when age(on period.end) >= 65, if unknown leave out }
  part young "a"  { denominator those where any (their events where sure is a) }
)",
                                   {{"cld", kPeople}});
  EXPECT_EQ(outcome.figure("total", 0, 0), "1/1");
  EXPECT_EQ(outcome.figure("total", 1, 0), "0/2");
  EXPECT_EQ(outcome.measured().parts[0].steps[0].taken_out[0], 2);
  EXPECT_EQ(outcome.measured().parts[1].denominator.taken_out[0], 1);
  // As a whole, then under each part.
  EXPECT_EQ(outcome.units(),
            "P1: under 18\nP2: denominator\nP3: denominator\nP4: numerator\nP4: numerator\n"
            "P5: denominator\n"
            "P1: under 18\nP2: 65 and above\nP3: 65 and above\nP4: numerator\nP4: numerator\n"
            "P5: denominator\n"
            "P1: under 18\nP2: denominator\nP3: denominator\nP4: not in denominator\n"
            "P4: not in denominator\nP5: denominator\n");
}

TEST(Rates, are_over_residents_of_the_council_split_by_the_field_of_the_same_name) {
  const Outcome outcome = run_text(R"(
  from cld, ons
  population their events where start in period
  over all estimates where age >= 18
  split by tag into a, b, rest in total only
  show per 100_000 to 1 decimal, lower is better
)",
                                   {{"cld", kPeople},
                                    {"ons",
                                     "LA1,17,a,1000\nLA1,18,a,300\nLA1,19,b,200\nLA1,40,,7\n"
                                     "LA3,40,a,50\n"}});
  EXPECT_EQ(outcome.figure(), "5/507");
  EXPECT_EQ(outcome.figure("a"), "2/300");
  EXPECT_EQ(outcome.figure("b"), "1/200");
  EXPECT_EQ(outcome.figure("total", 0, 2), "0/50");
}

constexpr const char* kLinked = R"(
  from cld, hospital
  population eligible = spells where discharged in period {
    leave out "nowhere" when place is unknown
  }
  episodes stay from their events { join while start on or before the furthest end + 7 days }
  let linked = their eligible where discharged in stay.start - 7 days to stay.start + 3 days
  population stay where any linked
  numerator those where any (linked where tag is a)
  show percent to 1 decimal, higher is better
  split by each tag of linked into a, b, rest in total only
)";

TEST(Links, put_a_unit_in_every_group_that_a_record_names_and_once_in_the_total) {
  const Outcome outcome = run_text(kLinked, {{"cld",
                                              "LA1,1,P1,,2024-05-10,2024-05-20,a,a,1\n"
                                              "LA1,2,P1,,2024-05-27,2024-05-30,a,a,1\n"
                                              "LA1,3,P1,,2024-06-07,2024-06-08,a,a,1\n"
                                              "LA1,4,P2,,2024-05-10,2024-05-20,a,a,1\n"},
                                             {"hospital",
                                              "s1,P1,2024-05-03,LA2,a\n"
                                              "s2,P1,2024-05-13,LA2,b\n"
                                              "s3,P1,2024-06-11,LA2,a\n"
                                              "s4,P2,2024-05-10,,a\n"}});
  EXPECT_EQ(outcome.figure(), "1/1");
  EXPECT_EQ(outcome.figure("a"), "1/1");
  EXPECT_EQ(outcome.figure("b"), "1/1");
}

TEST(Links, count_everybodys_records_where_they_are_placed) {
  const Outcome outcome = run_text(R"(
  from cld, hospital
  population eligible = spells where discharged in period {
    leave out "nowhere" when place is unknown
  }
  population people where any their eligible
  over all eligible placed by place
  show per 100 to 1 decimal, higher is better
)",
                                   {{"cld", "LA1,1,P1,,2024-05-10,2024-05-20,a,a,1\n"},
                                    {"hospital",
                                     "s1,P1,2024-05-03,la2,a\n"
                                     "s2,P9,2024-05-13,LA2,b\n"
                                     "s3,P9,2024-05-13,elsewhere,b\n"
                                     "s4,P9,2023-05-13,LA2,b\n"}});
  EXPECT_EQ(outcome.figure("total", 0, 0), "1/0");
  EXPECT_EQ(outcome.figure("total", 0, 1), "0/2");
}

TEST(Means, and_medians_are_over_the_denominator) {
  const std::string clauses = R"(
  from cld
  population their events where amount is known
  denominator those where sure is a
  split by sure into a, b, rest in total only
  show number to 1 decimal, higher is better
)";
  const std::map<std::string, std::string> files{{"cld", kPeople}};
  const Outcome mean = run_text(clauses + "  mean of amount\n", files);
  EXPECT_EQ(mean.cell("total", 0, 0).denominator, 3);
  EXPECT_EQ(mean.cell("total", 0, 0).numerator_quantity, check::Rational(6));
  EXPECT_EQ(mean.cell("b", 0, 0).denominator, 0);
  const Outcome median = run_text(clauses + "  median of amount\n", files);
  const std::map<check::Rational, std::int64_t> values{{1, 1}, {2, 1}, {3, 1}};
  EXPECT_EQ(median.cell("total", 0, 0).values, values);
}

TEST(Quantities, say_why_they_have_no_value) {
  const Outcome outcome = run_text(R"(
  from returns
  numerator the amount of their figures
  over      the other of their figures
  show percent to 1 decimal, higher is better
)",
                                   {{"returns", "LA1,2.5,10\nLA2,,4\n"}});
  EXPECT_EQ(outcome.cell("total", 0, 0).numerator_quantity, check::Rational(5, 2));
  EXPECT_EQ(outcome.cell("total", 0, 0).over_quantity, check::Rational(10));
  EXPECT_EQ(outcome.cell("total", 0, 0).numerator_status, Status::kNone);
  EXPECT_EQ(outcome.cell("total", 0, 1).numerator_status, Status::kUnknown);
  EXPECT_EQ(outcome.cell("total", 0, 1).over_status, Status::kNone);
  EXPECT_EQ(outcome.cell("total", 0, 2).numerator_status, Status::kNotSubmitted);
  EXPECT_EQ(outcome.cell("total", 0, 2).over_status, Status::kNotSubmitted);
  EXPECT_EQ(outcome.measured().base, (std::vector<std::int64_t>{0, 0, 0}));
}

TEST(Quantities, divided_by_nothing_do_not_apply) {
  const Outcome outcome = run_text(R"(
  from returns
  result number of their figures / number of (their figures where other > 5)
  show number to 1 decimal, higher is better
)",
                                   {{"returns", "LA1,2.5,10\nLA2,,4\n"}});
  EXPECT_EQ(outcome.cell("total", 0, 0).numerator_quantity, check::Rational(1));
  EXPECT_EQ(outcome.cell("total", 0, 1).numerator_status, Status::kNotApplicable);
}

TEST(Weights, count_a_unit_for_what_it_stands_for) {
  const Outcome outcome = run_text(R"(
  from ons
  population their estimates { leave out "children" when age < 18 }
  numerator those where age >= 65
  split by age into 18 to 64, 65 and above, rest in total only
  show percent to 1 decimal, higher is better
)",
                                   {{"ons", "LA1,17,a,1000\nLA1,18,a,300\nLA1,70,b,200\n"}});
  EXPECT_EQ(outcome.figure(), "200/500");
  EXPECT_EQ(outcome.figure("18 to 64"), "0/300");
  EXPECT_EQ(outcome.measured().base[0], 1500);
  EXPECT_EQ(outcome.measured().steps[0].taken_out[0], 1000);
}

TEST(Weights, beyond_64_bits_end_the_run) {
  const Outcome outcome = run_text(R"(
  from ons
  population their estimates
  numerator those where age >= 65
  show percent to 1 decimal, higher is better
)",
                                   {{"ons",
                                     "LA1,17,a,9000000000000000000\nLA1,18,a,9000000000000000000\n"}});
  ASSERT_TRUE(outcome.has_failed());
  EXPECT_EQ(outcome.failure().kind, columns::FailureKind::kLimit);
}

TEST(Lag, moves_the_period_of_the_measure) {
  const Outcome outcome = run_text(R"(
  from cld
  lag 3 months
  population their events where start in period
  numerator those where sure is a
  show percent to 1 decimal, higher is better
)",
                                   {{"cld",
                                     "LA1,1,P1,,2024-01-01,,a,a,1\n"
                                     "LA1,2,P1,,2023-12-31,,a,a,1\n"
                                     "LA1,3,P1,,2024-12-31,,a,b,1\n"
                                     "LA1,4,P1,,2025-01-01,,a,b,1\n"}});
  EXPECT_EQ(outcome.figure(), "1/2");
}

TEST(Splits, crossed_have_totals_of_each_and_a_rest_as_they_say) {
  const std::string clauses = R"(
  from cld
  population their events
  numerator those where sure is a
  show percent to 1 decimal, higher is better
  split by tag into a, b, rest )";
  const std::map<std::string, std::string> files{{"cld", kPeople}};
  const Outcome in_total =
      run_text(clauses + "in total only and by sure into a, b, rest in total only\n", files);
  EXPECT_EQ(in_total.figure("a; a"), "1/1");
  EXPECT_EQ(in_total.figure("a; b"), "0/1");
  EXPECT_EQ(in_total.figure("a; total"), "1/2");
  EXPECT_EQ(in_total.figure("total; a"), "3/3");
  EXPECT_EQ(in_total.figure(), "3/5");
  const Outcome left_out =
      run_text(clauses + "left out and by sure into a, b, rest in total only\n", files);
  EXPECT_EQ(left_out.figure("total; a"), "2/2");
  EXPECT_EQ(left_out.figure(), "3/5");
  const Outcome labelled = run_text(clauses + "as \"Other\"\n", files);
  EXPECT_EQ(labelled.figure("Other"), "1/2");
}

}  // namespace
}  // namespace assize::interpret::tests
