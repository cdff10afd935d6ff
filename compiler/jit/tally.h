// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/jit/run.h"
#include "compiler/results/tally.h"

namespace assize::jit {

/// Makes the tally of one measure from what its run counted.
results::MeasureTally tally_of(const plan::Plan& plan, std::size_t index,
                               const check::Measure& measure, const Arranged& arranged,
                               const TextIds& texts, check::Period period, const RunResult& run);

/// Writes the rows of units, sorted.
std::vector<results::UnitRow> unit_rows(const plan::Plan& plan, std::size_t index,
                                        const Arranged& arranged, const TextIds& texts,
                                        const std::vector<RawUnit>& units);

}  // namespace assize::jit
