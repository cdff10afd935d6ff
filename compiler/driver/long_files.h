// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Why a run cannot be made: a measure costs the square of a file's records (W0198), and a file has more
/// than `check::kLongestSquare` of them. Names the council, never the person.
std::optional<columns::Failure> too_long_for_the_square(
    const std::vector<const check::Measure*>& measures, const bind::Inputs& inputs);

}  // namespace assize::driver
