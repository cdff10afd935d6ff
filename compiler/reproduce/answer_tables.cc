// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/answer_tables.h"

#include <algorithm>

#include "compiler/reproduce/headings.h"
#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

using sheets::Sheet;

constexpr std::size_t kMostTitleRows = 60;
constexpr std::string_view kQuestion = "question ";
constexpr std::string_view kRespondents = "respondents";

/// Rows of a table's head: questions above, answers below.
struct Head {
  std::size_t questions = 0;
  std::size_t answers = 0;
};

std::optional<Head> head_of(const Sheet& sheet) {
  for (std::size_t row = 1; row < sheet.rows.size() && row < kMostTitleRows; ++row) {
    if (!Columns::of(sheet.rows[row]).names_area()) continue;
    for (std::size_t column = 0; column < sheet.rows[row - 1].size(); ++column) {
      if (question_of(sheet.text(row - 1, column))) return Head{row - 1, row};
    }
  }
  return std::nullopt;
}

std::vector<Question> questions_of(const Sheet& sheet, const Head& head) {
  std::vector<Question> made;
  const std::size_t columns = sheet.rows[head.answers].size();
  for (std::size_t column = 0; column < columns; ++column) {
    if (const auto name = question_of(sheet.text(head.questions, column))) {
      made.emplace_back();
      made.back().name = *name;
    }
    const std::string_view answer = sheet.text(head.answers, column);
    if (made.empty() || answer.empty() || heading_of(answer)) continue;
    Question& question = made.back();
    if (question.respondents != 0) continue;  // the columns of this question have ended
    if (plain_heading(answer) == kRespondents) {
      question.respondents = column;
    } else {
      question.answers.emplace_back(answer);
      question.columns.push_back(column);
    }
  }
  std::erase_if(made, [](const Question& question) {
    return question.respondents == 0 || question.columns.empty();
  });
  return made;
}

std::vector<AreaAnswers> areas_of(const Sheet& sheet, const Head& head) {
  const Columns columns = Columns::of(sheet.rows[head.answers]);
  const auto text = [&](std::size_t row, Heading heading) {
    return columns.has(heading) ? std::string(sheet.text(row, columns.at(heading))) : std::string();
  };
  std::vector<AreaAnswers> made;
  for (std::size_t row = head.answers + 1; row < sheet.rows.size(); ++row) {
    AreaAnswers area;
    area.row = row + 1;
    area.area_code = text(row, Heading::kAreaCode);
    area.ons_code = text(row, Heading::kOnsCode);
    area.name = text(row, Heading::kAreaName);
    if (area.name.empty()) continue;
    for (std::size_t column = 0; column < sheet.rows[head.answers].size(); ++column) {
      area.cells.push_back(read_cell(sheet.text(row, column), row + 1));
    }
    made.push_back(std::move(area));
  }
  return made;
}

// Shares of one question add up to 100, each rounded to one decimal.
bool adds_up(const Question& question, const AreaAnswers& area) {
  mpq_class sum = 0;
  for (const std::size_t column : question.columns) {
    if (!area.cells[column].is_number()) return false;
    sum += area.cells[column].number;
  }
  return abs(sum - 100) <= mpq_class(static_cast<long>(question.columns.size()), 10);
}

bool is_of_percentages(const AnswerTable& table) {
  std::size_t asked = 0;
  std::size_t added_up = 0;
  for (const AreaAnswers& area : table.areas) {
    for (const Question& question : table.questions) {
      if (!area.cells[question.columns.front()].is_number()) continue;
      ++asked;
      added_up += adds_up(question, area) ? 1 : 0;
    }
  }
  return asked > 0 && added_up * 2 > asked;  // of some questions, several answers may be given
}

}  // namespace

std::optional<QuestionName> question_of(std::string_view heading) {
  const std::string folded = columns::folded(heading);
  if (!folded.starts_with(kQuestion)) return std::nullopt;
  const auto dash = folded.find(" - ");
  const std::string_view before =
      std::string_view(folded).substr(kQuestion.size(), dash - kQuestion.size());
  QuestionName made;
  const auto blank = before.find(' ');
  made.number = before.substr(0, blank);
  if (blank != std::string_view::npos) made.form = columns::trimmed(before.substr(blank));
  if (dash != std::string::npos) made.wording = columns::trimmed(heading.substr(dash + 3));
  const bool is_number = !made.number.empty() && made.number[0] >= '0' && made.number[0] <= '9';
  return is_number ? std::optional(made) : std::nullopt;
}

const Question* AnswerTable::find(std::string_view number, std::size_t answers) const {
  const Question* found = nullptr;
  for (const Question& question : questions) {
    if (question.name.number != number || question.answers.size() != answers) continue;
    // What two forms of a question have in common stands for all who answered either.
    if (question.name.form == "combined") return &question;
    if (question.name.form.empty()) found = &question;
  }
  return found;
}

std::vector<AnswerTable> answer_tables_of(const sheets::Workbook& workbook) {
  std::vector<AnswerTable> made;
  for (const Sheet& sheet : workbook.sheets) {
    const auto head = head_of(sheet);
    if (!head) continue;
    AnswerTable table{workbook.path, sheet.name, questions_of(sheet, *head),
                      areas_of(sheet, *head)};
    if (is_of_percentages(table)) made.push_back(std::move(table));
  }
  return made;
}

}  // namespace assize::reproduce
