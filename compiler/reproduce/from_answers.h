// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/reproduce/answer_tables.h"
#include "compiler/reproduce/judge.h"
#include "compiler/reproduce/published.h"
#include "compiler/reproduce/rules.h"

namespace assize::reproduce {

/// What becomes of whoever gave one answer, by a measure's own words.
enum class Standing : std::uint8_t { kCounts, kDoesNotCount, kIsLeftOut };

/// One form of a question, and what becomes of each of its answers.
struct AnswersOfQuestion {
  std::string number;               // `3a`
  std::vector<Standing> standings;  // in the order of the answers' numbers
  std::vector<std::string> texts;   // of the answers, as the framework words them
};

/// How a measure of a survey is made from answers, or why answers by themselves do not make it.
struct AnswerRule {
  Rule rule;
  std::vector<AnswersOfQuestion> forms;  // of one question
  std::string why_not;                   // empty if they do
};

/// What a table of answers gives for one area.
struct OutcomeOfAnswers {
  const AnswerTable* table = nullptr;
  const AreaAnswers* area = nullptr;
  const Figure* published = nullptr;  // null: none among the files
  Judgement judgement;
  std::string respondents;
};

/// A measure made from a table of answers.
struct MadeFromAnswers {
  const AnswerRule* rule = nullptr;
  std::string year;
  std::string question;  // `question 3a: … + …`
  std::string why_not;
  std::vector<OutcomeOfAnswers> outcomes;
};

/// Makes what can be made of tables of answers, and compares it with the published outcomes at
/// hand.
///
/// Unit    percent; each share was rounded to one decimal, and so a sum of k may be k times 0.05
/// off. Null    areas without answers are left out.
std::vector<MadeFromAnswers> make_from_answers(const std::vector<AnswerRule>& rules,
                                               const std::string& year,
                                               const std::vector<const AnswerTable*>& tables,
                                               const std::vector<const Figure*>& published,
                                               const Rules& editions);

}  // namespace assize::reproduce
