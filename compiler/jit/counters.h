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
/// Shape   every council has `size` counters in a row, so that a unit touches few cache lines;
///         a sum takes two, in 128 bits, and a quantity four more that count why it was missing, in the
///         order of `results::Status`.
struct Counters {
  static constexpr std::uint32_t kSumSize = 2;
  static constexpr std::uint32_t kReasons = 4;

  struct PartSlots {
    std::vector<std::uint32_t> steps;
    std::uint32_t population = 0;
    std::uint32_t denominator_out = 0;
    std::uint32_t groups = 0;      // the first of the total's
    /// Denominator and numerator, side by side; of a mean or median, whose value was missing; of a
    /// mean, the sum.
    std::uint32_t group_size = 2;
    std::uint32_t numerator_sum = 0;  // of a quantity
    std::uint32_t over_sum = 0;
    std::vector<std::uint32_t> tabulations;  // by tabulation: its first group
  };

  std::uint32_t base = 0;
  std::vector<std::uint32_t> steps;
  std::vector<PartSlots> parts;
  std::uint32_t nowhere = 0;  // takes what belongs to no group
  std::uint32_t size = 0;
  std::vector<bool> is_low;  // by slot: the lower half of a sum
};

Counters counters_of(const plan::Measure& measure);

}  // namespace assize::jit
