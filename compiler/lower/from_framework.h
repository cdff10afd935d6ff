// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/check/framework.h"
#include "compiler/plan/plan.h"
#include "compiler/source/source_file.h"
#include "runtime/columns/result.h"

namespace assize::lower {

/// Makes the plan of some measures of an edition, in their order.
///
/// Holds   parameters and flags have the values that the framework gives them now.
/// Errors  kUsage `not built yet: …`, with the place, if a plan cannot say a construct; the
/// reference
///         evaluates it all the same.
columns::Result<plan::Plan> from_framework(const check::Framework& framework,
                                           const std::vector<const check::Measure*>& measures,
                                           const source::Sources& sources);

}  // namespace assize::lower
