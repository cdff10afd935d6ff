// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "compiler/jit/engine.h"

namespace assize::jit {

/// Makes the evaluator of a plan, which must be one that compiled code can do (`not_built_yet`).
/// Compiles when it first meets records; keeps the code for records of the same layout.
std::unique_ptr<ArrangedEvaluator> make_evaluator(plan::Plan plan);

}  // namespace assize::jit
