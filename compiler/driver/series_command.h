// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize series CONCEPT FROM..TO --data PUBLISHED…`: one concept through the editions of a
/// family, with its codes, definitions, published values and the reasons at each break.
ExitCode series_command(const SeriesOptions& options);

}  // namespace assize::driver
