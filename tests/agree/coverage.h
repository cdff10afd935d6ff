// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>
#include <vector>

#include "compiler/check/framework.h"

namespace assize::agree {

/// Constructs that a measure uses, in its lets and its collections' too: `kWhere`, `window after`,
/// `rest left out`, `step: if unknown keep`, ….
std::set<std::string> constructs_of(const check::Measure& measure);

/// All that `constructs_of` can find: each is to be met in a run of generated programs.
std::vector<std::string> all_constructs();

}  // namespace assize::agree
