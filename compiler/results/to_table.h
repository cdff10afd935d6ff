// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/bind/records.h"
#include "compiler/results/variant.h"
#include "runtime/columns/write_table.h"

namespace assize::results {

/// Lays figures out in the one tidy shape (language, section 8): a row a figure, one variant of the
/// run after another.
///
/// Exact   a value has as many decimals as it is shown with; a side that is no whole number has
/// six.
columns::OutputTable results_table(const std::vector<Variant>& variants);

/// Lays units out: what each was, and what became of it. Holds keys of persons: for the file that
/// was asked for, and for nothing else.
columns::OutputTable units_table(const std::vector<Variant>& variants, const bind::Inputs& inputs);

}  // namespace assize::results
