// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

constexpr const char* kWords = "  title \"t\" purpose \"p\" source \"s\"\n  from cld\n";

// Two measures in force, `lender` and `user`, and what else the edition says.
std::string codes_of(const std::string& lender, const std::string& user, const std::string& edition = "") {
  return check_text(small_collection() + "measure lender as 1A {\n" + kWords + lender + "\n}\nmeasure user as 1B {\n" +
                    kWords + user + "\n}\nedition demo 2024-25 {\n  covers 2024-04-01 to 2025-03-31\n"
                    "  introduce lender, user\n" + edition + "\n}\n")
      .codes();
}

constexpr const char* kShare = "population people\nnumerator those where home in home, if unknown count\n"
                               "show percent to 1 decimal, higher is better\n";

TEST(reuse, a_let_of_another_measure_is_used_by_its_name) {
  EXPECT_EQ(codes_of("parameter least = 3 in 0 to 9 \"x\"\nlet rows = their events where amount > least\n" + std::string(kShare),
                     "population people where any lender.rows\nnumerator those where any (lender.rows where urgent)\n"
                     "show percent, higher is better"),
            "");
}

TEST(reuse, the_order_of_the_measures_does_not_matter) {
  const std::string shares = "let mine = their events where urgent\n" + std::string(kShare);
  EXPECT_EQ(codes_of("let both = number of user.mine\n" + shares, "let both = number of lender.mine\n" + shares), "");
}

TEST(reuse, lets_of_two_measures_may_not_depend_on_each_other) {
  EXPECT_EQ(codes_of("let a = user.b\n" + std::string(kShare), "let b = lender.a\n" + std::string(kShare)),
            "E0208 a; E0208 b");
}

TEST(reuse, episodes_named_populations_parameters_and_flags_are_used_alike) {
  EXPECT_EQ(codes_of("flag late_counts is no, to be decided by 2027-01-01 because \"x\"\n"
                     "population chosen = events where urgent\n"
                     "episodes spell from (their events where urgent) { join while start on or before the furthest end }\n" +
                         std::string(kShare),
                     "let a = number of lender.spell\nlet b = number of (their lender.chosen)\n"
                     "let c = any (their events where (late if unknown lender.late_counts))\n" + std::string(kShare)),
            "");
}

TEST(reuse, what_is_not_there_is_an_unknown_name) {
  EXPECT_EQ(codes_of(kShare, "let a = lender.nothing\n" + std::string(kShare)), "E0201 nothing");
  EXPECT_EQ(codes_of(kShare, "let a = number of (their lender.nothing)\n" + std::string(kShare)), "E0201 nothing");
  EXPECT_EQ(codes_of(kShare, "let a = nobody.nothing\n" + std::string(kShare)), "E0201 nobody");
}

TEST(reuse, a_mistake_in_the_other_measure_is_told_once_where_it_stands) {
  EXPECT_EQ(codes_of("let rows = nowhere\n" + std::string(kShare), "let x = lender.rows\n" + std::string(kShare)),
            "E0201 nowhere");
}

TEST(reuse, another_period_is_refused) {
  EXPECT_EQ(codes_of("lag 3 months\nlet rows = their events where urgent\n" + std::string(kShare),
                     "let x = number of lender.rows\n" + std::string(kShare)),
            "E0603 lender.rows");
}

TEST(reuse, counts_of_another_measure_are_borrowed) {
  EXPECT_EQ(codes_of(kShare, "population people\nnumerator lender.numerator\nover lender.denominator\n"
                             "show percent, higher is better"),
            "");
  EXPECT_EQ(codes_of("population their events where urgent\nnumerator those where sure in home\nshow percent, higher is better",
                     "population people\nnumerator lender.numerator\nover lender.denominator\nshow percent, higher is better"),
            "");
}

TEST(reuse, percent_sets_like_against_like_also_where_a_side_is_borrowed) {
  EXPECT_EQ(codes_of("population their events where urgent\nnumerator those where sure in home\nshow percent, higher is better",
                     "population people\nnumerator those where home in home, if unknown count\nover lender.denominator\n"
                     "show percent, higher is better")
                .substr(0, 5),
            "E0402");
}

TEST(reuse, a_part_is_named_where_there_are_several) {
  const std::string parts = std::string(kShare) +
                            "part one as 1A(1) \"1\" { keep \"a\" when died before period.start }\n"
                            "part two as 1A(2) \"2\" { keep \"a\" when died after period.start }\n";
  EXPECT_EQ(codes_of(parts, "population people\nnumerator lender.one.numerator\nover lender.two.population\n"
                            "show percent, higher is better"),
            "");
  EXPECT_EQ(codes_of(parts, "population people\nnumerator lender.numerator\nover lender.two.population\n"
                            "show percent, higher is better"),
            "E0603 lender.numerator");
  EXPECT_EQ(codes_of(parts, "population people\nnumerator lender.three.numerator\nover lender.two.population\n"
                            "show percent, higher is better"),
            "E0201 three");
}

TEST(reuse, what_is_experimental_is_used_by_nothing_else) {
  const std::string mark = "mark lender as experimental until 2027-01-01 because \"new\"";
  EXPECT_EQ(codes_of("let rows = their events where urgent\n" + std::string(kShare),
                     "let x = number of lender.rows\n" + std::string(kShare), mark),
            "E0603 lender.rows");
  EXPECT_EQ(codes_of("let rows = their events where urgent\n" + std::string(kShare),
                     "let x = number of lender.rows\n" + std::string(kShare),
                     mark + "\nmark user as experimental until 2027-01-01 because \"new\""),
            "");
}

TEST(reuse, parameters_and_flags_of_the_edition_are_known_in_all_measures) {
  const std::string settings = "parameter recent = 28 days in 0 days to 90 days \"x\"\n"
                               "flag late_counts is no, to be decided by 2027-01-01 because \"x\"";
  EXPECT_EQ(codes_of("let rows = their events where start after period.end - recent\n" + std::string(kShare),
                     "let rows = their events where (late if unknown late_counts)\n" + std::string(kShare), settings),
            "");
  EXPECT_EQ(codes_of("let recent = 3 days\n" + std::string(kShare), kShare, settings), "E0206 recent");
  EXPECT_EQ(codes_of(kShare, kShare, "parameter recent = 100 days in 0 days to 90 days \"x\""), "E0604 100 days");
}

TEST(reuse, a_placeholder_computes_nothing) {
  const auto codes_with = [](const std::string& body) {
    return check_text(small_collection() + "measure m as 1A {\n  title \"t\" purpose \"p\" source \"s\"\n" + body + "\n}\n").codes();
  };
  EXPECT_EQ(codes_with("placeholder"), "");
  EXPECT_EQ(codes_with("placeholder\nfrom cld\npopulation people"), "E0603 m");
}

TEST(reuse, a_measure_is_redefined_from_its_text) {
  const auto codes_of_second = [](const std::string& clause, const std::string& declared) {
    return check_text(small_collection() + declared +
                      "edition demo 2024-25 {\n  covers 2024-04-01 to 2025-03-31\n"
                      "  introduce measure m as 1A { title \"t\" purpose \"p\" source \"s\" placeholder }\n}\n"
                      "edition demo 2025-26 revises demo 2024-25 {\n  covers 2025-04-01 to 2026-03-31\n" + clause + "\n}\n")
        .codes();
  };
  const std::string declared = std::string("measure m as 7Z {\n") + kWords + kShare + "}\n";
  EXPECT_EQ(codes_of_second("redefine m because \"data\"", declared), "");
  EXPECT_EQ(codes_of_second("redefine m because \"data\"", ""), "E0606 m");
  EXPECT_EQ(codes_of_second("redefine other because \"data\"", declared), "E0606 other");
  EXPECT_EQ(codes_of_second("redefine m because \"data\"\n}\nedition demo 2026-27 revises demo 2025-26 {\n"
                            "  covers 2026-04-01 to 2027-03-31\n  redefine m because \"again\"", declared),
            "E0606 m");
}

}  // namespace
}  // namespace assize::check
