// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/results/row.h"
#include "compiler/results/tally.h"

namespace assize::results {

/// One way in which a run computed its figures: as the edition says, or by one of its scenarios,
/// whose name `results` bears.
struct Variant {
  Tally tally;
  Results results;
};

}  // namespace assize::results
