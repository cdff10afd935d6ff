// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize reproduce`: makes published outcomes again from their published parts, by an edition's
/// rules. Ends with 0 if every outcome is equal or explained, with 1 if something has to be looked
/// at.
ExitCode reproduce_command(const ReproduceOptions& options);

}  // namespace assize::driver
