// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/part_figures.h"
#include "compiler/results/tally.h"

namespace assize::interpret {

/// Says in words what became of a unit that passed all steps.
std::string words_of(Verdict verdict);

/// Describes a unit for `--units`; the part and what counted are filled in for each part.
results::UnitRow row_of_unit(Evaluation& evaluation, Unit& unit);

/// Sorts by part, council, person (without case), days and record.
void sort_rows(std::vector<results::UnitRow>& rows, const bind::TextPool& texts);

}  // namespace assize::interpret
