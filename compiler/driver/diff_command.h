// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize diff EDITION EDITION [--data …]`: what two editions differ in, and with data also who
/// moves. Exit 0 whether or not they differ.
ExitCode diff_command(const DiffOptions& options);

}  // namespace assize::driver
