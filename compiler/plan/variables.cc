// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/plan/variables.h"

#include <algorithm>

namespace assize::plan {
namespace {

void add(VariableSet& set, VariableId variable) {
  const auto at = std::lower_bound(set.begin(), set.end(), variable);
  if (at == set.end() || *at != variable) set.insert(at, variable);
}

void add_all(VariableSet& set, const VariableSet& more) {
  for (const VariableId variable : more) add(set, variable);
}

void remove(VariableSet& set, VariableId variable) {
  set.erase(std::remove(set.begin(), set.end(), variable), set.end());
}

void add_node(VariableSet& set, NodeId id, const std::vector<VariableSet>& of_nodes) {
  // A node that stands later than its user is a fault that `verify` reports.
  if (is_set(id) && index_of(id) < of_nodes.size()) add_all(set, of_nodes[index_of(id)]);
}

VariableSet of_node(const Plan& plan, const Node& node, const std::vector<VariableSet>& so_far) {
  VariableSet bound_below;
  for (std::size_t i = 1; i < node.operands.size(); ++i)
    add_node(bound_below, node.operands[i], so_far);
  for (const Key& key : node.keys) add_node(bound_below, key.value, so_far);
  VariableSet set;
  if (binds_variable(node.op)) {
    remove(bound_below, node.variable);
  } else if (is_set(node.variable)) {
    add(set, node.variable);
  }
  add_all(set, bound_below);
  if (!node.operands.empty()) add_node(set, node.operands[0], so_far);
  if (is_set(node.let)) add_all(set, free_variables_of(plan, plan.let(node.let), so_far));
  if (node.op == Op::kEpisodes) {
    add_all(set, free_variables_of(plan, plan.episodes[index_of(node.episodes)], so_far));
  }
  return set;
}

}  // namespace

bool binds_variable(Op op) {
  switch (op) {
    case Op::kWhere:
    case Op::kWith:
    case Op::kCountDifferent:
    case Op::kExtreme:
    case Op::kTotal:
    case Op::kBest:
    case Op::kThe:
      return true;
    default:
      return false;
  }
}

VariableSet free_variables_of(const Plan&, const Let& let,
                              const std::vector<VariableSet>& of_nodes) {
  VariableSet set;
  add_node(set, let.value, of_nodes);
  for (const Case& each : let.cases) {
    add_node(set, each.when, of_nodes);
    add_node(set, each.gives, of_nodes);
  }
  remove(set, let.variable);
  return set;
}

VariableSet free_variables_of(const Plan&, const Episodes& episodes,
                              const std::vector<VariableSet>& of_nodes) {
  VariableSet set;
  for (const NodeId id : {episodes.begin_when, episodes.join_while, episodes.stop_before,
                          episodes.starts, episodes.ends}) {
    add_node(set, id, of_nodes);
  }
  remove(set, episodes.record);
  add_node(set, episodes.from, of_nodes);
  return set;
}

std::vector<VariableSet> free_variables(const Plan& plan) {
  std::vector<VariableSet> sets;
  sets.reserve(plan.nodes.size());
  for (const Node& node : plan.nodes) sets.push_back(of_node(plan, node, sets));
  return sets;
}

}  // namespace assize::plan
