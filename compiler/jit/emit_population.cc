// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: named populations. Most are conditions, which are asked wherever the population
// is. One with a step that keeps one of several is made beforehand, of everybody's records, stage by
// stage: what a stage leaves stands as a byte for each record.

#include "compiler/jit/emitter.h"
#include "compiler/jit/entries.h"

namespace assize::jit {
namespace {

constexpr unsigned kMembers = 18;  // of `RunContext`

}  // namespace

llvm::Value* Emitter::is_member(plan::PopulationId population, llvm::Value* row) {
  llvm::Value* members = pointer_at(kMembers, plan::index_of(population),
                                    plan_.population(population).label + ".members");
  llvm::Value* member = builder_.CreateLoad(
      builder_.getInt8Ty(), builder_.CreateInBoundsGEP(builder_.getInt8Ty(), members, row));
  return builder_.CreateICmpNE(member, builder_.getInt8(0));
}

Emitted Emitter::belongs_to(plan::PopulationId id, llvm::Value* row) {
  const plan::Population& population = plan_.population(id);
  if (must_be_made(population)) return {.value = is_member(id, row)};
  Emitted member{.value = yes()};
  bind(population.record, row, [&] {
    if (plan::is_set(population.base)) member = known(emit(population.base));
    member = stay_in(population, 0, population.steps.size(), member);
  });
  return member;
}

Emitted Emitter::stay_in(const plan::Population& population, std::size_t first, std::size_t last,
                         Emitted member) {
  for (std::size_t i = first; i < last; ++i) {
    const plan::Step& step = population.steps[i];
    member = and_if(member, step.takes_out.condition,
                    [&] { return emit_not(answer(step.takes_out)); });
  }
  return member;
}

void Emitter::gather_population(plan::PopulationId id, const plan::VariableSet& excluded,
                                Needs& needs) {
  const plan::Population& population = plan_.population(id);
  if (must_be_made(population)) return;
  plan::VariableSet inside = excluded;
  inside.push_back(population.record);
  for (const NodeId asked : asked_of_population(population)) gather(asked, inside, needs);
}

std::vector<plan::NodeId> Emitter::asked_of_population(const plan::Population& population) const {
  std::vector<NodeId> asked = asked_of_steps(population.steps);
  if (plan::is_set(population.base)) asked.push_back(population.base);
  return asked;
}

void Emitter::emit_population(const plan::Measure& measure, const Entry& entry) {
  const plan::Population& population = plan_.population(entry.population);
  const Stage stage = stage_of(population, entry.stage);
  begin_counting(measure, entry.name);
  main_ = population.collection;
  const auto take = [&](llvm::Value* row) {
    Emitted member{.value = yes()};
    if (entry.stage > 0) {
      member.value = is_member(entry.population, row);
    } else if (plan::is_set(population.base)) {
      member = known(emit(population.base));
    }
    member = stay_in(population, stage.first, stage.last, member);
    note_beyond_limits(member.beyond);
    emit_if(
        member.value,
        [&] {
          if (stage.last < population.steps.size()) {
            report_candidate(population.steps[stage.last], row);
          } else {
            call("assize_member", builder_.getVoidTy(), {sink(), row});
          }
        },
        "member");
  };
  loop(
      {function_->getArg(3), function_->getArg(4), false},
      [&](llvm::Value* file, Builder&) {
        file_ = file;
        hoist(asked_of_population(population), {population.record});
        loop(
            range_of({.collection = population.collection, .reach = plan::Reach::kAll}),
            [&](llvm::Value* row, Builder&) { bind(population.record, row, [&] { take(row); }); },
            population.label);
      },
      "person");
  end_counting();
}

}  // namespace assize::jit
