// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/results/places.h"
#include "compiler/results/tally.h"

namespace assize::results {

/// One stage of a measure: who is in scope, what a step took out, who is left and counted.
///
/// Shape   `units` and `unknown` by council, as Inputs::councils has them; `unknown` is empty where
///         nothing was counted.
/// Unit    what the measure counts (Measure::unit_noun).
struct Stage {
  enum class Kind : std::uint8_t {
    kInScope,
    kStep,              // taken out
    kPopulation,        // left after the steps
    kNotInDenominator,  // taken out by `denominator those where`
    kDenominator,
    kNumerator,
  };
  Kind kind = Kind::kInScope;
  const check::Measure* measure = nullptr;
  const check::Part* part = nullptr;  // null: above all parts
  std::string label;
  std::string unknown_means;  // `kept although unknown`; empty where unknowns decide nothing
  std::vector<std::int64_t> units;
  std::vector<std::int64_t> unknown;
};

/// Lists the stages of a measure in the order of its definition, those of each part after those
/// above all parts. The sums add up to the last unit. A measure without a population has none.
std::vector<Stage> stages_of(const MeasureTally& tally);

/// Adds up what the councils of a place have.
std::int64_t sum_over(const std::vector<std::int64_t>& by_council,
                      const std::vector<std::size_t>& councils);

/// Whether the counts of a place may be published. As the stages add up, one that is hidden could be
/// reckoned from the others, so that either all of them leave or none.
bool may_leave(const check::Framework& framework, const std::vector<Stage>& stages,
               const Place& place);

}  // namespace assize::results
