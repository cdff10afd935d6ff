// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/bind/records.h"
#include "compiler/results/row.h"
#include "compiler/results/tally.h"
#include "runtime/columns/write_table.h"

namespace assize::results {

/// Lays figures out in the one tidy shape (language, section 8): a row a figure.
///
/// Exact   a value has as many decimals as it is shown with; a side that is no whole number has six.
columns::OutputTable results_table(const Results& results);

/// Lays units out: what each was, and what became of it. Holds keys of persons: for the file that was
/// asked for, and for nothing else.
columns::OutputTable units_table(const Results& results, const bind::Inputs& inputs,
                                 const Tally& tally);

}  // namespace assize::results
