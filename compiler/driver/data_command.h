// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize data sample`: makes client-level events with the defects real returns have.
ExitCode data_sample_command(const SampleOptions& options);

/// `assize data describe`: says of every row that was read what became of it.
ExitCode data_describe_command(const DescribeOptions& options);

}  // namespace assize::driver
