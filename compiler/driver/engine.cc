// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/engine.h"

#include <cstddef>
#include <utility>

#include "compiler/driver/report.h"
#include "compiler/interpret/interpreter.h"
#include "compiler/jit/load.h"
#include "compiler/lower/from_framework.h"
#include "compiler/plan/print.h"

namespace assize::driver {
namespace {

// Below so many records the interpreter has answered before code could be made.
constexpr std::size_t kFewRecords = 200'000;

Engine interpreter_for(const check::Framework& framework) {
  return {"interpreter", std::make_unique<interpret::Interpreter>(framework)};
}

columns::Result<Engine> jit_for(const check::Framework& framework, const EngineRequest& request) {
  const auto plan = lower::from_framework(framework, request.work.measures, request.sources);
  if (!plan) return plan.failure();
  auto evaluator = jit::load_jit(*plan);
  if (!evaluator) return evaluator.failure();
  return Engine{"jit", *std::move(evaluator)};
}

std::size_t records_of(const bind::Inputs& inputs) {
  std::size_t records = 0;
  for (const auto& collection : inputs.collections) records += collection->size;
  return records;
}

}  // namespace

columns::Result<Engine> make_engine(const check::Framework& framework,
                                    const EngineRequest& request) {
  if (request.name == "interpreter") return interpreter_for(framework);
  if (request.name == "jit") {
    if (!request.work.attrition) return jit_for(framework, request);
    return usage_failure(
        "compiled code does not count what unknowns decided, as --attrition asks",
        {"Leave --engine out, or say --engine interpreter: the figures are the same."});
  }
  const bool is_worth_it =
      jit::is_jit_built() && !request.work.attrition && records_of(request.inputs) >= kFewRecords;
  if (!is_worth_it) return interpreter_for(framework);
  auto engine = jit_for(framework, request);
  // What compiled code cannot do yet, the reference does: the figures are the same.
  if (!engine && engine.failure().kind != columns::FailureKind::kInternal) {
    return interpreter_for(framework);
  }
  return engine;
}

columns::Result<std::string> print_code(const check::Framework& framework,
                                        const std::vector<const check::Measure*>& measures,
                                        const source::Sources& sources, const std::string& step) {
  const auto plan = lower::from_framework(framework, measures, sources);
  if (!plan) return plan.failure();
  if (step == "plan") return plan::print(*plan);
  auto evaluator = jit::load_jit(*plan);
  if (!evaluator) return evaluator.failure();
  return (*evaluator)->print_code(step == "llvm" ? jit::CodeText::kLlvm
                                                 : jit::CodeText::kLlvmOptimised);
}

std::vector<std::string> engine_names() {
  std::vector<std::string> names = {"interpreter"};
  if (jit::is_jit_built()) names.emplace_back("jit");
  return names;
}

}  // namespace assize::driver
