// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/diagnostics/diagnostic.h"

namespace assize::driver {

/// Refuses (E0608) a mark for a council that the list of the edition does not hold: a misspelt name would
/// publish what was to be withheld. `inputs` are those of the edition's own period.
void check_marked_councils(const check::Framework& framework, const bind::Inputs& inputs,
                           diagnostics::Sink& sink);

/// The same where no data are at hand: reads the list that the framework's files name. An edition whose
/// list is elsewhere, or cannot be read, is checked when it is run.
void check_marked_councils(const check::Framework& framework, diagnostics::Sink& sink);

}  // namespace assize::driver
