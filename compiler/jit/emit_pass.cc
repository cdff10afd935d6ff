// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: the functions of a pass. What several measures ask of a file comes first, then
// each measure: what it needs of everybody's records, and what it counts of its files.

#include "compiler/jit/context.h"
#include "compiler/jit/emitter.h"
#include "compiler/jit/text_ids.h"

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
  for (const plan::Band* band : bands_with_texts(plan)) {
    band_texts_.emplace(band, plan.nodes.size() + 2 * band_texts_.size());
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
    names.entries.push_back(entries_of(plan_, index));
    for (const Entry& entry : names.entries.back()) emit_entry(entry);
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
  weight_ = nullptr;
  beyond_limits_ = nullptr;
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

void Emitter::begin_counting(const plan::Measure& measure, const std::string& name) {
  llvm::Type* pointer = builder_.getPtrTy();
  llvm::Type* whole = builder_.getInt64Ty();
  measure_ = &measure;
  main_ = measure.from.front();
  counters_ = counters_of(measure);
  begin_function(name, {pointer, pointer, pointer, whole, whole});
  const char* names[] = {"context", "counters", "sink", "first_file", "last_file"};
  for (unsigned i = 0; i < 5; ++i) function_->getArg(i)->setName(names[i]);
  function_->addParamAttr(1, llvm::Attribute::NoAlias);
}

void Emitter::end_counting() {
  if (beyond_limits_ != nullptr) {
    emit_if(
        builder_.CreateLoad(builder_.getInt1Ty(), beyond_limits_),
        [&] { call("assize_beyond_limits", builder_.getVoidTy(), {sink()}); }, "beyond_limits");
  }
  builder_.CreateRetVoid();
}

void Emitter::emit_entry(const Entry& entry) {
  const plan::Measure& measure = plan_.measures[entry.measure];
  is_everybodys_ = entry.what != Entry::What::kFiles;
  switch (entry.what) {
    case Entry::What::kFiles:
      begin_counting(measure, entry.name);
      emit_files(measure);
      end_counting();
      break;
    case Entry::What::kOver:
      emit_over(measure, entry.part, entry.name);
      break;
    case Entry::What::kPopulation:
      emit_population(measure, entry);
      break;
  }
  is_everybodys_ = false;
}

llvm::Value* Emitter::counters_of_council(llvm::Value* council) {
  llvm::Value* first = builder_.CreateMul(council, number(counters_.size));
  return builder_.CreateInBoundsGEP(builder_.getInt64Ty(), function_->getArg(1), first,
                                    "council_counters");
}

void Emitter::emit_files(const plan::Measure& measure) {
  loop(
      {function_->getArg(3), function_->getArg(4), false},
      [&](llvm::Value* file, Builder&) {
        file_ = file;
        council_counters_ =
            counters_of_council(file_part(5, builder_.getInt32Ty(), "file_council"));
        emit_quantities(measure);
        if (measure.has_units) emit_file(measure);
      },
      "file");
}

}  // namespace assize::jit
