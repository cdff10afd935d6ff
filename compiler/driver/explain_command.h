// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize explain CODE`: prints the page of a diagnostic.
ExitCode explain_command(const ExplainOptions& options);

}  // namespace assize::driver
