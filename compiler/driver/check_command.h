// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize check FILE...`: compiles framework files and says what is wrong.
ExitCode check_command(const CheckOptions& options);

}  // namespace assize::driver
