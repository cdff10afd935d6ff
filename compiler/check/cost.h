// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

// Inside check/: what a checked measure costs (language, 10). Everything stands by now, so each let is
// looked at once.

#include "compiler/check/site.h"

namespace assize::check {

inline constexpr int kDeepestWhere = 3;
inline constexpr std::int64_t kMostGroups = 10'000;  // of one split or tabulation
inline constexpr int kLongestChain = 400;            // lets that rest on one another

/// Refuses lets that expand too far (E0194), a `where` too deep inside others (E0195) and breakdowns with
/// too many groups (E0196); warns of sets that cost the square (W0198) and says so in the measure.
void check_cost(Site& site, Measure& measure);
/// The same of what a collection says for each record and person.
void check_cost(Site& site, Collection& collection);

}  // namespace assize::check
