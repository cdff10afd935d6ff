// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/answer_rules.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>

#include "compiler/driver/engine.h"
#include "compiler/driver/read_data.h"
#include "compiler/results/row.h"

namespace assize::driver {
namespace {

using check::Collection;
using check::Field;
using check::Measure;
using reproduce::AnswerRule;
using reproduce::AnswersOfQuestion;
using reproduce::Standing;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A column that bears the number of its question: `q3a`, `Q1Std`. Gives `3a`, `1`; else nothing.
std::string question_number(const Field& field) {
  if (field.type.base != check::Base::kCode || field.columns.size() != 1) return "";
  const std::string& column = field.columns.front();
  if (column.size() < 2 || (column[0] != 'q' && column[0] != 'Q') || !is_digit(column[1]))
    return "";
  std::size_t end = 1;
  while (end < column.size() && is_digit(column[end])) ++end;
  const bool has_letter = end < column.size() && column[end] >= 'a' && column[end] <= 'z';
  return column.substr(1, end - 1 + (has_letter ? 1 : 0));
}

// The values of a list in the order of their numbers.
std::vector<int> in_order(const check::CodeList& list) {
  std::vector<int> order(list.values.size());
  for (std::size_t at = 0; at < order.size(); ++at) order[at] = static_cast<int>(at);
  std::stable_sort(order.begin(), order.end(), [&](int one, int other) {
    const auto& first = list.values[static_cast<std::size_t>(one)].number;
    const auto& second = list.values[static_cast<std::size_t>(other)].number;
    return first && second && *first < *second;
  });
  return order;
}

std::string cell_of(const check::CodeValue& value) {
  return value.number ? std::to_string(*value.number) : value.text;
}

std::string csv_cell(const std::string& cell) {
  std::string made = "\"";
  for (const char c : cell) made += c == '"' ? std::string("\"\"") : std::string(1, c);
  return made + "\"";
}

/// Records that are made up and lie in memory, under a name by which they can be read.
class InventedFile {
 public:
  explicit InventedFile(const std::string& text)
      : descriptor_(memfd_create("answers", MFD_CLOEXEC)) {
    std::string_view rest = text;
    while (descriptor_ >= 0 && !rest.empty()) {
      const ssize_t written = write(descriptor_, rest.data(), rest.size());
      if (written <= 0) break;
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  InventedFile(const InventedFile&) = delete;
  InventedFile& operator=(const InventedFile&) = delete;
  ~InventedFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

/// One made-up respondent: who gave which answer, and what else had to be said.
struct Respondent {
  const Field* question = nullptr;
  int answer = 0;                        // index in the question's list
  std::map<const Field*, int> required;  // of codes that may not be blank
};

/// All made-up respondents of one survey.
class Respondents {
 public:
  Respondents(const Collection& survey, const std::string& council)
      : survey_(survey), council_(council) {
    std::vector<Respondent> bases(1);
    for (const auto& field : survey.fields) {
      if (!question_number(*field).empty() || field->type.base != check::Base::kCode) continue;
      if (field->blank != Field::Blank::kRefusesRow) continue;
      bases = with_each_value(bases, *field);
    }
    for (const auto& field : survey.fields) {
      if (question_number(*field).empty()) continue;
      for (std::size_t answer = 0; answer < field->type.list->values.size(); ++answer) {
        for (Respondent base : bases) {
          base.question = field.get();
          base.answer = static_cast<int>(answer);
          respondents_.push_back(std::move(base));
        }
      }
    }
  }

  bool is_empty() const { return respondents_.empty(); }
  const Respondent& operator[](std::size_t number) const { return respondents_[number]; }
  std::size_t size() const { return respondents_.size(); }

  std::string csv() const {
    std::string text = header(survey_);
    for (std::size_t number = 0; number < respondents_.size(); ++number) {
      std::string line;
      for (const auto& field : survey_.fields) {
        for (std::size_t column = 0; column < field->columns.size(); ++column) {
          line += (line.empty() ? "" : ",") + csv_cell(cell(*field, number));
        }
      }
      text += line + "\n";
    }
    return text;
  }

  // How many people each stratum speaks for: any number will do, since nothing is weighed here.
  std::string frame_csv(const Collection& frame) const {
    std::set<std::string> lines;
    for (const Respondent& respondent : respondents_) {
      std::string line;
      for (const auto& field : frame.fields) {
        std::string written = field.get() == survey_.sample->size ? "1000000" : council_;
        for (std::size_t at = 0; at < survey_.sample->by.size(); ++at) {
          const auto required = respondent.required.find(survey_.sample->by[at]);
          if (survey_.sample->frame_by[at] != field.get() || required == respondent.required.end())
            continue;
          written = cell_of(field->type.list->values[static_cast<std::size_t>(required->second)]);
        }
        line += (line.empty() ? "" : ",") + csv_cell(written);
      }
      lines.insert(line + "\n");
    }
    std::string text = header(frame);
    for (const std::string& line : lines) text += line;
    return text;
  }

 private:
  static std::vector<Respondent> with_each_value(const std::vector<Respondent>& bases,
                                                 const Field& field) {
    constexpr std::size_t kMost = 256;
    std::vector<Respondent> made;
    for (const Respondent& base : bases) {
      for (std::size_t value = 0; value < field.type.list->values.size() && made.size() < kMost;
           ++value) {
        made.push_back(base);
        made.back().required[&field] = static_cast<int>(value);
      }
    }
    return made;
  }

  static std::string header(const Collection& collection) {
    std::string line;
    for (const auto& field : collection.fields) {
      for (const std::string& column : field->columns)
        line += (line.empty() ? "" : ",") + csv_cell(column);
    }
    return line + "\n";
  }

  std::string cell(const Field& field, std::size_t number) const {
    const Respondent& respondent = respondents_[number];
    if (&field == respondent.question) {
      return cell_of(field.type.list->values[static_cast<std::size_t>(respondent.answer)]);
    }
    if (const auto value = respondent.required.find(&field); value != respondent.required.end()) {
      return cell_of(field.type.list->values[static_cast<std::size_t>(value->second)]);
    }
    if (field.blank != Field::Blank::kRefusesRow) return "";
    const bool is_council = survey_.sample && survey_.sample->by.front() == &field;
    return is_council ? council_ : std::to_string(number + 1);
  }

  const Collection& survey_;
  std::string council_;
  std::vector<Respondent> respondents_;
};

/// One measure of a survey, asked about everybody in turn.
class Questioning {
 public:
  Questioning(const Compilation& compilation, const check::Framework& edition,
              const Measure& measure, const std::string& council)
      : compilation_(compilation),
        edition_(edition),
        measure_(measure),
        survey_(*measure.from.front()),
        respondents_(survey_, council) {}

  columns::Result<std::map<const Field*, std::vector<Standing>>> standings() const {
    std::map<const Field*, std::vector<Standing>> made;
    if (respondents_.is_empty()) return made;
    const auto units = verdicts();
    if (!units) return units.failure();
    for (const results::UnitRow& unit : *units) {
      const auto number = number_of(unit);
      if (!number) continue;
      const Respondent& respondent = respondents_[*number];
      auto& standings = made[respondent.question];
      standings.resize(respondent.question->type.list->values.size(), Standing::kIsLeftOut);
      Standing& standing = standings[static_cast<std::size_t>(respondent.answer)];
      if (unit.counted == "numerator") standing = Standing::kCounts;
      if (unit.counted == "denominator" && standing != Standing::kCounts)
        standing = Standing::kDoesNotCount;
    }
    // Whoever is left out with every answer said nothing that the measure asks.
    std::erase_if(made, [](const auto& question) {
      return std::all_of(question.second.begin(), question.second.end(),
                         [](Standing standing) { return standing == Standing::kIsLeftOut; });
    });
    return made;
  }

 private:
  columns::Result<std::vector<results::UnitRow>> verdicts() const {
    const InventedFile survey(respondents_.csv());
    const Collection* frame = survey_.sample ? survey_.sample->frame : nullptr;
    const InventedFile eligible(frame == nullptr ? std::string() : respondents_.frame_csv(*frame));
    DataRequest request;
    request.period = {edition_.covers_from, edition_.covers_to};
    request.threads = 1;
    request.sources = {survey_.name + "=" + survey.name()};
    if (frame != nullptr) request.sources.push_back(frame->name + "=" + eligible.name());
    const auto inputs = read_data(edition_, {&measure_}, request);
    if (!inputs) return inputs.failure();
    results::Request work;
    work.measures = {&measure_};
    work.units = true;
    auto engine = make_engine(edition_, {"interpreter", compilation_.sources, *inputs, work});
    if (!engine) return engine.failure();
    auto tally = engine->evaluator->evaluate(*inputs, work);
    if (!tally) return tally.failure();
    return std::move(tally->measures.front().units);
  }

  // The key of a record is the number it was given.
  std::optional<std::size_t> number_of(const results::UnitRow& unit) const {
    const std::string digits = unit.record.substr(unit.record.rfind(' ') + 1);
    if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
    const std::size_t number = std::stoul(digits);
    return number >= 1 && number <= respondents_.size() ? std::optional(number - 1) : std::nullopt;
  }

  const Compilation& compilation_;
  const check::Framework& edition_;
  const Measure& measure_;
  const Collection& survey_;
  Respondents respondents_;
};

std::string words_of(const std::map<const Field*, std::vector<Standing>>& standings) {
  for (const auto& [field, of_field] : standings) {
    const check::CodeList& list = *field->type.list;
    for (const int at : in_order(list)) {
      if (of_field[static_cast<std::size_t>(at)] != Standing::kIsLeftOut) continue;
      return "whoever answered `" + list.values[static_cast<std::size_t>(at)].text +
             "` leaves the sample, and those who are left are weighted anew to stand for everybody "
             "in their stratum; "
             "shares of all answers do not say how";
    }
  }
  return "";
}

void explain(const std::map<const Field*, std::vector<Standing>>& standings, AnswerRule& rule) {
  if (standings.empty()) {
    rule.why_not =
        "it takes several answers of one person together, and each question is published by itself";
    return;
  }
  std::set<std::string> numbers;
  for (const auto& [field, of_field] : standings) numbers.insert(question_number(*field));
  if (numbers.size() > 1) {
    rule.why_not = "it goes by answers to several questions, and each is published by itself";
    return;
  }
  rule.why_not = words_of(standings);
  for (const auto& [field, of_field] : standings) {
    AnswersOfQuestion form;
    form.number = question_number(*field);
    for (const int at : in_order(*field->type.list)) {
      form.standings.push_back(of_field[static_cast<std::size_t>(at)]);
      form.texts.push_back(field->type.list->values[static_cast<std::size_t>(at)].text);
    }
    rule.forms.push_back(std::move(form));
  }
}

bool asks_a_survey(const Measure& measure) {
  return !measure.from.empty() && measure.from.front()->sample.has_value() &&
         measure.parts.size() == 1;
}

}  // namespace

columns::Result<std::vector<AnswerRule>> answer_rules(const Compilation& compilation,
                                                      const check::Framework& edition,
                                                      const std::string& council) {
  std::vector<AnswerRule> made;
  for (const auto& measure : edition.measures) {
    if (!asks_a_survey(*measure)) continue;
    AnswerRule rule;
    rule.rule = {&edition, measure.get(), &measure->parts.front()};
    if (measure->parts.front().shape != check::Shape::kShare) {
      rule.why_not = "it is no share but a mean over people, made of several answers of each";
    } else {
      const auto standings = Questioning(compilation, edition, *measure, council).standings();
      if (!standings) return standings.failure();
      explain(*standings, rule);
    }
    made.push_back(std::move(rule));
  }
  return made;
}

}  // namespace assize::driver
