// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

constexpr const char* kFigures = R"(
collection figures_sent {
  title "Figures" source "Invented"
  holds figures, one figure
  identify council by sender
  unique sender
  field sender : text
  field upper  : number?
  field lower_one : number?
}
)";

constexpr const char* kWords = R"(title "Home" purpose "Whether people live at home." source "Invented" from cld )";
constexpr const char* kShare =
    "population people numerator those where home in (own, family), if unknown do not count "
    "show percent to 1 decimal, higher is better ";

std::string codes_with(const std::string& evidence) {
  return check_text(small_collection() + kFigures + "measure at_home as 2E { " + kWords + kShare +
                    evidence + " }")
      .bare_codes();
}

TEST(other_evidence, says_what_is_computed_and_shares_words_code_and_show) {
  EXPECT_EQ(codes_with("otherwise from figures_sent {\n"
                       "  numerator the upper of their figures\n"
                       "  over      the lower_one of their figures\n"
                       "}"),
            "");
}

TEST(other_evidence, knows_nothing_of_the_measure_s_own_records) {
  EXPECT_EQ(codes_with("otherwise from figures_sent {\n"
                       "  population their events\n"
                       "  numerator those where urgent\n"
                       "}"),
            "E0201");
}

TEST(other_evidence, must_say_what_is_computed) {
  EXPECT_EQ(codes_with("otherwise from figures_sent { }"), "E0601");
}

TEST(other_evidence, has_the_parts_of_the_measure_and_no_others) {
  const std::string parts = small_collection() + kFigures + "measure at_home as 2E { " + kWords +
                            "population people show percent to 1 decimal, higher is better "
                            "part young as 2E(1) { numerator those where home in (own, family), if unknown "
                            "do not count } ";
  const std::string sides =
      "numerator the upper of their figures over the lower_one of their figures ";
  EXPECT_EQ(check_text(parts + "otherwise from figures_sent { part young { " + sides + "} } }")
                .bare_codes(),
            "");
  EXPECT_EQ(check_text(parts + "otherwise from figures_sent { part old { " + sides + "} } }")
                .bare_codes(),
            "E0201");
  EXPECT_EQ(check_text(parts + "otherwise from figures_sent { " + sides + "} }").bare_codes(), "E0601");
}

TEST(other_evidence, of_a_sample_says_that_it_is_not_weighed_and_loses_its_margin) {
  const std::string survey = R"(
code list answer { | code | number | text | good? |
  | yes_please | 1 | Yes | yes |
  | no_thanks  | 2 | No  |     |
}
collection survey {
  title "Survey" source "Invented" holds respondents, one respondent
  identify council by sender unique serial
  sample by sender out of eligible.persons
  unlisted codes read as blank
  field sender : text  field serial : number  field answer : answer?
}
collection eligible {
  title "Eligible" source "Invented" holds rows, one row_of_it
  identify council by sender unique sender
  field sender : text  field persons : number
}
measure content as 1A {
  title "Content" purpose "Whether people are content." source "Invented"
  from survey, weighted
  population their respondents where answer is known
  numerator those where answer in good
  show percent to 1 decimal, higher is better, with margin of error
)";
  EXPECT_EQ(check_text(small_collection() + kFigures + survey +
                       "otherwise from figures_sent { numerator the upper of their figures over the "
                       "lower_one of their figures } }")
                .bare_codes(),
            "");
  EXPECT_EQ(check_text(small_collection() + kFigures + survey +
                       "otherwise from survey { population their respondents where answer is known "
                       "numerator those where answer in good } }")
                .bare_codes(),
            "E0601");
}

}  // namespace
}  // namespace assize::check
