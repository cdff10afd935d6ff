// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/evaluator.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "compiler/jit/compile.h"
#include "compiler/jit/tally.h"

namespace assize::jit {
namespace {

class JitEvaluator final : public ArrangedEvaluator {
 public:
  explicit JitEvaluator(plan::Plan plan) : plan_(std::move(plan)) {}

  columns::Result<Arranged> arrange_records(const bind::Inputs& inputs) override {
    return arrange(inputs, plan_);
  }

  columns::Status compile_for(const Arranged& arranged, bool units) override {
    Layout layout = layout_of(arranged);
    Code& code = units ? with_units_ : counting_;
    if (code.plan != nullptr && code.layout == layout) return {};
    auto compiled = compile(plan_, layout, units);
    if (!compiled) return compiled.failure();
    code = {std::move(layout), std::move(*compiled)};
    return {};
  }

  columns::Result<results::Tally> evaluate_arranged(const Arranged& arranged,
                                                    const results::Request& request) override {
    if (request.attrition) {
      return columns::Failure{columns::FailureKind::kUsage,
                              "not built yet: --attrition in the compiled engine",
                              {"Run it with --engine interpreter."}};
    }
    if (const columns::Status status = compile_for(arranged, request.units); !status)
      return status.failure();
    const Code& code = request.units ? with_units_ : counting_;
    const TextIds texts(plan_, *arranged.inputs);
    results::Tally tally;
    for (const check::Measure* measure : request.measures) {
      const std::optional<std::size_t> index = index_of(*measure);
      if (!index) {
        return columns::Failure{columns::FailureKind::kInternal,
                                "`" + measure->name + "` is not in the plan that was compiled",
                                {}};
      }
      const check::Period period =
          check::earlier(arranged.inputs->period, plan_.measures[*index].lag_months);
      const RunResult run = run_measure(plan_, *index, arranged, texts, period,
                                        code.plan->function(*index), request.threads);
      tally.measures.push_back(tally_of(plan_, *index, *measure, arranged, texts, period, run));
    }
    return tally;
  }

  columns::Result<results::Tally> evaluate(const bind::Inputs& inputs,
                                           const results::Request& request) override {
    const auto arranged = arrange(inputs, plan_);
    if (!arranged) return arranged.failure();
    return evaluate_arranged(*arranged, request);
  }

  columns::Result<std::string> print_code(CodeText which) override {
    return print_compiled(plan_, usual_layout(plan_), which);
  }

 private:
  struct Code {
    Layout layout;
    std::unique_ptr<CompiledPlan> plan;
  };

  std::optional<std::size_t> index_of(const check::Measure& measure) const {
    const auto found =
        std::find_if(plan_.measures.begin(), plan_.measures.end(),
                     [&](const plan::Measure& each) { return each.label == measure.name; });
    if (found == plan_.measures.end()) return std::nullopt;
    return static_cast<std::size_t>(found - plan_.measures.begin());
  }

  const plan::Plan plan_;
  Code counting_;
  Code with_units_;
};

}  // namespace

std::unique_ptr<ArrangedEvaluator> make_evaluator(plan::Plan plan) {
  return std::make_unique<JitEvaluator>(std::move(plan));
}

}  // namespace assize::jit
