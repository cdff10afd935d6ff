// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/bind/records.h"

namespace assize::driver {

/// How much of an account is told; of what may be published, the sums alone.
enum class Detail { kTotals, kWhatWasNotUsed, kEverything };

/// Says what became of the rows of one collection: each row that was read is in one of the sums.
/// Reasons and first places, never values of a person. Empty if there is nothing to tell.
std::string account_text(const bind::Records& records, Detail detail);

/// How many rows were refused.
std::uint64_t refused_rows(const bind::Inputs& inputs);

}  // namespace assize::driver
