// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tests/agree/writer.h"

namespace assize::agree {

/// Writes steps of a population, part or collection, one a line.
std::string write_steps(Writer& writer, const Scope& scope, int number);

/// Writes what a measure computes, its splits and tabulations, in parts or without.
/// `scope` is where its steps stand.
std::string write_parts(Writer& writer, const Scope& scope, bool has_population);

/// Writes `split by` and `tabulate by` clauses. A rate is split only by what both its sides have.
std::string write_breakdowns(Writer& writer, const Scope& scope, bool is_rate);

}  // namespace assize::agree
