// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/diagnostics/diagnostic.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// How the program ends (language, section 8). Names and numbers are fixed: scripts rely on them.
enum class ExitCode : int {
  kFine = 0,
  kFindings = 1,  // tests failed, figures differ
  kUsage = 2,
  kDoesNotCompile = 3,
  kData = 4,  // data break their schema
  kInputOutput = 5,
  kLimit = 6,  // a limit of the language was reached
  kInternal = 70,
  kInterrupted = 130,
};

/// Gives the exit code of what failed.
ExitCode exit_code_of(columns::FailureKind kind);

/// Gives the exit code of what the check found: kLimit if a limit of the language was reached, which is more
/// than that it does not compile; warnings alone are fine.
ExitCode exit_code_of(const diagnostics::Sink& sink);

}  // namespace assize::driver
