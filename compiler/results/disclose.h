// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "compiler/check/framework.h"
#include "compiler/results/row.h"

namespace assize::results {

/// How counts leave: exact, or as the edition lets them be published.
enum class Counts { kExact, kPublished };

/// Gives a count as the edition lets it leave the house: hidden (nothing) if it is small and not 0,
/// else rounded half up, as its rules for councils or for totals say.
std::optional<columns::Rational> disclosed_count(const check::Framework& framework, Level level,
                                                 const columns::Rational& count);

/// Makes figures fit to be published (language, 5): counts as `disclosed_count`, the value made
/// from a hidden one hidden with it, all of a figure that the edition marks as withheld, left out
/// or not collected. What is hidden has the status `c`; the values of rounded counts stay as they
/// were.
///
/// Totals were added up before: a council whose figure is hidden is in them, unless it is left out.
void disclose(const check::Framework& framework, Results& results);

/// Says the rules for people: `counts of councils below 5 hidden as [c]; counts of totals rounded
/// to 5`; empty if the edition has none.
std::string disclosure_words(const check::Framework& framework);

}  // namespace assize::results
