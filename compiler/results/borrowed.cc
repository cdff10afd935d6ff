// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/borrowed.h"

#include <algorithm>

namespace assize::results {
namespace {

using check::Group;
using check::Part;

std::int64_t count_in(Part::Count count, const PartTally& of, std::size_t group, std::size_t council,
                      std::size_t councils) {
  const Cell& cell = of.cells[group * councils + council];
  switch (count) {
    case Part::Count::kNumerator: return cell.numerator;
    case Part::Count::kDenominator: return cell.denominator;
    case Part::Count::kPopulation:
      // Only the total of a population is counted apart from its denominator.
      return group == 0 ? of.population[council] : cell.denominator;
  }
  return 0;
}

const PartTally* lender_of(const Tally& all, const MeasureTally& own, const Part::Borrowed& borrowed) {
  const MeasureTally* from = &own;
  if (borrowed.measure) {
    const auto found = std::find_if(
        all.measures.begin(), all.measures.end(),
        [&](const MeasureTally& other) { return other.measure == borrowed.measure; });
    if (found == all.measures.end()) return nullptr;
    from = &*found;
  }
  return &from->parts[static_cast<std::size_t>(borrowed.part)];
}

// Puts the count of another part in the place of one side, group by group: groups are the same that bear
// the same name. What the other part does not divide is 0.
void borrow(const PartTally* lender, const Part::Borrowed& borrowed, std::size_t councils,
            std::int64_t Cell::*side, PartTally& part) {
  const auto groups = check::groups_of(*part.part);
  const auto lent = lender ? check::groups_of(*lender->part) : std::vector<Group>{};
  for (std::size_t group = 0; group < groups.size(); ++group) {
    const auto found = std::find_if(lent.begin(), lent.end(), [&](const Group& other) {
      const bool same_split = borrowed.measure || other.of == groups[group].of;
      return same_split && other.breakdown == groups[group].breakdown && other.label == groups[group].label;
    });
    for (std::size_t council = 0; council < councils; ++council) {
      std::int64_t& count = part.cells[group * councils + council].*side;
      count = 0;
      if (found == lent.end()) continue;
      const auto from = static_cast<std::size_t>(found - lent.begin());
      count = count_in(borrowed.count, *lender, from, council, councils);
    }
  }
}

}  // namespace

MeasureTally with_borrowed_counts(const Tally& all, const MeasureTally& tally, std::size_t councils) {
  MeasureTally made = tally;
  for (PartTally& part : made.parts) {
    const Part::Borrowed& above = part.part->numerator_from;
    const Part::Borrowed& below = part.part->over_from;
    if (above.part >= 0) borrow(lender_of(all, tally, above), above, councils, &Cell::numerator, part);
    if (below.part >= 0) borrow(lender_of(all, tally, below), below, councils, &Cell::denominator, part);
  }
  return made;
}

}  // namespace assize::results
