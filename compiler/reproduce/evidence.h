// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "compiler/reproduce/published.h"
#include "compiler/reproduce/rules.h"

namespace assize::reproduce {

/// How a side of a group of figures was rounded before it was published.
enum class Rounding : std::uint8_t { kNone, kTo1, kTo5, kTo10 };

/// Half of what a rounding can take away or add: 0.5, 2.5, 5; 0 for none.
mpq_class half_of(Rounding rounding);
/// `1`, `5`, `10`.
std::string rounding_text(Rounding rounding);

struct RoundingOfParts {
  Rounding numerator = Rounding::kNone;
  Rounding denominator = Rounding::kNone;
};

/// A figure with the rule of its edition; null if no edition that was given has one.
struct Ruled {
  const Figure* figure = nullptr;
  const Rule* rule = nullptr;
};

/// What the figures of a file say of how their parts were rounded. Nothing of it is fixed to a
/// year: a side of which every number is a multiple of 5 was rounded to 5 (beyond chance: four
/// numbers at least, else the wider group is asked); parts of a survey, which have a base of
/// respondents, are estimates that were rounded to 1 at least; and so is a numerator whose
/// quotients miss the published outcomes often, and yet stay within 0.5.
class Evidence {
 public:
  explicit Evidence(const std::vector<Ruled>& figures);

  RoundingOfParts of(const Figure& figure) const;

 private:
  struct Side {
    std::size_t numbers = 0;  // not 0
    std::size_t multiples_of_5 = 0;
    std::size_t multiples_of_10 = 0;
  };
  struct Group {
    Side numerator;
    Side denominator;
    bool has_base = false;
    bool has_fractions = false;
    std::size_t figures = 0;  // with all three
    std::size_t unequal = 0;
    std::size_t unequal_but_near = 0;
  };

  Rounding multiples_of(const Side& side) const;
  Rounding side_of(const Figure& figure, Side Group::* side) const;

  std::map<std::string, Group> groups_;  // by measure and kind of area, by measure, by kind of area
};

}  // namespace assize::reproduce
