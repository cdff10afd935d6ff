// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace assize::published {

/// What a run of the built program gave.
struct ProgramRun {
  int exit_code = -1;
  std::string output;  // standard output and standard error
};

/// Runs the built `assize` with these arguments.
ProgramRun run_program(const std::vector<std::string>& arguments);

}  // namespace assize::published
