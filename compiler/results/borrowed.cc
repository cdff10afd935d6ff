// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/borrowed.h"

#include <algorithm>

namespace assize::results {
namespace {

std::int64_t count_in(const check::Part& part, const Cell& cell, const PartTally& of,
                      std::size_t group, std::size_t council) {
  switch (part.numerator_part_count) {
    case check::Part::Count::kNumerator: return cell.numerator;
    case check::Part::Count::kDenominator: return cell.denominator;
    case check::Part::Count::kPopulation:
      // Only the total of a population is counted apart from its denominator.
      return group == 0 ? of.population[council] : cell.denominator;
  }
  return 0;
}

}  // namespace

MeasureTally with_borrowed_counts(const MeasureTally& tally, std::size_t councils) {
  MeasureTally made = tally;
  for (PartTally& part : made.parts) {
    if (part.part->numerator_part < 0) continue;
    const PartTally& lender = tally.parts[static_cast<std::size_t>(part.part->numerator_part)];
    const auto groups = check::groups_of(*part.part);
    const auto lent = check::groups_of(*lender.part);
    for (std::size_t group = 0; group < groups.size(); ++group) {
      const auto found = std::find_if(lent.begin(), lent.end(), [&](const check::Group& other) {
        return other.of == groups[group].of && other.breakdown == groups[group].breakdown &&
               other.label == groups[group].label;
      });
      for (std::size_t council = 0; council < councils; ++council) {
        Cell& cell = part.cells[group * councils + council];
        cell.numerator = 0;
        if (found == lent.end()) continue;
        const auto from = static_cast<std::size_t>(found - lent.begin());
        cell.numerator = count_in(*part.part, lender.cells[from * councils + council], lender, from, council);
      }
    }
  }
  return made;
}

}  // namespace assize::results
