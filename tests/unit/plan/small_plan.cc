// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/plan/small_plan.h"

namespace assize::plan::tests {

NodeId add(Plan& plan, Op op, Type type, std::vector<NodeId> operands) {
  Node node;
  node.op = op;
  node.type = type;
  node.operands = std::move(operands);
  plan.nodes.push_back(std::move(node));
  return static_cast<NodeId>(plan.nodes.size() - 1);
}

Plan small_plan() {
  Plan plan;
  plan.lists.push_back(
      {.label = "kind", .codes = {"home", "away"}, .orders = {{0, std::nullopt}}, .scores = {}});
  const Type kind{.base = Base::kCode, .may_be_unknown = true, .list = ListId{0}};
  const Type day{.base = Base::kDate};
  Collection visits;
  visits.label = "visits";
  visits.fields = {{"kind", kind}, {"start", day}};
  visits.names_council = true;
  visits.names_person = true;
  plan.collections.push_back(visits);
  plan.variables.push_back(
      {.label = "visit", .what = Variable::What::kRecord, .collection = CollectionId{0}});
  plan.variables.push_back({.label = "person", .what = Variable::What::kFile});

  const Type set{.base = Base::kSet, .collection = CollectionId{0}};
  const NodeId all = add(plan, Op::kRecords, set);
  plan.nodes.back().collection = CollectionId{0};
  const NodeId field = add(plan, Op::kField, kind);
  plan.nodes.back().variable = VariableId{0};
  const NodeId home = add(plan, Op::kIsIn, {.base = Base::kBool, .may_be_unknown = true}, {field});
  plan.nodes.back().members = {true, false};
  const NodeId where = add(plan, Op::kWhere, set, {all, home});
  plan.nodes.back().variable = VariableId{0};
  plan.lets.push_back(
      {.label = "home_visits", .of = Let::Of::kFile, .type = set, .value = where, .cases = {}});
  const NodeId let = add(plan, Op::kLet, set);
  plan.nodes.back().let = LetId{0};
  const NodeId any = add(plan, Op::kAny, {.base = Base::kBool}, {let});

  Measure measure;
  measure.label = "visited";
  measure.from = {CollectionId{0}};
  measure.unit = VariableId{1};
  measure.base = any;
  Part part;
  part.groups = {{.label = "total", .breakdown = -1, .bands = {}}};
  measure.parts.push_back(part);
  plan.measures.push_back(measure);
  return plan;
}

}  // namespace assize::plan::tests
