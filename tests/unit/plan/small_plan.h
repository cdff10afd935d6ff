// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "compiler/plan/plan.h"

namespace assize::plan::tests {

/// A collection `visits` with two fields, and one measure over people who had a visit of kind
/// `home`.
Plan small_plan();

/// Adds a node and gives its id.
NodeId add(Plan& plan, Op op, Type type, std::vector<NodeId> operands = {});

}  // namespace assize::plan::tests
