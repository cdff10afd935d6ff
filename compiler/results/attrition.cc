// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/attrition.h"

#include <algorithm>
#include <utility>

#include "compiler/results/disclose.h"
#include "compiler/results/marks.h"

namespace assize::results {
namespace {

std::string unknown_means(const check::Step& step) {
  switch (step.policy) {
    case check::StepPolicy::kKeep:
      return "kept although unknown";
    case check::StepPolicy::kLeaveOut:
      return "of these unknown";
    case check::StepPolicy::kStop:
      return "";
    case check::StepPolicy::kNothingToDecide:
      return "unknown";
  }
  return "";
}

std::string unknown_means(check::CountPolicy policy) {
  return policy == check::CountPolicy::kCount ? "counted although unknown"
                                              : "not counted as unknown";
}

// A step that keeps takes out what its label does not say.
std::string label_of(const check::Step& step) {
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

/// Collects the stages of one measure; what is the same for all of them is said once.
class Stages {
 public:
  explicit Stages(const check::Measure& measure) : measure_(measure) {}

  void begin(const check::Part* part) { part_ = part; }

  void add(Stage::Kind kind, const std::string& label, std::vector<std::int64_t> units,
           const std::string& means = "", std::vector<std::int64_t> unknown = {}) {
    stages_.push_back({kind, &measure_, part_, label, means, std::move(units), std::move(unknown)});
  }

  void add_steps(const std::vector<check::Step>& steps, const std::vector<StepTally>& tally) {
    for (std::size_t step = 0; step < steps.size() && step < tally.size(); ++step) {
      add(Stage::Kind::kStep, label_of(steps[step]), tally[step].taken_out,
          unknown_means(steps[step]), tally[step].unknown_decided);
    }
  }

  std::vector<Stage> take() { return std::move(stages_); }

 private:
  const check::Measure& measure_;
  const check::Part* part_ = nullptr;
  std::vector<Stage> stages_;
};

// The total's cells by council.
std::vector<std::int64_t> total_cells(const PartTally& part, std::int64_t Cell::* side,
                                      std::size_t councils) {
  std::vector<std::int64_t> cells;
  for (std::size_t council = 0; council < councils; ++council) {
    cells.push_back(part.cells[council].*side);
  }
  return cells;
}

void add_part(const PartTally& part, std::size_t councils, Stages& stages) {
  const check::Part& of = *part.part;
  stages.begin(&of);
  if (!of.name.empty()) {
    stages.add_steps(of.steps, part.steps);
    stages.add(Stage::Kind::kPopulation, "population", part.population);
  }
  if (of.denominator) {
    stages.add(Stage::Kind::kNotInDenominator, "not in the denominator", part.denominator.taken_out,
               unknown_means(of.denominator->policy), part.denominator.unknown_decided);
  }
  if (of.over == nullptr) {
    stages.add(Stage::Kind::kDenominator, "denominator",
               total_cells(part, &Cell::denominator, councils));
  }
  if (of.numerator || of.shape == check::Shape::kRate) {
    stages.add(Stage::Kind::kNumerator, "numerator", total_cells(part, &Cell::numerator, councils),
               of.numerator ? unknown_means(of.numerator->policy) : "",
               of.numerator ? part.numerator_unknown : std::vector<std::int64_t>());
  }
}

}  // namespace

std::vector<Stage> stages_of(const MeasureTally& tally) {
  const check::Measure& measure = *tally.measure;
  if (measure.unit_noun.empty()) return {};
  Stages stages(measure);
  stages.add(Stage::Kind::kInScope, measure.unit_noun + " in scope", tally.base);
  stages.add_steps(measure.steps, tally.steps);
  std::vector<std::int64_t> left = tally.base;
  for (const StepTally& step : tally.steps) {
    for (std::size_t council = 0; council < left.size(); ++council) {
      left[council] -= step.taken_out[council];
    }
  }
  stages.add(Stage::Kind::kPopulation, "population", std::move(left));
  for (const PartTally& part : tally.parts) add_part(part, tally.base.size(), stages);
  return stages.take();
}

std::int64_t sum_over(const std::vector<std::int64_t>& by_council,
                      const std::vector<std::size_t>& councils) {
  std::int64_t sum = 0;
  for (const std::size_t council : councils) {
    if (council < by_council.size()) sum += by_council[council];
  }
  return sum;
}

bool may_leave(const check::Framework& framework, const std::vector<Stage>& stages,
               const Place& place) {
  const auto leaves = [&](const std::vector<std::int64_t>& by_council) {
    const columns::Rational count(sum_over(by_council, place.councils));
    return disclosed_count(framework, place.level, count).has_value();
  };
  const std::string council = place.level == Level::kCouncil ? place.name : std::string();
  return std::all_of(stages.begin(), stages.end(), [&](const Stage& stage) {
    if (stage.part && is_hidden_by_mark(framework, *stage.measure, *stage.part, council)) {
      return false;
    }
    return leaves(stage.units) && leaves(stage.unknown);
  });
}

}  // namespace assize::results
