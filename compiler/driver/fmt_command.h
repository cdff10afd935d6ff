// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize fmt PATH...`: lays files out in place; `-` lays standard input out on standard output.
/// With
/// `--check` nothing is written: findings (1) if a file is laid out otherwise. A file that cannot
/// be read as the language stays as it is.
ExitCode fmt_command(const FmtOptions& options);

}  // namespace assize::driver
