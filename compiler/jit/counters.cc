// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/counters.h"

#include <algorithm>
#include <utility>

namespace assize::jit {

namespace {

std::uint32_t group_size_of(plan::Shape shape) {
  switch (shape) {
    case plan::Shape::kMean:
      return 3 + Counters::kSumSize;
    case plan::Shape::kMedian:
      return 3;
    default:
      return 2;
  }
}

}  // namespace

Counters counters_of(const plan::Measure& measure) {
  Counters counters;
  std::uint32_t next = 0;
  std::uint32_t largest_group = 2;
  const auto take = [&next](std::size_t count) {
    const std::uint32_t first = next;
    next += static_cast<std::uint32_t>(count);
    return first;
  };
  std::vector<std::uint32_t> sums;
  const auto take_quantity = [&] {
    sums.push_back(take(Counters::kSumSize + Counters::kReasons));
    return sums.back();
  };
  counters.base = take(1);
  for (std::size_t i = 0; i < measure.steps.size(); ++i) counters.steps.push_back(take(1));
  for (const plan::Part& part : measure.parts) {
    Counters::PartSlots slots;
    for (std::size_t i = 0; i < part.steps.size(); ++i) slots.steps.push_back(take(1));
    slots.population = take(1);
    slots.denominator_out = take(1);
    slots.group_size = group_size_of(part.shape);
    slots.groups = take(slots.group_size * part.groups.size());
    if (part.shape == plan::Shape::kMean) {
      for (std::uint32_t i = 0; i < part.groups.size(); ++i) {
        sums.push_back(slots.groups + i * slots.group_size + 3);
      }
    }
    largest_group = std::max(largest_group, slots.group_size);
    if (plan::is_set(part.numerator_quantity) || part.shape == plan::Shape::kResult) {
      slots.numerator_sum = take_quantity();
    }
    if (part.shape == plan::Shape::kRate) slots.over_sum = take_quantity();
    for (const plan::Tabulation& tabulation : part.tabulations) {
      slots.tabulations.push_back(take(tabulation.groups.size()));
    }
    counters.parts.push_back(std::move(slots));
  }
  counters.nowhere = take(largest_group);
  if (largest_group > 3) sums.push_back(counters.nowhere + 3);
  counters.size = next;
  counters.is_low.assign(next, false);
  for (const std::uint32_t sum : sums) counters.is_low[sum] = true;
  return counters;
}

}  // namespace assize::jit
