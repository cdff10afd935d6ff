// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace assize::driver {

/// Runs the program: reads the command line, does what it asks, gives the exit code. Nothing thrown
/// leaves it.
int run_program(int argument_count, const char* const* arguments);

}  // namespace assize::driver
