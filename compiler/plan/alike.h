// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/plan/plan.h"

namespace assize::plan {

/// Says whether two nodes say the same, whatever their variables are called.
bool are_alike(const Plan& plan, NodeId a, NodeId b);

}  // namespace assize::plan
