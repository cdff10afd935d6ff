// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/counters.h"

namespace assize::jit {

Counters counters_of(const plan::Measure& measure) {
  Counters counters;
  std::uint32_t next = 0;
  const auto take = [&next](std::size_t count) {
    const std::uint32_t first = next;
    next += static_cast<std::uint32_t>(count);
    return first;
  };
  counters.base = take(1);
  for (std::size_t i = 0; i < measure.steps.size(); ++i) counters.steps.push_back(take(1));
  for (const plan::Part& part : measure.parts) {
    Counters::PartSlots slots;
    for (std::size_t i = 0; i < part.steps.size(); ++i) slots.steps.push_back(take(1));
    slots.population = take(1);
    slots.denominator_out = take(1);
    slots.groups = take(2 * part.groups.size());
    for (const plan::Tabulation& tabulation : part.tabulations) {
      slots.tabulations.push_back(take(tabulation.groups.size()));
    }
    counters.parts.push_back(std::move(slots));
  }
  counters.nowhere = take(2);
  counters.size = next;
  return counters;
}

}  // namespace assize::jit
