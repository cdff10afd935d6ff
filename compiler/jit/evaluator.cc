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

columns::Failure beyond_limits(const std::string& measure) {
  return {columns::FailureKind::kLimit,
          "a number of `" + measure + "` is beyond 64 bits",
          {"look for amounts in the data that cannot be meant"}};
}

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
    std::vector<std::size_t> asked;
    for (const check::Measure* measure : request.measures) {
      const std::optional<std::size_t> index = index_of(*measure);
      if (!index) {
        return columns::Failure{columns::FailureKind::kInternal,
                                "`" + measure->name + "` is not in the plan that was compiled",
                                {}};
      }
      asked.push_back(*index);
    }
    const TextIds texts(plan_, *arranged.inputs);
    std::vector<std::optional<results::MeasureTally>> made(plan_.measures.size());
    std::vector<bool> is_beyond_limits(plan_.measures.size());
    for (const PassCode& pass : code.plan->passes())
      count(pass, asked, {arranged, texts, request}, made, is_beyond_limits);
    for (const std::size_t index : asked) {
      if (is_beyond_limits[index]) return beyond_limits(plan_.measures[index].label);
    }
    results::Tally tally;
    for (const std::size_t index : asked) tally.measures.push_back(*made[index]);
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

  struct Run {
    const Arranged& arranged;
    const TextIds& texts;
    const results::Request& request;
  };

  /// Counts what is asked for of one pass.
  void count(const PassCode& code, const std::vector<std::size_t>& asked, const Run& run,
             std::vector<std::optional<results::MeasureTally>>& made,
             std::vector<bool>& is_beyond_limits) const {
    const auto& [arranged, texts, request] = run;
    std::vector<bool> wanted;
    std::vector<const check::Measure*> measures;
    for (const std::size_t index : code.pass.measures) {
      const auto found = std::find(asked.begin(), asked.end(), index);
      wanted.push_back(found != asked.end());
      if (wanted.back())
        measures.push_back(request.measures[static_cast<std::size_t>(found - asked.begin())]);
    }
    if (measures.empty()) return;
    const check::Period period = check::earlier(arranged.inputs->period, code.pass.lag_months);
    const std::vector<RunResult> runs =
        run_pass(plan_, code, wanted, arranged, texts, period, request.threads);
    std::size_t next = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (!wanted[i]) continue;
      const std::size_t index = code.pass.measures[i];
      is_beyond_limits[index] = runs[next].is_beyond_limits;
      made[index] = tally_of(plan_, index, *measures[next], arranged, texts, period, runs[next]);
      ++next;
    }
  }

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
