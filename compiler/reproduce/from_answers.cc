// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/from_answers.h"

#include <algorithm>
#include <map>

#include "runtime/columns/spelling.h"
#include "runtime/statistics/exact.h"

namespace assize::reproduce {
namespace {

/// The columns of a question whose shares are added, and their words.
struct Sum {
  const Question* question = nullptr;
  std::vector<std::size_t> columns;
  std::string words;
};

// Answers of the table in the framework's order: by their words where all are found, else by their
// place.
std::vector<std::size_t> places_of(const Question& question, const AnswersOfQuestion& form) {
  std::vector<std::size_t> places;
  for (const std::string& text : form.texts) {
    const auto found = std::find_if(question.answers.begin(), question.answers.end(),
                                    [&](const std::string& answer) {
                                      return columns::folded(answer) == columns::folded(text);
                                    });
    if (found == question.answers.end()) break;
    places.push_back(static_cast<std::size_t>(found - question.answers.begin()));
  }
  if (places.size() == form.texts.size()) return places;
  places.clear();
  for (std::size_t at = 0; at < question.answers.size(); ++at) places.push_back(at);
  return places;
}

std::optional<Sum> sum_of(const AnswerTable& table, const AnswerRule& rule) {
  for (const AnswersOfQuestion& form : rule.forms) {
    const Question* question = table.find(form.number, form.standings.size());
    if (question == nullptr) continue;
    Sum made;
    made.question = question;
    const std::vector<std::size_t> places = places_of(*question, form);
    for (std::size_t at = 0; at < places.size(); ++at) {
      if (form.standings[at] != Standing::kCounts) continue;
      made.columns.push_back(question->columns[places[at]]);
      made.words += (made.words.empty() ? "" : " + ") + question->answers[places[at]];
    }
    return made;
  }
  return std::nullopt;
}

Judgement judge_sum(const Sum& sum, const AreaAnswers& area, const Figure* published,
                    const Rule& rule) {
  Judgement made;
  mpq_class value = 0;
  std::string parts;
  for (const std::size_t column : sum.columns) {
    value += area.cells[column].number;
    parts += (parts.empty() ? "" : " + ") + area.cells[column].text;
  }
  made.recomputed = rule.rounded(value);
  made.why = parts + " of question " + sum.question->name.number;
  if (published == nullptr || !published->outcome.is_number()) {
    made.verdict = Verdict::kAnswersAlone;
    return made;
  }
  const mpq_class apart = abs(published->outcome.number - value);
  const mpq_class most(static_cast<long>(sum.columns.size()) + 1, 20);
  if (*made.recomputed == published->outcome.number) {
    made.verdict = Verdict::kEqual;
  } else if (apart <= most) {
    made.verdict = Verdict::kWithinShares;
    made.why += ", within the rounding of its shares";
  } else {
    made.verdict = Verdict::kWrong;
    made.why += ", published is " + published->outcome.text;
  }
  return made;
}

/// Published totals of one year, by measure and area.
class PublishedTotals {
 public:
  PublishedTotals(const std::vector<const Figure*>& figures, const std::string& year,
                  const Rules& editions) {
    const check::Framework* edition = editions.edition(year);
    for (const Figure* figure : figures) {
      if (figure->year != year || figure->breakdown != "total" || edition == nullptr) continue;
      const Rule* rule = editions.find(*edition, figure->code);
      if (rule == nullptr) continue;
      for (const std::string* area : {&figure->ons_code, &figure->area_code, &figure->area_name}) {
        if (!area->empty())
          by_area_.emplace(std::make_pair(rule->part, columns::folded(*area)), figure);
      }
    }
  }

  const Figure* find(const Rule& rule, const AreaAnswers& area) const {
    for (const std::string* name : {&area.ons_code, &area.area_code, &area.name}) {
      const auto found = by_area_.find({rule.part, columns::folded(*name)});
      if (!name->empty() && found != by_area_.end()) return found->second;
    }
    return nullptr;
  }

 private:
  std::map<std::pair<const check::Part*, std::string>, const Figure*> by_area_;
};

}  // namespace

std::vector<MadeFromAnswers> make_from_answers(const std::vector<AnswerRule>& rules,
                                               const std::string& year,
                                               const std::vector<const AnswerTable*>& tables,
                                               const std::vector<const Figure*>& published,
                                               const Rules& editions) {
  const PublishedTotals totals(published, year, editions);
  std::vector<MadeFromAnswers> made;
  for (const AnswerRule& rule : rules) {
    MadeFromAnswers measure;
    measure.rule = &rule;
    measure.year = year;
    measure.why_not = rule.why_not;
    for (const AnswerTable* table : tables) {
      const auto sum = rule.why_not.empty() ? sum_of(*table, rule) : std::nullopt;
      if (!sum) continue;
      measure.question = "question " + sum->question->name.number + ": " + sum->words;
      for (const AreaAnswers& area : table->areas) {
        const bool has_all =
            std::all_of(sum->columns.begin(), sum->columns.end(),
                        [&](std::size_t column) { return area.cells[column].is_number(); });
        if (!has_all) continue;
        const Figure* figure = totals.find(rule.rule, area);
        measure.outcomes.push_back({table, &area, figure, judge_sum(*sum, area, figure, rule.rule),
                                    area.cells[sum->question->respondents].text});
      }
    }
    if (measure.why_not.empty() && measure.outcomes.empty()) {
      measure.why_not = "no table has its question with as many answers as the edition knows";
    }
    made.push_back(std::move(measure));
  }
  return made;
}

}  // namespace assize::reproduce
