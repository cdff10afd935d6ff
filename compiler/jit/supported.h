// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "compiler/plan/plan.h"

namespace assize::jit {

/// Names the first construct of a plan that compiled code does not do yet, and the measure that
/// uses it; nothing if it does all.
std::optional<std::string> not_built_yet(const plan::Plan& plan);

}  // namespace assize::jit
