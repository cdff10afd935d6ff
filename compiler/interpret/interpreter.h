// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/check/framework.h"
#include "compiler/interpret/observer.h"
#include "compiler/results/tally.h"

namespace assize::interpret {

/// The reference: defines what a framework means. It walks the checked framework with plain
/// arithmetic of its own, and shares nothing with the other engines, which have to agree with it.
class Interpreter final : public results::Evaluator {
 public:
  /// The framework has to outlive the interpreter and the tallies it gives. Confined to the files
  /// that `watch` is about, if it says so: then the tally is theirs alone.
  explicit Interpreter(const check::Framework& framework, Watch watch = {})
      : framework_(framework), watch_(watch) {}

  columns::Result<results::Tally> evaluate(const bind::Inputs& inputs,
                                           const results::Request& request) override;

 private:
  const check::Framework& framework_;
  Watch watch_;
};

/// Gives the value of an expression that asks for no record and no period (`assize eval`).
check::Value evaluate_constant(const check::Expr& expr);

}  // namespace assize::interpret
