// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize test [PATH...]`: runs tests written in the language, on every engine.
ExitCode test_command(const TestOptions& options);

}  // namespace assize::driver
