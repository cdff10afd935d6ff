// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: what a rate is over. A set of the file's own is counted with the file. One of
// everybody's is counted by a function of its own, which goes over all people of its collection,
// those without a file too, and adds each record where it is placed.

#include "compiler/jit/emitter.h"

namespace assize::jit {

void Emitter::emit_over(const plan::Measure& measure, std::size_t part, const std::string& name) {
  begin_counting(measure, name);
  main_ = node(measure.parts[part].over).type.collection;
  loop(
      {function_->getArg(3), function_->getArg(4), false},
      [&](llvm::Value* file, Builder&) {
        file_ = file;
        council_counters_ = nullptr;
        loop_over(measure.parts[part], counters_.parts[part]);
      },
      "person");
  end_counting();
}

std::vector<plan::NodeId> Emitter::asked_of_counted(const plan::Part& part) const {
  std::vector<NodeId> asked{part.over};
  if (plan::is_set(part.over_placed_by)) asked.push_back(part.over_placed_by);
  const plan::Type& type = node(part.over).type;
  if (!plan::is_set(type.episodes) && plan::is_set(plan_.collection(type.collection).stands_for)) {
    asked.push_back(plan_.collection(type.collection).stands_for);
  }
  for (const plan::Breakdown& split : part.splits) {
    for (const plan::Dimension& dimension : split.dimensions) {
      if (plan::is_set(dimension.over_value)) asked.push_back(dimension.over_value);
    }
  }
  return asked;
}

std::vector<plan::VariableId> Emitter::names_of_counted(const plan::Part& part) const {
  // A split of the units, or of each record of a set, speaks of the record counted if it can.
  std::vector<plan::VariableId> names{part.over_record};
  const plan::Type& type = node(part.over).type;
  if (plan::is_set(type.episodes)) return names;
  names.push_back(plan_.collection(type.collection).record);
  const auto add = [&](plan::VariableId name) {
    if (!plan::is_set(name)) return;
    const plan::Variable& variable = plan_.variable(name);
    const bool is_of_its_kind = variable.what == plan::Variable::What::kRecord &&
                                variable.collection == type.collection;
    if (is_of_its_kind) names.push_back(name);
  };
  add(measure_->unit);
  for (const plan::Breakdown& split : part.splits) {
    for (const plan::Dimension& dimension : split.dimensions) add(dimension.record);
  }
  return names;
}

void Emitter::loop_over(const plan::Part& part, const Counters::PartSlots& slots) {
  const std::vector<plan::VariableId> names = names_of_counted(part);
  plan::VariableSet bound(names.begin(), names.end());
  add_bound_along(part.over, bound);
  hoist(asked_of_counted(part), bound);
  const Root root = root_of(part.over);
  note_beyond_limits(range_of(root).beyond);
  loop_rows(
      root,
      [&](llvm::Value* row, Builder&) {
        const Emitted member = membership(part.over, row);
        note_beyond_limits(member.beyond);
        emit_if(
            member.value,
            [&] { bind_all(names, row, [&] { count_over(part, slots, row); }); }, "over");
      },
      "over");
}

void Emitter::count_over(const plan::Part& part, const Counters::PartSlots& slots,
                         llvm::Value* row) {
  const plan::Type& type = node(part.over).type;
  const bool is_record = !plan::is_set(type.episodes);
  weight_ = is_record ? weight_of(type.collection, row) : nullptr;
  llvm::Value* place = place_of_counted(part, row);
  if (place == nullptr) {
    count_over_here(part, slots);
    return;
  }
  // Whatever lies somewhere that has no row is not counted.
  emit_if(
      builder_.CreateICmpSGE(place, number(0)),
      [&] {
        llvm::Value* of_file = council_counters_;
        council_counters_ = counters_of_council(place);
        count_over_here(part, slots);
        council_counters_ = of_file;
      },
      "placed");
}

llvm::Value* Emitter::place_of_counted(const plan::Part& part, llvm::Value* row) {
  if (plan::is_set(part.over_placed_by)) {
    const Emitted place = emit(part.over_placed_by);
    note_beyond_limits(place.beyond);
    llvm::Value* which = builder_.CreateZExt(which_text(place), builder_.getInt64Ty());
    llvm::Value* council = call("assize_council_named", builder_.getInt64Ty(), {sink(), which});
    llvm::Value* is_nowhere = either(place.unknown, place.none);
    return is_nowhere == nullptr ? council
                                 : builder_.CreateSelect(is_nowhere, number(-1), council);
  }
  const plan::Type& type = node(part.over).type;
  if (!plan::is_set(type.episodes) && plan_.collection(type.collection).names_council) {
    return council_of_row(type.collection, row);
  }
  // What names no council is the file's; everybody's is nowhere.
  return council_counters_ == nullptr ? number(-1) : nullptr;
}

void Emitter::count_over_here(const plan::Part& part, const Counters::PartSlots& slots) {
  count_at(number(slots.groups), yes());
  for (std::size_t i = 0; i < part.splits.size(); ++i) {
    const plan::Breakdown& split = part.splits[i];
    std::vector<llvm::Value*> bands;
    for (const plan::Dimension& dimension : split.dimensions) {
      bands.push_back(plan::is_set(dimension.over_value)
                          ? band_of(dimension, dimension.over_value, yes())
                          : number(static_cast<std::int64_t>(dimension.bands.size())));
    }
    llvm::Value* stays = stays_in(split, bands);
    const std::vector<llvm::Value*> choices = all_choices(split, bands);
    for (std::size_t chosen = 1; chosen < choices.size(); ++chosen) {
      count_at(slot_at(part, i, slots, choices[chosen]), stays);
    }
  }
}

}  // namespace assize::jit
