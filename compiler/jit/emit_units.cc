// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: the function of a measure. It goes over files; a file's units go through the
// steps of the measure and of each part, and are counted.

#include <llvm/IR/Verifier.h>

#include "compiler/jit/context.h"
#include "compiler/jit/emitter.h"
#include "compiler/jit/shown_cells.h"

namespace assize::jit {
Emitter::Emitter(const plan::Plan& plan, const Layout& layout, Detail detail, std::size_t pass,
                 llvm::Module& module)
    : plan_(plan),
      layout_(layout),
      detail_(detail),
      pass_(pass),
      module_(module),
      builder_(module.getContext(), llvm::InstSimplifyFolder(module.getDataLayout())),
      prologue_(module.getContext(), llvm::InstSimplifyFolder(module.getDataLayout())),
      limits_(plan, layout),
      free_(plan::free_variables(plan)) {
  for (const plan::Episodes& episodes : plan.episodes) {
    free_of_episodes_.push_back(plan::free_variables_of(plan, episodes, free_));
  }
}

PassNames Emitter::emit_pass(const Pass& pass) {
  PassNames names;
  const std::string number_of_pass = std::to_string(pass_);
  emit_facts(pass, "facts." + number_of_pass);
  if (!facts_.empty()) {
    names.facts = "facts." + number_of_pass;
    for (const auto& [key, column] : facts_) {
      if (names.fact_bytes.size() <= column.index) names.fact_bytes.resize(column.index + 1);
      names.fact_bytes[column.index] = column.type->getIntegerBitWidth() / 8;
    }
  }
  for (const std::size_t index : pass.measures) {
    const plan::Measure& measure = plan_.measures[index];
    names.measures.push_back("measure." + measure.label);
    emit_measure(measure, names.measures.back());
  }
  end_row_loops();
  for (const RowLoop& loop : row_loops_) names.rows.push_back({loop.collection, loop.name});
  names.row_columns = row_widths_;
  return names;
}

void Emitter::begin_function(const std::string& name, const std::vector<llvm::Type*>& arguments) {
  llvm::LLVMContext& context = module_.getContext();
  auto* type = llvm::FunctionType::get(builder_.getVoidTy(), arguments, false);
  function_ = llvm::Function::Create(type, llvm::Function::ExternalLinkage, name, module_);
  function_->addParamAttr(0, llvm::Attribute::NoAlias);
  function_->addFnAttr(llvm::Attribute::NoUnwind);
  rows_.clear();
  kept_.assign(1, {});
  prologue_values_.clear();
  places_taken_.clear();
  auto* prologue = llvm::BasicBlock::Create(context, "prologue", function_);
  auto* begin = llvm::BasicBlock::Create(context, "begin", function_);
  prologue_.SetInsertPoint(prologue);
  prologue_.SetInsertPoint(prologue_.CreateBr(begin));
  builder_.SetInsertPoint(begin);
}

void Emitter::emit_measure(const plan::Measure& measure, const std::string& name) {
  llvm::Type* pointer = builder_.getPtrTy();
  llvm::Type* whole = builder_.getInt64Ty();
  measure_ = &measure;
  counters_ = counters_of(measure);
  begin_function(name, {pointer, pointer, pointer, whole, whole});
  const char* names[] = {"context", "counters", "sink", "first_file", "last_file"};
  for (unsigned i = 0; i < 5; ++i) function_->getArg(i)->setName(names[i]);
  function_->addParamAttr(1, llvm::Attribute::NoAlias);
  emit_files(measure);
  builder_.CreateRetVoid();
}

void Emitter::emit_files(const plan::Measure& measure) {
  const Range files{function_->getArg(3), function_->getArg(4), false};
  loop(
      files,
      [&](llvm::Value* file, Builder&) {
        file_ = file;
        llvm::Value* council = file_part(5, builder_.getInt32Ty(), "file_council");
        llvm::Value* first = builder_.CreateMul(council, number(counters_.size));
        council_counters_ = builder_.CreateInBoundsGEP(builder_.getInt64Ty(), function_->getArg(1),
                                                       first, "council_counters");
        emit_file(measure);
      },
      "file");
}

std::vector<plan::NodeId> Emitter::asked_of_units(const plan::Measure& measure) const {
  std::vector<NodeId> asked;
  const auto add = [&](NodeId id) {
    if (plan::is_set(id)) asked.push_back(id);
  };
  for (const plan::Step& step : measure.steps) add(step.takes_out.condition);
  for (const plan::Part& part : measure.parts) {
    for (const plan::Step& step : part.steps) add(step.takes_out.condition);
    add(part.denominator.condition);
    add(part.numerator.condition);
    for (const plan::Breakdown& split : part.splits) {
      for (const plan::Dimension& dimension : split.dimensions) add(dimension.value);
    }
    for (const plan::Tabulation& tabulation : part.tabulations) {
      for (const plan::Dimension& dimension : tabulation.by.dimensions) add(dimension.value);
    }
  }
  return asked;
}

void Emitter::emit_file(const plan::Measure& measure) {
  if (measure.unit_is_file) {
    llvm::Value* is_unit = plan::is_set(measure.base) ? emit(measure.base).value : yes();
    emit_if(is_unit, [&] { emit_unit(measure, nullptr); }, "unit");
    return;
  }
  // What holds for the whole file is found before the loop over its units.
  std::vector<NodeId> asked = asked_of_units(measure);
  asked.push_back(measure.base);
  hoist(asked, measure.unit);
  loop_rows(
      root_of(measure.base),
      [&](llvm::Value* row, Builder&) {
        note_row(root_of(measure.base), row);
        emit_if(
            contains(measure.base, row),
            [&] { bind(measure.unit, row, [&] { emit_unit(measure, row); }); }, "unit");
      },
      "unit");
}

llvm::Value* Emitter::answer(const plan::Question& question) {
  if (!plan::is_set(question.condition)) return yes();
  const Emitted emitted = emit(question.condition);
  return question.unknown == plan::Unknown::kMeansYes ? either(emitted.value, emitted.unknown)
                                                      : emitted.value;
}

void Emitter::emit_unit(const plan::Measure& measure, llvm::Value* row) {
  count(counters_.base, yes());
  hoist(asked_of_units(measure), plan::VariableId::kNone);
  llvm::Value* alive = yes();
  std::vector<llvm::Value*> taken_out;
  for (std::size_t i = 0; i < measure.steps.size(); ++i) {
    llvm::Value* goes = builder_.CreateAnd(alive, answer(measure.steps[i].takes_out));
    count(counters_.steps[i], goes);
    taken_out.push_back(goes);
    alive = builder_.CreateAnd(alive, builder_.CreateNot(goes));
  }
  if (detail_ == Detail::kUnits && measure.has_parts) {
    llvm::Value* denominator = builder_.CreateAnd(alive, answer(measure.denominator));
    const bool counts_some = plan::is_set(measure.numerator.condition);
    llvm::Value* numerator =
        counts_some ? builder_.CreateAnd(denominator, answer(measure.numerator)) : no();
    report_unit(measure, -1, verdict_of(taken_out, denominator, numerator), row);
  }
  for (std::size_t i = 0; i < measure.parts.size(); ++i)
    emit_part(measure, i, alive, taken_out, row);
}

void Emitter::emit_part(const plan::Measure& measure, std::size_t index, llvm::Value* alive,
                        std::vector<llvm::Value*> taken_out, llvm::Value* row) {
  const plan::Part& part = measure.parts[index];
  const Counters::PartSlots& slots = counters_.parts[index];
  for (std::size_t i = 0; i < part.steps.size(); ++i) {
    llvm::Value* goes = builder_.CreateAnd(alive, answer(part.steps[i].takes_out));
    count(slots.steps[i], goes);
    taken_out.push_back(goes);
    alive = builder_.CreateAnd(alive, builder_.CreateNot(goes));
  }
  llvm::Value* denominator = builder_.CreateAnd(alive, answer(part.denominator));
  // Without `those`, a rate counts its whole population, and a mean has no numerator.
  const bool counts_some =
      plan::is_set(part.numerator.condition) || part.shape == plan::Shape::kRate;
  llvm::Value* numerator =
      counts_some ? builder_.CreateAnd(denominator, answer(part.numerator)) : no();
  count(slots.population, alive);
  count(slots.denominator_out, builder_.CreateAnd(alive, builder_.CreateNot(denominator)));
  count_groups(part, slots, denominator, numerator);
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
    put(places.value(i), wide_cell_of(emit(shown.value), node(shown.value).type));
    put(places.deciding_case(i),
        plan::is_set(shown.deciding_case) ? emit(shown.deciding_case).value : number(-1));
  }
  const plan::EpisodesId episodes =
      plan::is_set(measure.unit) ? plan_.variable(measure.unit).episodes : plan::EpisodesId::kNone;
  if (plan::is_set(episodes)) {
    put(places.first_day(), scratch_at(episodes, EpisodeArray::kStart, row));
    put(places.last_day(), scratch_at(episodes, EpisodeArray::kEnd, row));
  }
  auto callee = module_.getOrInsertFunction("assize_unit", builder_.getVoidTy(),
                                            builder_.getPtrTy(), builder_.getInt32Ty(), whole,
                                            whole, builder_.getInt32Ty(), builder_.getPtrTy());
  builder_.CreateCall(
      callee, {function_->getArg(2), builder_.getInt32(static_cast<std::uint32_t>(part)), file_,
               row != nullptr ? row : number(-1), verdict, cells});
}

}  // namespace assize::jit
