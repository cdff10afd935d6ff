// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/jit/arrange.h"
#include "compiler/plan/plan.h"
#include "compiler/results/tally.h"
#include "runtime/columns/result.h"

namespace assize::jit {

/// Which text of the compiled code is asked for.
enum class CodeText : std::uint8_t { kLlvm, kLlvmOptimised };

/// An evaluator whose three halves can be run, and timed, apart: laying out the records, making the
/// code, and counting.
class ArrangedEvaluator : public results::Evaluator {
 public:
  /// Lays out the records that the plan asks for. `inputs` must outlive what is given back.
  virtual columns::Result<Arranged> arrange_records(const bind::Inputs& inputs) = 0;
  /// Makes the code for records of this layout, unless it was made before.
  virtual columns::Status compile_for(const Arranged& arranged, bool units) = 0;
  /// Counts. Makes the code first, if it must.
  virtual columns::Result<results::Tally> evaluate_arranged(const Arranged& arranged,
                                                            const results::Request& request) = 0;
  /// Gives the code as text, for records of the usual layout.
  virtual columns::Result<std::string> print_code(CodeText which) = 0;
};

}  // namespace assize::jit

extern "C" {
/// Makes the evaluator of a plan, which is copied; never null. The one function of the module that
/// `load_jit` asks for.
using AssizeMakeEvaluator = assize::jit::ArrangedEvaluator* (*)(const assize::plan::Plan* plan);
}
