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

std::string name_of(const plan::Plan& plan, std::size_t measure) {
  return "measure." + plan.measures[measure].label;
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

columns::Status emit_plan(const plan::Plan& plan, const Layout& layout, bool units,
                          llvm::Module& module) {
  for (std::size_t i = 0; i < plan.measures.size(); ++i) {
    Emitter emitter(plan, layout, units ? Detail::kUnits : Detail::kCounts, module);
    emitter.emit_measure(plan.measures[i], name_of(plan, i));
  }
#ifndef NDEBUG
  std::string fault;
  llvm::raw_string_ostream out(fault);
  if (llvm::verifyModule(module, &out)) return failure_of(out.str());
#endif
  return {};
}

/// Few passes, chosen for loops of some fifty instructions over a handful of records: no unrolling,
/// no vectors, which cost most of the time of the usual pipeline and give nothing here.
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
  for (llvm::Function& function : module) {
    if (!function.isDeclaration()) pipeline.run(function, of_functions);
  }
}

struct Made {
  std::unique_ptr<llvm::LLVMContext> context;
  std::unique_ptr<llvm::Module> module;
};

columns::Result<Made> make_module(const plan::Plan& plan, const Layout& layout, bool units,
                                  llvm::TargetMachine& machine, bool optimised) {
  Made made;
  made.context = std::make_unique<llvm::LLVMContext>();
  made.module = std::make_unique<llvm::Module>("assize", *made.context);
  made.module->setTargetTriple(machine.getTargetTriple().str());
  made.module->setDataLayout(machine.createDataLayout());
  if (const columns::Status status = emit_plan(plan, layout, units, *made.module); !status) {
    return status.failure();
  }
  if (optimised) optimise(*made.module, machine);
  return made;
}

class OrcPlan final : public CompiledPlan {
 public:
  OrcPlan(std::unique_ptr<llvm::orc::LLJIT> jit, std::vector<MeasureFunction> functions)
      : jit_(std::move(jit)), functions_(std::move(functions)) {}

  MeasureFunction function(std::size_t measure) const override { return functions_[measure]; }

 private:
  std::unique_ptr<llvm::orc::LLJIT> jit_;
  std::vector<MeasureFunction> functions_;
};

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
  std::vector<MeasureFunction> functions;
  for (std::size_t i = 0; i < plan.measures.size(); ++i) {
    auto address = to_result((*jit)->lookup(name_of(plan, i)));
    if (!address) return address.failure();
    functions.push_back(address->toPtr<MeasureFunction>());
  }
  return std::unique_ptr<CompiledPlan>(
      std::make_unique<OrcPlan>(std::move(*jit), std::move(functions)));
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
