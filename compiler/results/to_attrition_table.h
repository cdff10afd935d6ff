// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/disclose.h"
#include "compiler/results/variant.h"
#include "runtime/columns/write_table.h"

namespace assize::results {

/// Lays out where units go, for England, every region and type, and every council.
///
/// Shape   a row a stage: in scope, what each step took out, who is left, what is counted.
/// Null    `unknown` is empty where unknowns decide nothing; what may not be published is empty,
/// with
///         the status `c`.
columns::OutputTable attrition_table(const check::Framework& framework, const bind::Inputs& inputs,
                                     const std::vector<Variant>& variants, Counts counts);

}  // namespace assize::results
