// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of pass `lower`: where sets begin.

#include <utility>

#include "compiler/lower/lowering.h"

namespace assize::lower {

plan::NodeId Lowering::records(const check::Expr& expr, plan::Reach reach) {
  plan::Node made;
  made.op = plan::Op::kRecords;
  made.type = type(expr.type);
  made.collection = collection(expr.collection);
  made.type.base = plan::Base::kSet;
  made.type.collection = made.collection;
  made.reach = reach;
  made.span = expr.span;
  return add(std::move(made));
}

plan::PopulationId Lowering::population(const check::NamedPopulation* population) {
  if (const auto found = populations_.find(population); found != populations_.end()) {
    return found->second;
  }
  plan::Population made;
  made.label = population->name;
  made.collection = collection(population->collection);
  made.record = variable(population->record);
  made.base = optional_expression(population->base);
  made.steps = steps(population->steps);
  // Populations that its conditions name have been lowered by now, so each comes after those.
  plan_.populations.push_back(std::move(made));
  return populations_[population] = static_cast<plan::PopulationId>(plan_.populations.size() - 1);
}

plan::NodeId Lowering::population_records(const check::Expr& expr) {
  plan::Node made;
  made.op = plan::Op::kPopulation;
  made.population = population(expr.population);
  made.collection = collection(expr.population->collection);
  made.type.base = plan::Base::kSet;
  made.type.collection = made.collection;
  made.reach = expr.in_all             ? plan::Reach::kAll
               : expr.in_every_council ? plan::Reach::kEveryCouncil
                                       : plan::Reach::kFile;
  made.span = expr.span;
  return add(std::move(made));
}

}  // namespace assize::lower
