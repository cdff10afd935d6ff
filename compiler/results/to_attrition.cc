// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_attrition.h"

#include <map>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/results/lay_out.h"
#include "compiler/results/to_terminal.h"

namespace assize::results {
namespace {

constexpr std::size_t kLabelWidth = 66;
constexpr std::size_t kCountWidth = 12;

std::int64_t sum_of(const std::vector<std::int64_t>& by_council) {
  return std::accumulate(by_council.begin(), by_council.end(), std::int64_t{0});
}

std::string line_of(const std::string& sign, const std::string& label, std::int64_t count,
                    const std::string& remark = "") {
  std::string line =
      "   " + sign + " " + padded(label, kLabelWidth) + right_aligned(grouped(count), kCountWidth);
  if (!remark.empty()) line += "     " + remark;
  return line + "\n";
}

std::string remark_on_step(const check::Step& step, std::int64_t unknown) {
  if (unknown == 0) return "";
  switch (step.policy) {
    case check::StepPolicy::kKeep:
      return "kept although unknown: " + grouped(unknown);
    case check::StepPolicy::kLeaveOut:
      return "of these unknown: " + grouped(unknown);
    case check::StepPolicy::kStop:
      return "";
    case check::StepPolicy::kNothingToDecide:
      return "unknown: " + grouped(unknown);
  }
  return "";
}

std::string remark_on_count(check::CountPolicy policy, std::int64_t unknown) {
  if (unknown == 0) return "";
  return (policy == check::CountPolicy::kCount ? "counted although unknown: "
                                               : "not counted as unknown: ") +
         grouped(unknown);
}

// A step that keeps takes out what its label does not say.
std::string step_label(const check::Step& step) {
  switch (step.kind) {
    case check::Step::Kind::kLeaveOut:
      return step.label;
    case check::Step::Kind::kKeep:
      return "not \"" + step.label + "\"";
    case check::Step::Kind::kKeepOnePer:
      return "others than \"" + step.label + "\"";
  }
  return step.label;
}

std::string steps_text(const std::vector<check::Step>& steps, const std::vector<StepTally>& tally) {
  std::string text;
  for (std::size_t step = 0; step < steps.size() && step < tally.size(); ++step) {
    text += line_of("-", step_label(steps[step]), sum_of(tally[step].taken_out),
                    remark_on_step(steps[step], sum_of(tally[step].unknown_decided)));
  }
  return text;
}

// A title over several lines if it is long; the name of the column of counts on the first.
std::string heading(const std::string& code, const std::string& title, const std::string& column) {
  const std::string begin = " " + (code.empty() ? "" : code + "  ");
  std::string text;
  for (const std::string& part : wrapped(title, kLabelWidth + 4 - begin.size())) {
    std::string line = (text.empty() ? begin : std::string(begin.size(), ' ')) + part;
    if (text.empty() && !column.empty()) {
      line = padded(line, kLabelWidth + 5) + right_aligned(column, kCountWidth);
    }
    text += line + "\n";
  }
  return text;
}

// `105 (accommodation), 56 (birth)`: how many unknowns each place decided, a few to a line.
std::string places_text(const std::string& what,
                        const std::vector<std::pair<std::string, std::int64_t>>& places) {
  if (places.empty()) return "";
  std::string list;
  for (const auto& [place, count] : places) {
    list += (list.empty() ? "" : ", ") + grouped(count) + " (" + place + ")";
  }
  std::string text;
  for (const std::string& line : wrapped(what + list, kLabelWidth + kCountWidth + 15)) {
    text += (text.empty() ? " " : "   ") + line + "\n";
  }
  return text;
}

// The engine marks places that took what is known to fit without a word with `quiet, `.
std::string unknowns_text(const std::map<std::string, std::int64_t>& decided) {
  constexpr std::string_view kQuiet = "quiet, ";
  std::vector<std::pair<std::string, std::int64_t>> said;
  std::vector<std::pair<std::string, std::int64_t>> quiet;
  for (const auto& [place, count] : decided) {
    if (place.starts_with(kQuiet)) {
      quiet.emplace_back(place.substr(kQuiet.size()), count);
    } else {
      said.emplace_back(place, count);
    }
  }
  return places_text("Unknowns decided by a word: ", said) +
         places_text("Unknowns passed over quietly: ", quiet);
}

const Row* england_total(const Results& results, const check::Part* part) {
  for (const Row& row : results.rows) {
    if (row.of_part == part && row.level == Level::kEngland && !row.is_tabulation &&
        row.breakdown == "total") {
      return &row;
    }
  }
  return nullptr;
}

std::int64_t total_cell(const PartTally& part, std::size_t councils, std::int64_t Cell::* side) {
  std::int64_t sum = 0;
  for (std::size_t council = 0; council < councils; ++council) sum += part.cells[council].*side;
  return sum;
}

std::string part_text(const check::Measure& measure, const PartTally& part, std::size_t councils,
                      const Results& results) {
  const check::Part& of = *part.part;
  std::string text;
  const bool has_name = !of.name.empty();
  if (has_name) {
    text += heading(code_of(measure, of), of.label.empty() ? of.name : of.label, "");
    text += steps_text(of.steps, part.steps);
    text += line_of("=", "population", sum_of(part.population));
  }
  if (of.denominator) {
    text +=
        line_of("-", "not in the denominator", sum_of(part.denominator.taken_out),
                remark_on_count(of.denominator->policy, sum_of(part.denominator.unknown_decided)));
  }
  if (of.over == nullptr) {
    text += line_of("=", "denominator", total_cell(part, councils, &Cell::denominator));
  }
  if (of.numerator || of.shape == check::Shape::kRate) {
    const Row* row = england_total(results, part.part);
    std::string remark = row == nullptr ? "" : shown_value(*row);
    if (of.numerator) {
      const std::string unknown =
          remark_on_count(of.numerator->policy, sum_of(part.numerator_unknown));
      if (!unknown.empty()) remark += "     " + unknown;
    }
    text += line_of(" ", "numerator", total_cell(part, councils, &Cell::numerator), remark);
  }
  return text;
}

}  // namespace

std::string attrition_text(const bind::Inputs& inputs, const Tally& tally, const Results& results) {
  std::string text;
  for (const MeasureTally& measured : tally.measures) {
    const check::Measure& measure = *measured.measure;
    if (measure.unit_noun.empty()) continue;  // without a population
    std::int64_t left = sum_of(measured.base);
    text += heading(measure.code, measure.title.empty() ? measure.name : measure.title, "England");
    text += line_of(" ", measure.unit_noun + " in scope", left);
    text += steps_text(measure.steps, measured.steps);
    for (const StepTally& step : measured.steps) left -= sum_of(step.taken_out);
    text += line_of("=", "population", left);
    for (const PartTally& part : measured.parts) {
      text += part_text(measure, part, inputs.councils.size(), results);
    }
    text += unknowns_text(measured.quiet_unknowns);
    text += "\n";
  }
  return text;
}

}  // namespace assize::results
