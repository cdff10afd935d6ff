// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/compile.h"

#include <llvm/ExecutionEngine/Orc/LLJIT.h>
#include <llvm/IR/Verifier.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/TargetSelect.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Transforms/InstCombine/InstCombine.h>
#include <llvm/Transforms/Scalar/ADCE.h>
#include <llvm/Transforms/Scalar/EarlyCSE.h>
#include <llvm/Transforms/Scalar/LICM.h>
#include <llvm/Transforms/Scalar/LoopPassManager.h>
#include <llvm/Transforms/Scalar/SROA.h>
#include <llvm/Transforms/Scalar/SimplifyCFG.h>
#include <llvm/Transforms/Vectorize/LoopVectorize.h>

#include <utility>

#include "compiler/jit/emitter.h"
#include "compiler/jit/kernels.h"

namespace assize::jit {
namespace {

columns::Failure failure_of(std::string message) {
  return {columns::FailureKind::kInternal,
          "the compiled engine failed: " + std::move(message),
          {"Run it with --engine interpreter, and report it."}};
}

/// The one place where LLVM's errors become ours.
template <class T>
columns::Result<T> to_result(llvm::Expected<T> expected) {
  if (expected) return std::move(*expected);
  return failure_of(llvm::toString(expected.takeError()));
}

columns::Status to_status(llvm::Error error) {
  if (!error) return {};
  return failure_of(llvm::toString(std::move(error)));
}

std::string text_of(const llvm::Module& module) {
  std::string text;
  llvm::raw_string_ostream out(text);
  module.print(out, nullptr);
  return text;
}

columns::Result<std::unique_ptr<llvm::TargetMachine>> machine_of_this_processor() {
  static const bool is_ready = [] {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
    return true;
  }();
  static_cast<void>(is_ready);
  auto builder = to_result(llvm::orc::JITTargetMachineBuilder::detectHost());
  if (!builder) return builder.failure();
  builder->setCodeGenOptLevel(llvm::CodeGenOptLevel::Default);
  return to_result(builder->createTargetMachine());
}

columns::Result<std::vector<PassNames>> emit_plan(const plan::Plan& plan, const Layout& layout,
                                                  bool units, llvm::Module& module) {
  std::vector<PassNames> names;
  for (const Pass& pass : passes_of(plan)) {
    Emitter emitter(plan, layout, units ? Detail::kUnits : Detail::kCounts, names.size(), module);
    names.push_back(emitter.emit_pass(pass));
  }
#ifndef NDEBUG
  std::string fault;
  llvm::raw_string_ostream out(fault);
  if (llvm::verifyModule(module, &out)) return failure_of(out.str());
#endif
  return names;
}

/// Few passes, chosen for loops of some fifty instructions over a handful of records: no unrolling,
/// no vectors, which cost most of the time of the usual pipeline and give nothing here; but vectors
/// for the loops over a block of records, which are made for them.
void optimise(llvm::Module& module, llvm::TargetMachine& machine) {
  llvm::PassBuilder passes(&machine);
  llvm::LoopAnalysisManager of_loops;
  llvm::FunctionAnalysisManager of_functions;
  llvm::CGSCCAnalysisManager of_components;
  llvm::ModuleAnalysisManager of_modules;
  passes.registerModuleAnalyses(of_modules);
  passes.registerCGSCCAnalyses(of_components);
  passes.registerFunctionAnalyses(of_functions);
  passes.registerLoopAnalyses(of_loops);
  passes.crossRegisterProxies(of_loops, of_functions, of_components, of_modules);
  llvm::FunctionPassManager pipeline;
  pipeline.addPass(llvm::SROAPass(llvm::SROAOptions::ModifyCFG));
  pipeline.addPass(llvm::EarlyCSEPass(true));
  pipeline.addPass(llvm::InstCombinePass());
  pipeline.addPass(llvm::SimplifyCFGPass());
  pipeline.addPass(
      llvm::createFunctionToLoopPassAdaptor(llvm::LICMPass(llvm::LICMOptions()), true));
  pipeline.addPass(llvm::EarlyCSEPass(true));
  pipeline.addPass(llvm::InstCombinePass());
  pipeline.addPass(llvm::ADCEPass());
  llvm::FunctionPassManager wide;
  wide.addPass(llvm::EarlyCSEPass(true));
  wide.addPass(llvm::InstCombinePass());
  wide.addPass(llvm::createFunctionToLoopPassAdaptor(llvm::LICMPass(llvm::LICMOptions()), true));
  wide.addPass(llvm::LoopVectorizePass());
  wide.addPass(llvm::InstCombinePass());
  wide.addPass(llvm::EarlyCSEPass(true));
  wide.addPass(llvm::SimplifyCFGPass());
  wide.addPass(llvm::ADCEPass());
  for (llvm::Function& function : module) {
    if (function.isDeclaration()) continue;
    (function.getName().starts_with("rows.") ? wide : pipeline).run(function, of_functions);
  }
}

struct Made {
  std::unique_ptr<llvm::LLVMContext> context;
  std::unique_ptr<llvm::Module> module;
  std::vector<PassNames> names;
};

columns::Result<Made> make_module(const plan::Plan& plan, const Layout& layout, bool units,
                                  llvm::TargetMachine& machine, bool optimised) {
  Made made;
  made.context = std::make_unique<llvm::LLVMContext>();
  made.module = std::make_unique<llvm::Module>("assize", *made.context);
  made.module->setTargetTriple(machine.getTargetTriple().str());
  made.module->setDataLayout(machine.createDataLayout());
  auto names = emit_plan(plan, layout, units, *made.module);
  if (!names) return names.failure();
  made.names = *std::move(names);
  if (optimised) optimise(*made.module, machine);
  return made;
}

class OrcPlan final : public CompiledPlan {
 public:
  OrcPlan(std::unique_ptr<llvm::orc::LLJIT> jit, std::vector<PassCode> passes)
      : jit_(std::move(jit)), passes_(std::move(passes)) {}

  const std::vector<PassCode>& passes() const override { return passes_; }

 private:
  std::unique_ptr<llvm::orc::LLJIT> jit_;
  std::vector<PassCode> passes_;
};

/// Finds the functions of a pass by their names.
columns::Result<PassCode> find_code(llvm::orc::LLJIT& jit, const Pass& pass,
                                    const PassNames& names) {
  PassCode code{.pass = pass,
                .measures = {},
                .rows = {},
                .row_columns = names.row_columns,
                .facts = nullptr,
                .fact_bytes = names.fact_bytes};
  for (const std::vector<Entry>& entries : names.entries) {
    PassCode::Measure& measure = code.measures.emplace_back();
    measure.entries = entries;
    for (const Entry& entry : entries) {
      auto address = to_result(jit.lookup(entry.name));
      if (!address) return address.failure();
      measure.functions.push_back(address->toPtr<EntryFunction>());
    }
  }
  for (const PassNames::Rows& rows : names.rows) {
    auto address = to_result(jit.lookup(rows.name));
    if (!address) return address.failure();
    code.rows.push_back({rows.collection, address->toPtr<RowsFunction>()});
  }
  if (names.facts.empty()) return code;
  auto address = to_result(jit.lookup(names.facts));
  if (!address) return address.failure();
  code.facts = address->toPtr<FactsFunction>();
  return code;
}

columns::Status define_kernels(llvm::orc::LLJIT& jit) {
  llvm::orc::SymbolMap symbols;
  for (const Kernel& kernel : kernels()) {
    symbols[jit.mangleAndIntern(kernel.name)] = {llvm::orc::ExecutorAddr::fromPtr(kernel.address),
                                                 llvm::JITSymbolFlags::Exported};
  }
  return to_status(jit.getMainJITDylib().define(llvm::orc::absoluteSymbols(std::move(symbols))));
}

}  // namespace

columns::Result<std::unique_ptr<CompiledPlan>> compile(const plan::Plan& plan, const Layout& layout,
                                                       bool units) {
  auto machine = machine_of_this_processor();
  if (!machine) return machine.failure();
  auto made = make_module(plan, layout, units, **machine, true);
  if (!made) return made.failure();
  auto builder = to_result(llvm::orc::JITTargetMachineBuilder::detectHost());
  if (!builder) return builder.failure();
  auto jit =
      to_result(llvm::orc::LLJITBuilder().setJITTargetMachineBuilder(std::move(*builder)).create());
  if (!jit) return jit.failure();
  if (const columns::Status status = define_kernels(**jit); !status) return status.failure();
  const columns::Status added = to_status((*jit)->addIRModule(
      llvm::orc::ThreadSafeModule(std::move(made->module), std::move(made->context))));
  if (!added) return added.failure();
  const std::vector<Pass> passes = passes_of(plan);
  std::vector<PassCode> codes;
  for (std::size_t i = 0; i < passes.size(); ++i) {
    auto code = find_code(**jit, passes[i], made->names[i]);
    if (!code) return code.failure();
    codes.push_back(*std::move(code));
  }
  return std::unique_ptr<CompiledPlan>(
      std::make_unique<OrcPlan>(std::move(*jit), std::move(codes)));
}

columns::Result<std::string> print_compiled(const plan::Plan& plan, const Layout& layout,
                                            CodeText which) {
  auto machine = machine_of_this_processor();
  if (!machine) return machine.failure();
  auto made = make_module(plan, layout, false, **machine, which == CodeText::kLlvmOptimised);
  if (!made) return made.failure();
  return text_of(*made->module);
}

}  // namespace assize::jit
