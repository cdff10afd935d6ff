// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/check/framework.h"

namespace assize::results {

/// Whether a mark speaks of this part: it names the measure, or `measure.part`.
bool speaks_of(const check::Mark& mark, const check::Measure& measure, const check::Part& part);

/// Whether the edition marks the measure, or all its parts, with this status for all councils.
bool is_marked(const check::Framework& framework, const check::Measure& measure,
               check::Mark::Status status);

/// The marks of a part for one council, or with an empty name those that hold for all, as they
/// stand in `note`: `experimental until 2026-09-30; withheld`.
std::string marks_text(const check::Framework& framework, const check::Measure& measure,
                       const check::Part& part, const std::string& council);

/// Whether councils sent it by choice, so that regions, types and England have no figure.
bool has_no_totals(const check::Framework& framework, const check::Measure& measure,
                   const check::Part& part);

/// Whether the edition leaves a council's figure out of totals too (`left out`).
bool is_left_out(const check::Framework& framework, const check::Measure& measure,
                 const check::Part& part, const std::string& council);

/// Whether a mark takes a council's own figure out of what is published, or with an empty name all
/// figures: `withheld`, `left out`, `not collected`.
bool is_hidden_by_mark(const check::Framework& framework, const check::Measure& measure,
                       const check::Part& part, const std::string& council);

}  // namespace assize::results
