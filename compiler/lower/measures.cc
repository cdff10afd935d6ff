// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of pass `lower`: measures with their steps, parts, splits and tabulations.

#include <algorithm>
#include <utility>

#include "compiler/check/groups.h"
#include "compiler/lower/lowering.h"

namespace assize::lower {
namespace {

plan::Unknown policy_of(const check::Step& step) {
  // The plan asks whether the unit is taken out.
  switch (step.policy) {
    case check::StepPolicy::kNothingToDecide:
      return plan::Unknown::kCannotBe;
    case check::StepPolicy::kKeep:
      return plan::Unknown::kMeansNo;
    case check::StepPolicy::kLeaveOut:
      return plan::Unknown::kMeansYes;
    case check::StepPolicy::kStop:
      return plan::Unknown::kStops;
  }
  return plan::Unknown::kCannotBe;
}

plan::Unknown policy_of(const check::Those& those) {
  switch (those.policy) {
    case check::CountPolicy::kNothingToDecide:
      return plan::Unknown::kCannotBe;
    case check::CountPolicy::kCount:
      return plan::Unknown::kMeansYes;
    case check::CountPolicy::kDoNotCount:
      return plan::Unknown::kMeansNo;
    case check::CountPolicy::kStop:
      return plan::Unknown::kStops;
  }
  return plan::Unknown::kCannotBe;
}

plan::Shape shape_of(check::Shape shape) {
  switch (shape) {
    case check::Shape::kShare:
      return plan::Shape::kShare;
    case check::Shape::kRate:
      return plan::Shape::kRate;
    case check::Shape::kMean:
      return plan::Shape::kMean;
    case check::Shape::kMedian:
      return plan::Shape::kMedian;
    case check::Shape::kResult:
      return plan::Shape::kResult;
  }
  return plan::Shape::kShare;
}

plan::Dimension::Rest rest_of(check::Dimension::Rest rest) {
  switch (rest) {
    case check::Dimension::Rest::kNothingLeft:
      return plan::Dimension::Rest::kNothingLeft;
    case check::Dimension::Rest::kInTotalOnly:
      return plan::Dimension::Rest::kInTotalOnly;
    case check::Dimension::Rest::kLeftOut:
      return plan::Dimension::Rest::kLeftOut;
    case check::Dimension::Rest::kLabelled:
      return plan::Dimension::Rest::kLabelled;
  }
  return plan::Dimension::Rest::kNothingLeft;
}

// The special bands have the same numbers on both sides, so groups are copied as they are.
static_assert(plan::kTotalBand == check::kTotalBand && plan::kRestBand == check::kRestBand);

std::vector<plan::Group> groups(std::vector<check::Group> made) {
  std::vector<plan::Group> all;
  for (check::Group& group : made)
    all.push_back({std::move(group.label), group.of, std::move(group.bands)});
  return all;
}

}  // namespace

plan::Step Lowering::step(const check::Step& step) {
  plan::Step made;
  made.label = step.label;
  if (step.kind == check::Step::Kind::kKeepOnePer) {
    made.keeps_one = true;
    made.per_file = step.per_file;
    for (const check::ExprPtr& per : step.per) made.per.push_back(expression(*per));
    made.keys = keys(step.keys);
    return made;
  }
  made.takes_out.condition = expression(*step.when);
  made.takes_out.unknown = policy_of(step);
  if (step.kind == check::Step::Kind::kKeep) {
    made.takes_out.condition = add(plan::Op::kNot, {made.takes_out.condition}, step.span);
  }
  return made;
}

std::vector<plan::Step> Lowering::steps(const std::vector<check::Step>& steps) {
  std::vector<plan::Step> made;
  for (const check::Step& each : steps) made.push_back(step(each));
  return made;
}

plan::Question Lowering::those(const std::optional<check::Those>& those) {
  if (!those || those->where == nullptr) return {};
  return {expression(*those->where), policy_of(*those)};
}

plan::Band Lowering::band(const check::Band& band, const plan::Type& type,
                          const check::Expr& asked) {
  plan::Band made;
  made.label = band.label;
  const auto bound = [&](const check::Value& bound_value) {
    plan::Value lowered = value(bound_value);
    if (type.base == plan::Base::kCase && asked.let != nullptr) {
      lowered.whole = case_index(*asked.let, bound_value.text);
    }
    return lowered;
  };
  made.from = bound(band.from);
  made.is_open_above = !band.to.has_value();
  made.to = band.to ? bound(*band.to) : made.from;
  return made;
}

plan::Dimension Lowering::dimension(const check::Dimension& dimension) {
  plan::Dimension made;
  made.label = dimension.name;
  made.each_of = optional_expression(dimension.each_of);
  made.record = variable(dimension.record);
  made.value = expression(*dimension.value);
  const plan::Type asked = node(made.value).type;
  for (const check::Band& each : dimension.bands) {
    made.bands.push_back(band(each, asked, *dimension.value));
  }
  made.rest = rest_of(dimension.rest);
  return made;
}

// By what a record that is counted `over` is divided: by the value itself where that is of its kind,
// else by its field of the same name.
plan::NodeId Lowering::over_value(const check::Dimension& dimension, const plan::Part& part) {
  if (is_set(node(part.over).type.episodes)) return plan::NodeId::kNone;
  const plan::CollectionId counted = node(part.over).type.collection;
  const check::Variable* split =
      dimension.each_of != nullptr ? dimension.record : measure_->unit;
  const bool is_of_its_kind = split != nullptr &&
                              split->subject.what == check::Subject::What::kRecord &&
                              collection(split->subject.collection) == counted;
  if (is_of_its_kind) return expression(*dimension.value);
  const std::vector<plan::Field>& fields = plan_.collection(counted).fields;
  const auto named = std::find_if(fields.begin(), fields.end(), [&](const plan::Field& field) {
    return field.label == dimension.name;
  });
  if (named == fields.end()) return plan::NodeId::kNone;
  plan::Node made;
  made.op = plan::Op::kField;
  made.type = named->type;
  made.variable = part.over_record;
  made.field = static_cast<int>(named - fields.begin());
  return add(std::move(made));
}

plan::Breakdown Lowering::breakdown(const check::Breakdown& breakdown) {
  plan::Breakdown made;
  for (const check::Dimension& each : breakdown.dimensions)
    made.dimensions.push_back(dimension(each));
  return made;
}

plan::Part Lowering::part(const check::Part& part) {
  plan::Part made;
  made.label = part.name;
  made.steps = steps(part.steps);
  made.shape = shape_of(part.shape);
  made.denominator = those(part.denominator);
  made.numerator = those(part.numerator);
  made.numerator_quantity = optional_expression(part.numerator_quantity);
  // What another measure lends is filled in when figures are made.
  made.numerator_part = part.numerator_from.measure ? -1 : part.numerator_from.part;
  switch (part.numerator_from.count) {
    case check::Part::Count::kPopulation:
      made.numerator_part_count = plan::Part::Count::kPopulation;
      break;
    case check::Part::Count::kDenominator:
      made.numerator_part_count = plan::Part::Count::kDenominator;
      break;
    case check::Part::Count::kNumerator:
      made.numerator_part_count = plan::Part::Count::kNumerator;
      break;
  }
  made.over = optional_expression(part.over);
  made.over_record = variable(part.over_record);
  made.over_placed_by = optional_expression(part.over_placed_by);
  made.of = optional_expression(part.of);
  for (const check::Breakdown& split : part.splits) {
    made.splits.push_back(breakdown(split));
    const bool counts_records = is_set(made.over) && node(made.over).type.base == plan::Base::kSet;
    for (std::size_t i = 0; counts_records && i < split.dimensions.size(); ++i) {
      made.splits.back().dimensions[i].over_value = over_value(split.dimensions[i], made);
    }
  }
  made.groups = groups(check::groups_of(part));
  for (std::size_t i = 0; i < part.tabulations.size(); ++i) {
    made.tabulations.push_back({breakdown(part.tabulations[i]),
                                groups(check::groups_of_tabulation(part, static_cast<int>(i)))});
  }
  return made;
}

plan::Shown Lowering::shown(const check::Let& let, const check::Variable* unit) {
  plan::Node use;
  use.op = plan::Op::kLet;
  use.let = this->let(&let);
  if (let.of == check::Let::Of::kRecord) use.variable = variable(unit);
  use.type = type(let.type);
  use.span = let.span;
  const bool is_set = use.type.base == plan::Base::kSet;
  plan::NodeId value = add(std::move(use));
  if (is_set) {
    plan::Node count;
    count.op = plan::Op::kCount;
    count.operands = {value};
    count.type.base = plan::Base::kNumber;
    count.span = let.span;
    value = add(std::move(count));
  }
  plan::NodeId deciding_case = plan::NodeId::kNone;
  if (!let.cases.empty()) {
    plan::Node step;
    step.op = plan::Op::kDecidingCase;
    step.let = this->let(&let);
    if (let.of == check::Let::Of::kRecord) step.variable = variable(unit);
    step.type.base = plan::Base::kCase;
    step.span = let.span;
    deciding_case = add(std::move(step));
  }
  return {let.name, value, deciding_case};
}

void Lowering::add_measure(const check::Measure& measure) {
  measure_ = &measure;
  plan::Measure made;
  made.label = measure.name;
  for (const check::Collection* from : measure.from) made.from.push_back(collection(from));
  made.lag_months = measure.lag_months;
  made.has_units =
      measure.unit != nullptr || !measure.unit_noun.empty();  // people need no variable
  made.unit_is_file = measure.unit_is_file;
  made.unit = variable(measure.unit);
  made.base = optional_expression(measure.base);
  made.steps = steps(measure.steps);
  for (const auto& each : measure.named_populations) {
    made.populations.push_back(population(each.get()));
  }
  made.has_parts = measure.has_parts();
  made.denominator = those(measure.denominator);
  made.numerator = those(measure.numerator);
  // The reference asks every record of a named population, whoever mentions it, and stops at an unknown.
  for (const auto& population : measure.named_populations) {
    for (const check::Step& each : population->steps) {
      if (each.policy == check::StepPolicy::kStop) {
        not_built_yet("`if unknown stop` in a named population", each.span);
      }
    }
  }
  if (measure.weighted) not_built_yet("a weighted measure", measure.span);
  for (const check::Part& each : measure.parts) made.parts.push_back(part(each));
  for (const check::Let* each : measure.lets_of_units()) {
    made.shown.push_back(shown(*each, measure.unit));
  }
  plan_.measures.push_back(std::move(made));
}

}  // namespace assize::lower
