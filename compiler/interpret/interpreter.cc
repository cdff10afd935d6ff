// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/interpreter.h"

#include <algorithm>

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/measure_run.h"

namespace assize::interpret {
namespace {

// Itself, or made from other evidence.
bool is_of(const check::Measure& ours, const check::Measure* asked) {
  return &ours == asked ||
         std::any_of(ours.otherwise.begin(), ours.otherwise.end(),
                     [&](const auto& other) { return other.get() == asked; });
}

}  // namespace

columns::Result<results::Tally> Interpreter::evaluate(const bind::Inputs& inputs,
                                                      const results::Request& request) {
  const FiledRecords filed(inputs);
  results::Tally tally;
  for (const check::Measure* measure : request.measures) {
    const bool is_ours =
        std::any_of(framework_.measures.begin(), framework_.measures.end(),
                    [&](const auto& ours) { return is_of(*ours, measure); });
    if (!is_ours) {
      return columns::Failure{.kind = columns::FailureKind::kInternal,
                              .message = "a measure of another framework was asked for",
                              .advice = {}};
    }
    auto measured = run_measure(inputs, filed, *measure, request, watch_);
    if (!measured) return measured.failure();
    tally.measures.push_back(*std::move(measured));
  }
  return tally;
}

check::Value evaluate_constant(const check::Expr& expr) {
  Evaluation evaluation(Setting{});
  Scope scope;
  return evaluation.value_of(expr, scope);
}

}  // namespace assize::interpret
