// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/results/tally.h"

namespace assize::driver {

/// Adds the measures whose counts others of them borrow (`numerator admissions.denominator`).
std::vector<const check::Measure*> with_lenders(const std::vector<const check::Measure*>& asked);

/// Marks in the tally those that were not asked for, so that no figures are made of them.
void mark_lenders(const std::vector<const check::Measure*>& asked, results::Tally& tally);

}  // namespace assize::driver
