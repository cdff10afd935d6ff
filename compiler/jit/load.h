// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "compiler/jit/engine.h"
#include "compiler/plan/plan.h"
#include "runtime/columns/result.h"

namespace assize::jit {

/// Says whether this build has the compiled engine at all.
bool is_jit_built();

/// Loads the compiled engine, which lies beside the program or in `../lib/assize`, and gives it a
/// plan.
///
/// Errors  kUsage `not built yet: …` if compiled code cannot do a construct of the plan, or if the
/// program
///         was built without the engine; kInputOutput if the engine cannot be loaded.
/// Cost    the first call loads LLVM, some 15 ms; a process that never calls never loads it.
columns::Result<std::unique_ptr<ArrangedEvaluator>> load_jit(const plan::Plan& plan);

}  // namespace assize::jit
