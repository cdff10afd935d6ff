// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>

#include "runtime/statistics/confidence.h"
#include "runtime/statistics/interval.h"

namespace assize::statistics {

/// One band of age (or age and sex) of an area.
struct AgeBand {
  double events = 0;
  double population = 0;
  double standard = 0;  // people of this band in the standard population
  /// Where one person may bring several events: the sum over persons of their events, squared. If
  /// nothing is said, events are independent, and this is their number.
  std::optional<double> squares;
};

/// A rate as it would be if the area had the ages of the standard population.
struct StandardisedRate {
  double events = 0;
  double rate = 0;
  Interval interval;
};

/// Gives a directly standardised rate with its interval.
///
/// Unit    rate and limits times `per`.
/// Null    nothing below 10 events (too few for the method), if a band has no population or no
///         standard, or if a number is negative.
/// Source  Dobson, Kuulasmaa, Eberle, Scherer 1991, Statist. Med. 10, 457-462; limits of the count
/// by
///         Byar.
/// Exact   relative error below 1e-12; bands are added in their order.
std::optional<StandardisedRate> directly_standardised(std::span<const AgeBand> bands, double per,
                                                      Confidence confidence);

}  // namespace assize::statistics
