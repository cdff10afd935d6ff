// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/results/tally.h"

namespace assize::jit::tests {

/// Writes all that a tally says, one fact a line, so that two can be compared as texts.
std::string text_of(const results::Tally& tally);

/// Gives the first line in which two tallies differ, with what each says; nothing if they are the
/// same.
std::string first_difference(const results::Tally& expected, const results::Tally& found);

}  // namespace assize::jit::tests
