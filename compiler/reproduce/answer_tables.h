// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/reproduce/shown.h"
#include "runtime/sheets/sheet.h"

namespace assize::reproduce {

/// What a question is called: `Question 1 combined - Overall, …` is number `1`, form `combined`.
struct QuestionName {
  std::string number;  // small letters: `3a`
  std::string
      form;  // `easy-read`, `combined`, `excluding those who …`; empty for the question itself
  std::string wording;
};

/// Reads it; nothing if the text is no question.
std::optional<QuestionName> question_of(std::string_view heading);

/// One question of a table of answers, and where its answers stand.
struct Question {
  QuestionName name;
  std::vector<std::string> answers;  // in the order of the questionnaire
  std::vector<std::size_t> columns;  // of the answers
  std::size_t respondents = 0;       // its column
};

/// The answers of one area, in percent.
struct AreaAnswers {
  std::size_t row = 0;  // of the sheet, from 1
  std::string area_code;
  std::string ons_code;
  std::string name;
  std::vector<Shown> cells;  // by column
};

/// A table of an annex to a survey: a row an area, for each question what share gave which answer.
struct AnswerTable {
  std::string path;
  std::string sheet;
  std::vector<Question> questions;
  std::vector<AreaAnswers> areas;

  /// The question with this number, form and count of answers; null if there is none.
  const Question* find(std::string_view number, std::size_t answers) const;
};

/// Finds the tables of a workbook whose answers are shares in percent with a column of respondents.
/// Tables of weighted numbers, of margins and of response rates look alike, and are passed over.
std::vector<AnswerTable> answer_tables_of(const sheets::Workbook& workbook);

}  // namespace assize::reproduce
