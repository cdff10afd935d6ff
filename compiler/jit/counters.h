// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/plan/plan.h"

namespace assize::jit {

/// Numbers the counters of one measure, the same for the code that counts and for what reads the
/// counts.
///
/// Shape   every council has `size` counters in a row, so that a unit touches few cache lines.
struct Counters {
  struct PartSlots {
    std::vector<std::uint32_t> steps;
    std::uint32_t population = 0;
    std::uint32_t denominator_out = 0;
    std::uint32_t groups = 0;  // denominator and numerator of each group, side by side
    std::vector<std::uint32_t> tabulations;  // by tabulation: its first group
  };

  std::uint32_t base = 0;
  std::vector<std::uint32_t> steps;
  std::vector<PartSlots> parts;
  std::uint32_t nowhere = 0;  // takes what belongs to no group
  std::uint32_t size = 0;
};

Counters counters_of(const plan::Measure& measure);

}  // namespace assize::jit
