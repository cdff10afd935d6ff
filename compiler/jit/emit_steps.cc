// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: steps. Whether a step that keeps one of several lets a unit through depends on
// the other units of the file, so a loop of its own finds out which one is first; the loop that
// counts then knows.

#include "compiler/jit/context.h"
#include "compiler/jit/emitter.h"

namespace assize::jit {

Emitted Emitter::answer(const plan::Question& question) {
  if (!plan::is_set(question.condition)) return {.value = yes()};
  const Emitted emitted = emit(question.condition);
  return {.value = question.unknown == plan::Unknown::kMeansYes
                       ? either(emitted.value, emitted.unknown)
                       : emitted.value,
          .beyond = emitted.beyond};
}

llvm::Value* Emitter::and_answer(llvm::Value* asked, const plan::Question& question) {
  const Emitted said = answer(question);
  if (said.beyond != nullptr) note_beyond_limits(builder_.CreateAnd(asked, said.beyond));
  return builder_.CreateAnd(asked, said.value);
}

std::vector<plan::NodeId> Emitter::asked_of_steps(const std::vector<plan::Step>& steps) const {
  std::vector<NodeId> asked;
  for (const plan::Step& step : steps) {
    if (plan::is_set(step.takes_out.condition)) asked.push_back(step.takes_out.condition);
    for (const plan::Key& key : step.keys) asked.push_back(key.value);
    asked.insert(asked.end(), step.per.begin(), step.per.end());
  }
  return asked;
}

llvm::Value* Emitter::take_steps(
    const std::vector<plan::Step>& steps, std::size_t last, llvm::Value* alive,
    const std::function<void(std::size_t, llvm::Value*)>& note_taken_out) {
  for (std::size_t i = 0; i < last; ++i) {
    llvm::Value* goes = steps[i].keeps_one
                            ? loses(steps[i], alive)
                            : and_answer(alive, steps[i].takes_out);
    note_taken_out(i, goes);
    alive = builder_.CreateAnd(alive, builder_.CreateNot(goes));
  }
  return alive;
}

Emitter::Packed Emitter::key_of_step(const plan::Step& step, llvm::Value* alive) {
  std::vector<Packed> parts;
  for (const plan::Key& key : step.keys) parts.push_back(pack(key));
  const Packed key = join(parts, alive);
  note_beyond_limits(key.beyond);
  return key;
}

bool Emitter::is_kept_by_sink(const plan::Step& step) const {
  // The keys leave no tie between records; of episodes that tie, the first is kept.
  return !step.per.empty() || plan_.variable(measure_->unit).what == plan::Variable::What::kEpisode;
}

llvm::Value* Emitter::loses(const plan::Step& step, llvm::Value* alive) {
  llvm::Value* is_first = nullptr;
  if (!is_kept_by_sink(step)) {
    const Packed key = key_of_step(step, alive);
    is_first = builder_.CreateICmpEQ(key.bits, kept_ones_.at(&step));
  } else {
    is_first = call("assize_is_kept", builder_.getInt1Ty(),
                    {sink(), kept_ones_.at(&step), rows_.at(measure_->unit)});
  }
  return builder_.CreateAnd(alive, builder_.CreateNot(is_first));
}

void Emitter::add_words(const Emitted& value, const plan::Type& type,
                        std::vector<llvm::Value*>& words) {
  note_beyond_limits(value.beyond);
  llvm::Type* whole = builder_.getInt64Ty();
  llvm::Value* cell = nullptr;
  if (type.base == plan::Base::kText) {
    // Whatever its spelling.
    llvm::Value* which = builder_.CreateZExt(which_text(value), whole);
    cell = wide_cell_of({.value = which, .unknown = value.unknown, .none = value.none}, type);
  } else {
    cell = wide_cell_of(value, type);
  }
  const unsigned width = cell->getType()->getIntegerBitWidth();
  for (unsigned at = 0; at < width; at += 64) {
    llvm::Value* word = at == 0 ? cell : builder_.CreateLShr(cell, static_cast<std::uint64_t>(at));
    words.push_back(builder_.CreateTrunc(word, whole));
  }
}

void Emitter::report_candidate(const plan::Step& step, llvm::Value* row) {
  // Cells that are alike are one value, and words of a key are compared from the first on.
  std::vector<llvm::Value*> cells;
  for (const NodeId per : step.per) add_words(emit(per), node(per).type, cells);
  const std::size_t groups = cells.size();
  const Packed key = key_of_step(step, yes());
  llvm::Type* whole = builder_.getInt64Ty();
  for (unsigned left = key.width < 64 ? 64 : key.width; left > 0; left -= 64) {
    llvm::Value* word =
        left > 64 ? builder_.CreateLShr(key.bits, static_cast<std::uint64_t>(left - 64)) : key.bits;
    cells.push_back(builder_.CreateZExtOrTrunc(word, whole));
  }
  llvm::Value* array = prologue_.CreateAlloca(whole, prologue_.getInt64(cells.size()), "candidate");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    builder_.CreateStore(cells[i], builder_.CreateConstInBoundsGEP1_64(whole, array, i));
  }
  call("assize_candidate", builder_.getVoidTy(),
       {sink(), row, number(static_cast<std::int64_t>(groups)),
        number(static_cast<std::int64_t>(cells.size())), array});
}

void Emitter::find_kept_ones(const plan::Measure& measure) {
  kept_ones_.clear();
  for (std::size_t i = 0; i < measure.steps.size(); ++i) {
    if (measure.steps[i].keeps_one) find_kept_one(measure, nullptr, i);
  }
  for (const plan::Part& part : measure.parts) {
    for (std::size_t i = 0; i < part.steps.size(); ++i) {
      if (part.steps[i].keeps_one) find_kept_one(measure, &part, i);
    }
  }
}

void Emitter::find_kept_one(const plan::Measure& measure, const plan::Part* part,
                            std::size_t index) {
  const plan::Step& step = part != nullptr ? part->steps[index] : measure.steps[index];
  const auto nobody_asks = [](std::size_t, llvm::Value*) {};
  const auto who_is_left = [&] {
    std::vector<NodeId> asked = asked_of_steps(measure.steps);
    if (part != nullptr) {
      const std::vector<NodeId> more = asked_of_steps(part->steps);
      asked.insert(asked.end(), more.begin(), more.end());
    }
    hoist(asked, {});
    const std::size_t of_measure = part != nullptr ? measure.steps.size() : index;
    llvm::Value* alive = take_steps(measure.steps, of_measure, yes(), nobody_asks);
    return part == nullptr ? alive : take_steps(part->steps, index, alive, nobody_asks);
  };
  if (is_kept_by_sink(step)) {
    loop_units(measure, [&](llvm::Value* row, Builder&) {
      emit_if(who_is_left(), [&] { report_candidate(step, row); }, "candidate");
    });
    llvm::Value* place = number(static_cast<std::int64_t>(kept_ones_.size()));
    call("assize_settle", builder_.getVoidTy(), {sink(), place});
    kept_ones_[&step] = place;
    return;
  }
  llvm::AllocaInst* best = nullptr;
  llvm::Type* type = nullptr;
  loop_units(measure, [&](llvm::Value*, Builder& before) {
    const Packed key = key_of_step(step, who_is_left());
    type = key.bits->getType();
    best = state(type, before, "first");
    llvm::Value* so_far = builder_.CreateLoad(type, best);
    llvm::Value* is_better = builder_.CreateICmpUGT(key.bits, so_far);
    builder_.CreateStore(builder_.CreateSelect(is_better, key.bits, so_far), best);
  });
  kept_ones_[&step] = builder_.CreateLoad(type, best, "first");
}

}  // namespace assize::jit
