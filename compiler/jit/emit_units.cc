// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: units. Those of a file go through the steps of the measure and of each part,
// and are counted.

#include "compiler/jit/context.h"
#include "compiler/jit/emitter.h"
#include "compiler/jit/shown_cells.h"

namespace assize::jit {

std::vector<plan::NodeId> Emitter::asked_of_units(const plan::Measure& measure) const {
  std::vector<NodeId> asked = asked_of_steps(measure.steps);
  const auto add = [&](NodeId id) {
    if (plan::is_set(id)) asked.push_back(id);
  };
  const auto add_all = [&](const plan::Breakdown& breakdown) {
    for (const plan::Dimension& dimension : breakdown.dimensions) {
      add(plan::is_set(dimension.each_of) ? dimension.each_of : dimension.value);
    }
  };
  for (const plan::Part& part : measure.parts) {
    for (const NodeId id : asked_of_steps(part.steps)) add(id);
    add(part.denominator.condition);
    add(part.numerator.condition);
    if (part.shape == plan::Shape::kMean || part.shape == plan::Shape::kMedian) add(part.of);
    for (const plan::Breakdown& split : part.splits) add_all(split);
    for (const plan::Tabulation& tabulation : part.tabulations) add_all(tabulation.by);
  }
  return asked;
}

void Emitter::loop_units(const plan::Measure& measure,
                         const std::function<void(llvm::Value*, Builder&)>& body) {
  const Root root = root_of(measure.base);
  note_beyond_limits(range_of(root).beyond);
  loop_rows(
      root,
      [&](llvm::Value* row, Builder& before) {
        const Emitted member = membership(measure.base, row);
        note_beyond_limits(member.beyond);
        emit_if(
            member.value, [&] { bind(measure.unit, row, [&] { body(row, before); }); }, "unit");
      },
      "unit");
}

void Emitter::emit_file(const plan::Measure& measure) {
  if (measure.unit_is_file) {
    const Emitted is_unit =
        plan::is_set(measure.base) ? emit(measure.base) : Emitted{.value = yes()};
    note_beyond_limits(is_unit.beyond);
    emit_if(is_unit.value, [&] { emit_unit(measure, nullptr); }, "unit");
    return;
  }
  // What holds for the whole file is found before the loops over its units.
  std::vector<NodeId> asked = asked_of_units(measure);
  asked.push_back(measure.base);
  hoist(asked, {measure.unit});
  find_kept_ones(measure);
  loop_units(measure, [&](llvm::Value* row, Builder&) { emit_unit(measure, row); });
}

llvm::Value* Emitter::weight_of(plan::CollectionId collection, llvm::Value* row) {
  const plan::Collection& of = plan_.collection(collection);
  if (!plan::is_set(of.stands_for)) return nullptr;
  Emitted amount;
  bind(of.record, row, [&] { amount = emit(of.stands_for); });
  note_beyond_limits(amount.beyond);
  llvm::Value* is_nothing = either(amount.unknown, amount.none);
  return is_nothing == nullptr ? amount.value
                               : builder_.CreateSelect(is_nothing, number(0), amount.value);
}

void Emitter::emit_unit(const plan::Measure& measure, llvm::Value* row) {
  weight_ = nullptr;
  if (row != nullptr && !plan::is_set(node(measure.base).type.episodes)) {
    weight_ = weight_of(node(measure.base).type.collection, row);
  }
  count(counters_.base, yes());
  hoist(asked_of_units(measure), {});
  std::vector<llvm::Value*> taken_out;
  llvm::Value* alive = take_steps(measure.steps, measure.steps.size(), yes(),
                                  [&](std::size_t i, llvm::Value* goes) {
                                    count(counters_.steps[i], goes);
                                    taken_out.push_back(goes);
                                  });
  if (detail_ == Detail::kUnits && measure.has_parts) {
    llvm::Value* denominator = and_answer(alive, measure.denominator);
    const bool counts_some = plan::is_set(measure.numerator.condition);
    llvm::Value* numerator = counts_some ? and_answer(denominator, measure.numerator) : no();
    report_unit(measure, -1, verdict_of(taken_out, denominator, numerator), row);
  }
  for (std::size_t i = 0; i < measure.parts.size(); ++i)
    emit_part(measure, i, alive, taken_out, row);
}

void Emitter::emit_part(const plan::Measure& measure, std::size_t index, llvm::Value* alive,
                        std::vector<llvm::Value*> taken_out, llvm::Value* row) {
  const plan::Part& part = measure.parts[index];
  const Counters::PartSlots& slots = counters_.parts[index];
  alive = take_steps(part.steps, part.steps.size(), alive, [&](std::size_t i, llvm::Value* goes) {
    count(slots.steps[i], goes);
    taken_out.push_back(goes);
  });
  llvm::Value* denominator = and_answer(alive, part.denominator);
  // Without `those`, a rate counts its whole population, and a mean has no numerator.
  const bool counts_some =
      plan::is_set(part.numerator.condition) ||
      (part.shape == plan::Shape::kRate && !plan::is_set(part.numerator_quantity));
  llvm::Value* numerator = counts_some ? and_answer(denominator, part.numerator) : no();
  count(slots.population, alive);
  count(slots.denominator_out, builder_.CreateAnd(alive, builder_.CreateNot(denominator)));
  count_groups(slots, {&part, denominator, numerator, {}});
  count_tabulations(part, slots, alive);
  if (detail_ == Detail::kUnits) {
    report_unit(measure, static_cast<int>(index), verdict_of(taken_out, denominator, numerator),
                row);
  }
}

llvm::Value* Emitter::verdict_of(const std::vector<llvm::Value*>& taken_out,
                                 llvm::Value* denominator, llvm::Value* numerator) {
  const auto says = [&](Verdict verdict) {
    return builder_.getInt32(static_cast<std::uint32_t>(verdict));
  };
  llvm::Value* verdict = says(Verdict::kNotInDenominator);
  std::uint32_t step = static_cast<std::uint32_t>(Verdict::kFirstStep);
  for (llvm::Value* goes : taken_out)
    verdict = builder_.CreateSelect(goes, builder_.getInt32(step++), verdict);
  verdict = builder_.CreateSelect(denominator, says(Verdict::kDenominator), verdict);
  return builder_.CreateSelect(numerator, says(Verdict::kNumerator), verdict);
}

void Emitter::report_unit(const plan::Measure& measure, int part, llvm::Value* verdict,
                          llvm::Value* row) {
  llvm::Type* whole = builder_.getInt64Ty();
  const ShownCells places(plan_, measure);
  auto* cells = prologue_.CreateAlloca(whole, prologue_.getInt64(places.size()), "shown");
  const auto put = [&](std::size_t at, llvm::Value* cell) {
    builder_.CreateAlignedStore(cell, builder_.CreateConstInBoundsGEP1_64(whole, cells, at),
                                llvm::Align(8));
  };
  for (std::size_t i = 0; i < measure.shown.size(); ++i) {
    const plan::Shown& shown = measure.shown[i];
    const Emitted value = emit(shown.value);
    note_beyond_limits(value.beyond);
    put(places.value(i), wide_cell_of(value, node(shown.value).type));
    put(places.deciding_case(i),
        plan::is_set(shown.deciding_case) ? emit(shown.deciding_case).value : number(-1));
  }
  const plan::EpisodesId episodes =
      plan::is_set(measure.unit) ? plan_.variable(measure.unit).episodes : plan::EpisodesId::kNone;
  if (plan::is_set(episodes)) {
    put(places.first_day(), scratch_at(episodes, EpisodeArray::kStart, row));
    put(places.last_day(), scratch_at(episodes, EpisodeArray::kEnd, row));
  }
  call("assize_unit", builder_.getVoidTy(),
       {sink(), builder_.getInt32(static_cast<std::uint32_t>(part)), file_,
        row != nullptr ? row : number(-1), verdict, cells});
}

}  // namespace assize::jit
