// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/from_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reproduce/small_edition.h"

namespace assize::reproduce {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The head of an annex: questions above, answers below, and a column of respondents after each.
sheets::Workbook annex(const std::vector<std::vector<std::string>>& areas,
                       const std::string& last = "Respondents") {
  std::vector<std::vector<std::string>> rows{
      {"Table 1a: answers"},
      {"[note 13]", "", "", "Question 3a - How much control have you?", "", "", "",
       "Question 12 - Was it easy?", "", "", "",
       "Question 12 excluding those who never tried - Was it easy?"},
      {"CASSR Code [note 4]", "ONS area code", "CASSR name", "As much as I want", "Some", "None",
       last, "Never tried", "Easy", "Difficult", last, "Easy", "Difficult", last}};
  rows.insert(rows.end(), areas.begin(), areas.end());
  return workbook_of("annex.xlsx", rows);
}

const std::vector<std::string> kAsh{"101",  "E06000001", "Ash",  "38.7", "46.4", "14.9", "495",
                                    "47.5", "34.4",      "18.1", "475",  "65.5", "34.5", "250"};
const std::vector<std::string> kBeck{"102", "E06000002", "Beck", "[x]", "[x]", "[x]", "[x]",
                                     "[x]", "[x]",       "[x]",  "[x]", "[x]", "[x]", "[x]"};

TEST(question_of, tells_numbers_and_forms_apart) {
  EXPECT_EQ(question_of("Question 3a - Which of these?")->number, "3a");
  EXPECT_EQ(question_of("Question 3a - Which of these?")->wording, "Which of these?");
  EXPECT_EQ(question_of("Question 1 easy-read - How happy?")->form, "easy-read");
  EXPECT_EQ(question_of("Question 12 excluding those who answered \"never\" - Was it?")->form,
            "excluding those who answered \"never\"");
  EXPECT_FALSE(question_of("CASSR name"));
  EXPECT_FALSE(question_of("Question time"));
}

TEST(answer_tables, have_questions_and_shares_that_add_up) {
  const auto made = answer_tables_of(annex({kAsh, kBeck}));
  ASSERT_EQ(made.size(), 1U);
  ASSERT_EQ(made[0].questions.size(), 3U);
  EXPECT_THAT(made[0].questions[0].answers, ElementsAre("As much as I want", "Some", "None"));
  EXPECT_EQ(made[0].areas.size(), 2U);
  EXPECT_EQ(made[0].find("12", 3)->name.form, "");
  EXPECT_EQ(made[0].find("12", 2), nullptr);  // what leaves people out is no form of the question
}

TEST(answer_tables, of_numbers_or_margins_are_passed_over) {
  auto numbers = kAsh;
  numbers[3] = "970";
  numbers[8] = "960";
  EXPECT_TRUE(answer_tables_of(annex({numbers})).empty());
  EXPECT_TRUE(answer_tables_of(annex({kAsh}, "Total weighted respondents")).empty());
}

/// The first answers of question 3a count; the published outcome is as said.
class FromAnswers : public ::testing::Test {
 protected:
  std::vector<MadeFromAnswers> made(const std::string& published, const AnswerRule& rule) {
    tables_ = answer_tables_of(annex({kAsh, kBeck}));
    figure_ = figure_of("1E", "-", "-", published);
    rules_ = {rule};
    return make_from_answers(rules_, "2015-16", {&tables_.front()}, {&figure_}, edition_.rules);
  }

  AnswerRule rule_of_question(const std::string& number) const {
    AnswerRule rule;
    rule.rule = edition_.rule("1E");
    rule.forms = {{number,
                   {Standing::kCounts, Standing::kCounts, Standing::kDoesNotCount},
                   {"one", "two", "three"}}};
    return rule;
  }

  SmallEdition edition_{"2015-16"};
  std::vector<AnswerTable> tables_;
  std::vector<AnswerRule> rules_;
  Figure figure_;
};

TEST_F(FromAnswers, the_answers_that_count_are_added) {
  const auto measures = made("85.1", rule_of_question("3a"));
  ASSERT_EQ(measures.size(), 1U);
  ASSERT_EQ(measures[0].outcomes.size(), 1U);  // Beck answered nothing
  const OutcomeOfAnswers& outcome = measures[0].outcomes[0];
  EXPECT_EQ(outcome.judgement.verdict, Verdict::kEqual);
  EXPECT_EQ(outcome.judgement.recomputed, mpq_class(851, 10));
  EXPECT_EQ(outcome.respondents, "495");
  EXPECT_THAT(measures[0].question, HasSubstr("question 3a: As much as I want + Some"));
}

TEST_F(FromAnswers, shares_were_rounded_each_by_itself) {
  EXPECT_EQ(made("85.2", rule_of_question("3a"))[0].outcomes[0].judgement.verdict,
            Verdict::kWithinShares);
  EXPECT_EQ(made("85.3", rule_of_question("3a"))[0].outcomes[0].judgement.verdict, Verdict::kWrong);
}

TEST_F(FromAnswers, a_rule_that_says_why_not_makes_nothing) {
  AnswerRule rule = rule_of_question("12");
  rule.why_not = "whoever never tried leaves the sample";
  const auto measures = made("65.5", rule);
  EXPECT_TRUE(measures[0].outcomes.empty());
  EXPECT_EQ(measures[0].why_not, rule.why_not);
  EXPECT_THAT(made("1", rule_of_question("99"))[0].why_not, HasSubstr("no table has its question"));
}

TEST_F(FromAnswers, answers_are_found_by_their_words_where_these_are_known) {
  AnswerRule rule = rule_of_question("3a");
  rule.forms[0].texts = {"None", "Some", "As much as I want"};
  EXPECT_EQ(made("61.3", rule)[0].outcomes[0].judgement.verdict, Verdict::kEqual);  // 14.9 + 46.4
}

}  // namespace
}  // namespace assize::reproduce
