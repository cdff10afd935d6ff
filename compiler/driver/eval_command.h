// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize eval EXPR`: prints the value of one expression without records.
ExitCode eval_command(const EvalOptions& options);

}  // namespace assize::driver
