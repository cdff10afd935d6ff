// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/standardised.h"

#include <cmath>

#include "runtime/statistics/rates.h"

namespace assize::statistics {

std::optional<StandardisedRate> directly_standardised(std::span<const AgeBand> bands, double per,
                                                      Confidence confidence) {
  double events = 0;
  double standard = 0;
  double weighted = 0;
  double variance = 0;
  for (const AgeBand& band : bands) {
    const double squares = band.squares.value_or(band.events);
    if (band.events < 0 || squares < 0 || !(band.population > 0) || !(band.standard > 0)) {
      return std::nullopt;
    }
    const double weight = band.standard / band.population;
    events += band.events;
    standard += band.standard;
    weighted += weight * band.events;
    variance += weight * weight * squares;
  }
  if (events < kFirstCountOfByar) return std::nullopt;
  const double rate = weighted / standard;
  const double scale = std::sqrt(variance / events) / standard;
  const Interval limits = byar_count_limits(events, confidence);
  StandardisedRate made;
  made.events = events;
  made.rate = rate * per;
  made.interval = {(rate + scale * (limits.lower - events)) * per,
                   (rate + scale * (limits.upper - events)) * per};
  return made;
}

}  // namespace assize::statistics
