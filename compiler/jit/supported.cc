// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/supported.h"

#include <algorithm>
#include <set>

#include "compiler/plan/print.h"

namespace assize::jit {
namespace {

using plan::Base;
using plan::Op;
using Gap = std::optional<std::string>;

/// A joined text has no place among those of the records.
Gap gap_of_keys(const plan::Plan& plan, const std::vector<plan::Key>& keys) {
  for (const plan::Key& key : keys) {
    const plan::Node& value = plan.node(key.value);
    if (key.kind == plan::Key::Kind::kPick && value.type.base == Base::kText &&
        value.op != Op::kField) {
      return "an order by text that is no field";
    }
  }
  return std::nullopt;
}

Gap gap_of_node(const plan::Plan& plan, const plan::Node& node) {
  switch (node.op) {
    case Op::kRecords:
    case Op::kPopulation:
      if (node.reach == plan::Reach::kEveryCouncil &&
          !plan.collection(node.collection).names_person) {
        return "`in every council` of records without people";
      }
      break;
    case Op::kCount:
      if (plan.collection(plan.node(node.operands[0]).type.collection).stands_for_more) {
        return "records that stand for several";
      }
      break;

    case Op::kLet:
      if (plan.let(node.let).of == plan::Let::Of::kFact && plan::is_set(node.variable)) {
        return "a fact of the file that sent a record";
      }
      break;
    default:
      break;
  }
  return gap_of_keys(plan, node.keys);
}

Gap gap_of_let(const plan::Let& let) {
  for (const plan::Case& each : let.cases) {
    if (each.unknown == plan::Unknown::kStops) return "`if unknown stop`";
  }
  return let.type.base == Base::kSet && !let.cases.empty() ? Gap("a set chosen by cases")
                                                           : std::nullopt;
}

Gap gap_of_steps(const plan::Plan& plan, const std::vector<plan::Step>& steps) {
  for (const plan::Step& step : steps) {
    if (Gap gap = gap_of_keys(plan, step.keys)) return gap;
    if (step.takes_out.unknown == plan::Unknown::kStops) return "`if unknown stop`";
  }
  return std::nullopt;
}

/// Says whether a node asks what every council knows of a person.
bool asks_every_council(const plan::Plan& plan, plan::NodeId id, std::set<plan::NodeId>& seen) {
  if (!plan::is_set(id) || !seen.insert(id).second) return false;
  const plan::Node& node = plan.node(id);
  if (node.op == Op::kRecords) {
    return node.reach == plan::Reach::kEveryCouncil &&
           plan.collection(node.collection).names_person;
  }
  const auto asks = [&](plan::NodeId each) { return asks_every_council(plan, each, seen); };
  if (std::any_of(node.operands.begin(), node.operands.end(), asks)) return true;
  for (const plan::Key& key : node.keys) {
    if (asks(key.value)) return true;
  }
  if (plan::is_set(node.let)) {
    const plan::Let& let = plan.let(node.let);
    if (asks(let.value)) return true;
    for (const plan::Case& each : let.cases) {
      if (asks(each.when) || asks(each.gives)) return true;
    }
  }
  if (!plan::is_set(node.population)) return false;
  const plan::Population& population = plan.population(node.population);
  if (asks(population.base)) return true;
  return std::any_of(population.steps.begin(), population.steps.end(),
                     [&](const plan::Step& step) { return asks(step.takes_out.condition); });
}

/// What a rate is over names no person, and yet asks what every council knows of one.
bool asks_every_council_for_nobody(const plan::Plan& plan, plan::NodeId over) {
  const plan::Type& counted = plan.node(over).type;
  if (counted.base != Base::kSet || !plan::is_set(counted.collection) ||
      plan.collection(counted.collection).names_person)
    return false;
  std::set<plan::NodeId> seen;
  return asks_every_council(plan, over, seen);
}

Gap gap_of_part(const plan::Plan& plan, const plan::Part& part) {
  for (const plan::Question& question : {part.denominator, part.numerator}) {
    if (question.unknown == plan::Unknown::kStops) return "`if unknown stop`";
  }
  if (Gap gap = gap_of_steps(plan, part.steps)) return gap;
  if (plan::is_set(part.over) && asks_every_council_for_nobody(plan, part.over))
    return "`in every council` asked of everybody's records that name no person";
  return std::nullopt;
}

Gap gap_of_measure(const plan::Plan& plan, const plan::Measure& measure) {
  if (Gap gap = gap_of_steps(plan, measure.steps)) return gap;
  for (const plan::Part& part : measure.parts) {
    if (Gap gap = gap_of_part(plan, part)) return gap;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> not_built_yet(const plan::Plan& plan) {
  for (const plan::Population& population : plan.populations) {
    if (Gap gap = gap_of_steps(plan, population.steps))
      return *gap + " in `" + population.label + "`";
  }
  for (const plan::Measure& measure : plan.measures) {
    if (Gap gap = gap_of_measure(plan, measure)) return *gap + " in `" + measure.label + "`";
  }
  for (const plan::Let& let : plan.lets) {
    if (Gap gap = gap_of_let(let)) return *gap + " in `" + let.label + "`";
  }
  for (const plan::Node& node : plan.nodes) {
    if (Gap gap = gap_of_node(plan, node)) return gap;
  }
  return std::nullopt;
}

}  // namespace assize::jit
