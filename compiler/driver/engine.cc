// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/engine.h"

#include "compiler/driver/report.h"
#include "compiler/interpret/interpreter.h"

namespace assize::driver {
namespace {

Engine interpreter_for(const check::Framework& framework) {
  return {"interpreter", std::make_unique<interpret::Interpreter>(framework)};
}

}  // namespace

columns::Result<Engine> make_engine(const check::Framework& framework,
                                    const EngineRequest& request) {
  if (request.name == "jit") {
    return usage_failure("this build of assize has no compiled engine",
                         {"Leave --engine out, or say --engine interpreter: the figures are the same."});
  }
  return interpreter_for(framework);
}

std::vector<std::string> engine_names() { return {"interpreter"}; }

}  // namespace assize::driver
