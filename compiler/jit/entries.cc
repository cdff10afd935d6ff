// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/entries.h"

#include <algorithm>

namespace assize::jit {

bool must_be_made(const plan::Population& population) {
  return std::any_of(population.steps.begin(), population.steps.end(),
                     [](const plan::Step& step) { return step.keeps_one; });
}

Stage stage_of(const plan::Population& population, std::size_t stage) {
  Stage found;
  for (std::size_t passed = 0; passed < stage; ++found.first) {
    if (population.steps[found.first].keeps_one) ++passed;
  }
  found.last = found.first;
  while (found.last < population.steps.size() && !population.steps[found.last].keeps_one) {
    ++found.last;
  }
  return found;
}

bool is_everybodys(const plan::Plan& plan, plan::NodeId set) {
  const plan::Node* at = &plan.node(set);
  for (;;) {
    if (at->op == plan::Op::kLet) {
      at = &plan.node(plan.let(at->let).value);
    } else if (at->operands.empty()) {
      return at->reach == plan::Reach::kAll;
    } else {
      at = &plan.node(at->operands.front());
    }
  }
}

plan::CollectionId everybody_of(const plan::Plan& plan, const Entry& entry) {
  switch (entry.what) {
    case Entry::What::kFiles:
      break;
    case Entry::What::kOver:
      return plan.node(plan.measures[entry.measure].parts[entry.part].over).type.collection;
    case Entry::What::kPopulation:
      return plan.population(entry.population).collection;
  }
  return plan::CollectionId::kNone;
}

std::vector<Entry> entries_of(const plan::Plan& plan, std::size_t measure) {
  std::vector<Entry> entries;
  const plan::Measure& of = plan.measures[measure];
  const std::string name = "measure." + of.label;
  for (const plan::PopulationId id : of.populations) {
    const plan::Population& population = plan.population(id);
    if (!must_be_made(population)) continue;
    const auto choices = std::count_if(population.steps.begin(), population.steps.end(),
                                       [](const plan::Step& step) { return step.keeps_one; });
    for (std::size_t stage = 0; stage <= static_cast<std::size_t>(choices); ++stage) {
      entries.push_back({.what = Entry::What::kPopulation,
                         .measure = measure,
                         .population = id,
                         .stage = stage,
                         .name = name + "." + population.label + "." + std::to_string(stage)});
    }
  }
  for (std::size_t part = 0; part < of.parts.size(); ++part) {
    const plan::NodeId over = of.parts[part].over;
    const bool is_counted = plan::is_set(over) && plan.node(over).type.base == plan::Base::kSet &&
                            is_everybodys(plan, over);
    if (!is_counted) continue;
    entries.push_back({.what = Entry::What::kOver,
                       .measure = measure,
                       .part = part,
                       .name = name + ".over." + std::to_string(part)});
  }
  entries.push_back({.what = Entry::What::kFiles, .measure = measure, .name = name});
  return entries;
}

}  // namespace assize::jit
