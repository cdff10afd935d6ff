// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/results/variant.h"

namespace assize::results {

/// Writes a value with its unit's sign, as a table for people shows it: `72.4 %`, `21.3`, `[z]`.
std::string shown_value(const Row& row);

/// Writes a count with commas; one decimal if it is no whole number.
std::string count_text(const columns::Rational& count);

/// Writes both counts of a figure, `4,102/5,666`; one that was hidden is `[c]`. Empty without
/// counts.
std::string counts_text(const Row& row);

/// The title of a measure, with the label or name of the part.
std::string title_of(const check::Measure& measure, const check::Part& part);

/// Explains what stands in brackets and how often, and what England's totals leave out.
std::string explained(const std::vector<Variant>& variants);

/// The total rows of the councils with the largest denominators in the first part, at most so many;
/// equal ones by code.
std::vector<const Row*> largest_councils(const Results& results, std::size_t count);

}  // namespace assize::results
