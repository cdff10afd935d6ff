// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/results/disclose.h"
#include "compiler/results/places.h"
#include "compiler/results/variant.h"

namespace assize::results {

/// Where people go is asked for these places, the first of which is England.
struct AttritionView {
  std::vector<Place> places;
  Counts counts = Counts::kExact;
};

/// Says where people go: every step in the words of the framework file, in its order, how many it
/// took out, and what unknowns decided. The sums add up to the last unit. England alone has what
/// unknowns decided beside it; with more places each count has its own line.
std::string attrition_text(const check::Framework& framework, const Variant& variant,
                           const AttritionView& view);

}  // namespace assize::results
