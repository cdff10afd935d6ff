// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/bind/records.h"
#include "compiler/results/row.h"
#include "compiler/results/tally.h"

namespace assize::results {

/// Says where people go, for England: every step in the words of the framework file, in its order,
/// how many it took out, and what unknowns decided. The sums add up to the last unit.
std::string attrition_text(const bind::Inputs& inputs, const Tally& tally, const Results& results);

}  // namespace assize::results
