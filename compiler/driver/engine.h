// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/tally.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// One engine, ready to evaluate, and its name as `--engine` spells it.
struct Engine {
  std::string name;
  std::unique_ptr<results::Evaluator> evaluator;
};

/// What is asked of an engine before there is one.
struct EngineRequest {
  std::string name = "auto";  // auto, jit, interpreter
  const bind::Inputs* inputs = nullptr;
  const results::Request* work = nullptr;
};

/// Makes the engine asked for. `auto` takes the interpreter where data are few, where it alone can do
/// what is asked, or where the framework holds what compiled code is not built for yet.
columns::Result<Engine> make_engine(const check::Framework& framework, const EngineRequest& request);

/// The engines of this build, by name; the reference comes first.
std::vector<std::string> engine_names();

}  // namespace assize::driver
