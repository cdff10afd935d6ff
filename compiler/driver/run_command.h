// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize run EDITION --data SOURCE...`: evaluates an edition.
ExitCode run_command(const RunOptions& options);

}  // namespace assize::driver
