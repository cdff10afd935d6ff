// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/tally.h"
#include "compiler/source/source_file.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// One engine, ready to evaluate, and its name as `--engine` spells it.
struct Engine {
  std::string name;
  std::unique_ptr<results::Evaluator> evaluator;
};

/// What an engine is to be made for.
struct EngineRequest {
  std::string name = "auto";  // auto, jit, interpreter
  const source::Sources& sources;
  const bind::Inputs& inputs;
  const results::Request& work;
};

/// Makes the engine asked for. `auto` takes the interpreter where records are few, where it alone
/// can do what is asked (`--attrition`), or where the framework holds what compiled code is not
/// built for yet.
///
/// Errors  kUsage if the compiled engine was asked for by name and cannot do it; kInputOutput if it
///         cannot be loaded.
columns::Result<Engine> make_engine(const check::Framework& framework,
                                    const EngineRequest& request);

/// Gives a step's text for review: `plan`, or the compiled engine's `llvm`.
columns::Result<std::string> print_code(const check::Framework& framework,
                                        const std::vector<const check::Measure*>& measures,
                                        const source::Sources& sources, const std::string& step);

/// The engines of this build, by name; the reference comes first.
std::vector<std::string> engine_names();

}  // namespace assize::driver
