// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/plan/alike.h"

#include <map>

namespace assize::plan {
namespace {

/// Compares nodes; keeps in mind which variable of the second stands for one of the first.
class Comparison {
 public:
  explicit Comparison(const Plan& plan) : plan_(plan) {}

  bool are_alike(NodeId a, NodeId b) {
    if (!is_set(a) || !is_set(b)) return a == b;
    const Node& one = plan_.node(a);
    const Node& other = plan_.node(b);
    if (!say_the_same(one, other)) return false;
    if (is_set(one.variable) &&
        names_.emplace(one.variable, other.variable).first->second != other.variable) {
      return false;
    }
    for (std::size_t i = 0; i < one.operands.size(); ++i) {
      if (!are_alike(one.operands[i], other.operands[i])) return false;
    }
    for (std::size_t i = 0; i < one.keys.size(); ++i) {
      if (!are_alike_keys(one.keys[i], other.keys[i])) return false;
    }
    return true;
  }

 private:
  // What nodes hold beside operands, keys and variables. Types follow from these.
  static bool say_the_same(const Node& a, const Node& b) {
    return a.op == b.op && a.value == b.value && a.let == b.let && a.parameter == b.parameter &&
           a.collection == b.collection && a.episodes == b.episodes &&
           a.population == b.population && a.reach == b.reach && a.field == b.field &&
           a.column == b.column && a.members == b.members && a.table == b.table &&
           a.pick == b.pick && a.known == b.known && a.by_birthdays == b.by_birthdays &&
           a.days_per_year == b.days_per_year && a.round_up == b.round_up &&
           a.months == b.months && is_set(a.variable) == is_set(b.variable) &&
           a.operands.size() == b.operands.size() && a.keys.size() == b.keys.size();
  }

  bool are_alike_keys(const Key& a, const Key& b) {
    return a.kind == b.kind && a.pick == b.pick && a.unknown_first == b.unknown_first &&
           a.column == b.column && are_alike(a.value, b.value);
  }

  const Plan& plan_;
  std::map<VariableId, VariableId> names_;
};

}  // namespace

bool are_alike(const Plan& plan, NodeId a, NodeId b) { return Comparison(plan).are_alike(a, b); }

}  // namespace assize::plan
