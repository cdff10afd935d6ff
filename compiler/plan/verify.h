// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "compiler/plan/plan.h"

namespace assize::plan {

/// Says what is wrong with a plan, or nothing. A plan that fails is our own mistake, never the
/// author's.
///
/// Holds   every id lies inside its vector; operands come before their node, lets before their use;
/// each
///         node has as many operands of such types as its kind takes; a variable is used only where
///         it is bound; conditions are yes or no; bands of groups lie inside their dimensions.
std::optional<std::string> verify(const Plan& plan);

}  // namespace assize::plan
