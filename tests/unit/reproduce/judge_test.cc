// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reproduce/small_edition.h"

namespace assize::reproduce {
namespace {

using testing::HasSubstr;

class Judge : public ::testing::Test {
 protected:
  Judgement of(const std::string& code, const std::string& numerator,
               const std::string& denominator, const std::string& outcome,
               RoundingOfParts rounding = {}) const {
    return judge(figure_of(code, numerator, denominator, outcome),
                 edition_.rules.find(edition_.framework, code), rounding);
  }

  SmallEdition edition_{"2015-16"};
};

constexpr RoundingOfParts kBothTo5{Rounding::kTo5, Rounding::kTo5};
constexpr RoundingOfParts kBothTo1{Rounding::kTo1, Rounding::kTo1};

TEST_F(Judge, an_equal_outcome_is_equal_whatever_its_unit) {
  EXPECT_EQ(of("1E", "23", "80", "28.8").verdict, Verdict::kEqual);  // a tie goes up
  EXPECT_EQ(of("1A", "134285", "6825", "19.7").verdict, Verdict::kEqual);
  EXPECT_EQ(of("2A(2)", "655", "121870", "537.5").verdict, Verdict::kEqual);
  EXPECT_EQ(of("1E", "1,890", "2,100", "90").verdict, Verdict::kEqual);  // it lost its zero
}

TEST_F(Judge, an_outcome_above_100_is_equal_and_said_so) {
  const Judgement made = of("1E", "85", "64", "132.8");
  EXPECT_EQ(made.verdict, Verdict::kEqual);
  EXPECT_THAT(made.why, HasSubstr("above 100"));
}

TEST_F(Judge, another_outcome_is_wrong_and_both_are_named) {
  const Judgement made = of("1E", "23", "80", "28.9");
  EXPECT_EQ(made.verdict, Verdict::kWrong);
  EXPECT_THAT(made.why, HasSubstr("23 of 80 gives 28.8, published is 28.9"));
  EXPECT_TRUE(is_finding(made.verdict));
}

TEST_F(Judge, parts_in_each_others_place_are_named) {
  EXPECT_THAT(of("1E", "80", "20", "25.0").why, HasSubstr("each other's place"));
}

TEST_F(Judge, rounding_of_the_parts_explains_what_it_can_reach) {
  EXPECT_EQ(of("1E", "45", "310", "14.0").verdict, Verdict::kWrong);
  EXPECT_EQ(of("1E", "45", "310", "14.0", kBothTo5).verdict, Verdict::kRoundedTo5);
  EXPECT_EQ(of("1E", "45", "310", "13.4", kBothTo5).verdict, Verdict::kWrong);
  EXPECT_EQ(of("1E", "45", "310", "14.6", kBothTo1).verdict, Verdict::kRoundedTo1);
  EXPECT_EQ(of("1E", "45", "310", "14.0", kBothTo1).verdict, Verdict::kWrong);
}

TEST_F(Judge, the_least_rounding_is_the_explanation) {
  const Judgement made = of("1E", "45", "310", "14.6", {Rounding::kTo1, Rounding::kTo5});
  EXPECT_EQ(made.verdict, Verdict::kRoundedTo1);
  EXPECT_THAT(made.why, HasSubstr("numerator"));
}

TEST_F(Judge, a_denominator_that_was_rounded_away_explains_any_outcome) {
  EXPECT_EQ(of("1E", "0", "0", "50", kBothTo5).verdict, Verdict::kRoundedTo5);
  EXPECT_EQ(of("1E", "0", "0", "50").verdict, Verdict::kWrong);
}

TEST_F(Judge, rounding_twice_and_ties_are_told_apart) {
  EXPECT_EQ(of("1E", "2449", "10000", "24.5").verdict, Verdict::kEqual);
  EXPECT_EQ(of("1E", "24449", "100000", "24.5").verdict, Verdict::kRoundedTwice);
  EXPECT_EQ(of("2D", "24449", "100000", "24.5").verdict,
            Verdict::kEqual);  // the edition rounds twice
  const Judgement tie = of("1E", "2", "32", "6.2");
  EXPECT_EQ(tie.verdict, Verdict::kTieDown);
  EXPECT_THAT(tie.why, HasSubstr("2 of 32 gives 6.25"));
}

TEST_F(Judge, more_decimals_than_the_edition_shows_must_be_right_too) {
  EXPECT_EQ(of("1E", "1", "3", "33.333333333333336").verdict, Verdict::kEqual);
  EXPECT_EQ(of("1E", "1", "3", "33.33").verdict, Verdict::kEqual);
  EXPECT_EQ(of("1E", "1", "3", "33.34").verdict, Verdict::kWrong);
}

TEST_F(Judge, what_is_not_there_is_never_zero) {
  EXPECT_EQ(of("1E", "c", "c", "50").verdict, Verdict::kWithheld);
  EXPECT_EQ(of("1E", "[c]", "640", "[c]").verdict, Verdict::kWithheld);
  EXPECT_EQ(of("1E", "0", "0", ":").verdict, Verdict::kNotAvailable);
  EXPECT_THAT(of("1E", "0", "0", ":").why, HasSubstr("nothing to divide by"));
  EXPECT_EQ(of("1E", "[x]", "[x]", "[x]").verdict, Verdict::kNotAvailable);
  EXPECT_EQ(of("1E", "-", "-", "6.0").verdict, Verdict::kOutcomeAlone);
  EXPECT_EQ(of("1E", "-", "-", "7.7 (7.6)").verdict, Verdict::kOutcomeAlone);
  EXPECT_THAT(of("1E", "-", "-", "7.7 (7.6)").why, HasSubstr("brackets"));
  EXPECT_EQ(of("1E", "5", "-", "6.0").verdict, Verdict::kOutcomeAlone);
}

TEST_F(Judge, cells_and_codes_that_nobody_knows_are_findings) {
  EXPECT_EQ(of("1E", "many", "80", "28.8").verdict, Verdict::kNotUnderstood);
  EXPECT_EQ(of("9Z", "23", "80", "28.8").verdict, Verdict::kNotOfTheEdition);
  EXPECT_EQ(of("9Z", "[x]", "[x]", "[x]").verdict, Verdict::kNotAvailable);
}

TEST(rules, one_code_has_many_spellings) {
  EXPECT_EQ(plain_code("2A(1)_1415"), "2A1");
  EXPECT_EQ(plain_code("2e(2a)"), "2E2A");
  const SmallEdition edition("2015-16");
  EXPECT_EQ(edition.rule("2A1").name(), "admissions");
  EXPECT_EQ(edition.rule("1E65OV").name(), "ld_employment");
  EXPECT_EQ(edition.rules.find(edition.framework, "1EX"), nullptr);
}

}  // namespace
}  // namespace assize::reproduce
