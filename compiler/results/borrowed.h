// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/results/tally.h"

namespace assize::results {

/// Gives the tally with `numerator still_at_home.denominator` filled in: counts that a part takes from
/// another part, of its measure or of another one, group by group. A group that the other part does not
/// have counts 0. Those that lend have to be among `all`.
MeasureTally with_borrowed_counts(const Tally& all, const MeasureTally& tally, std::size_t councils);

}  // namespace assize::results
