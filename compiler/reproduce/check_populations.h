// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/reproduce/evidence.h"
#include "compiler/reproduce/populations.h"

namespace assize::reproduce {

/// What a published denominator is beside the estimates of population.
enum class Match : std::uint8_t {
  kEqual,
  kWithinRounding,  // of a denominator that was rounded
  kNoSuchArea,      // the estimates do not have it: a council type, an area of another year
  kOther,           // it is another number; `what` names whose, if it is anybody's
};

struct PopulationCheck {
  const Figure* figure = nullptr;
  Match match = Match::kEqual;
  std::string what;  // `the residents aged 18 to 64, not 65 and over`
};

/// All checks of the denominators of one measure in one year.
struct PopulationSummary {
  std::string year;
  std::string code;  // of the edition
  Ages ages;
  int mid_year = 0;
  std::vector<PopulationCheck> checks;
};

/// Compares denominators of rates per so many residents with the estimates of the year in which the
/// year of report begins. Which ages are meant is read from the measure's title in the edition,
/// else from the file.
///
/// Shape   by year and code; only measures whose title names ages, and years of which there are
///         estimates.
std::vector<PopulationSummary> check_populations(const std::vector<Ruled>& figures,
                                                 const std::vector<Population>& populations,
                                                 const Evidence& evidence);

}  // namespace assize::reproduce
