// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

std::string codes_of(const std::string& from, const std::string& body) {
  return check_text(R"(code list answer {
  | code | text | good? |
  | yes_ | Yes  | yes   |
  | no_  | No   |       |
}
collection survey {
  holds    respondents, one respondent
  identify council by la
  unique   serial
  sample by la out of eligible.people
  unlisted codes read as blank
  field la     : text
  field serial : number
  field answer : answer?
  field score  : number
}
collection eligible {
  holds    sizes, one size
  identify council by la
  unique   la
  field la     : text
  field people : number
}
measure m as 1A {
  title "t" purpose "p" source "s"
  from survey)" + from + "\n" + body + "\n}\n")
      .bare_codes();
}

constexpr const char* kAnswered = "population their respondents where answer is known\n";

TEST(surveys, a_sample_says_whether_it_is_weighted) {
  const std::string share = std::string(kAnswered) + "numerator those where answer in good\nshow percent, higher is better";
  EXPECT_EQ(codes_of("", share), "E0601");
  EXPECT_EQ(codes_of(", weighted", share), "");
  EXPECT_EQ(codes_of(", unweighted", share), "");
}

TEST(surveys, what_is_no_sample_cannot_be_weighted) {
  EXPECT_EQ(check_text(small_collection() + "measure m as 1A {\n title \"t\" purpose \"p\" source \"s\"\n from cld, weighted\n"
                       " population people\n numerator those where home in home, if unknown count\n"
                       " show percent, higher is better\n}\n")
                .bare_codes(),
            "E0603");
}

TEST(surveys, a_margin_of_error_rests_on_a_weighted_sample) {
  const std::string share = std::string(kAnswered) + "numerator those where answer in good\n"
                            "show percent, higher is better, with margin of error";
  EXPECT_EQ(codes_of(", weighted", share), "");
  EXPECT_EQ(codes_of(", unweighted", share), "E0603");
}

TEST(surveys, shares_and_means_alone_are_estimated) {
  EXPECT_EQ(codes_of(", weighted", std::string(kAnswered) + "mean of score\nshow number, higher is better"), "");
  EXPECT_EQ(codes_of(", weighted", std::string(kAnswered) + "median of score\nshow number, higher is better"), "E0603");
  EXPECT_EQ(codes_of(", unweighted", std::string(kAnswered) + "median of score\nshow number, higher is better"), "");
  EXPECT_EQ(codes_of(", weighted", "result total score of their respondents\nshow number, higher is better"), "E0603");
}

}  // namespace
}  // namespace assize::check
