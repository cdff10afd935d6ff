// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize show EDITION [MEASURE]`: the flattened edition, or one measure as in force.
ExitCode show_command(const ShowOptions& options);

}  // namespace assize::driver
