// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "compiler/reproduce/evidence.h"

namespace assize::reproduce {

/// What became of a published outcome when it was made again from its parts.
enum class Verdict : std::uint8_t {
  kEqual,
  kRoundedTo1,    // equal within the rounding of its parts to 1
  kRoundedTo5,    // to 5
  kRoundedTo10,   // to 10
  kRoundedTwice,  // equal if it was rounded to more decimals first
  kTieDown,       // an exact tie that was rounded down
  kWithheld,      // the outcome or a part of it
  kNotAvailable,  // nothing published, nothing to divide by, not applicable
  kOutcomeAlone,  // published without parts: nothing to make it from
  kOtherYear,     // of a year whose edition was not asked for
  kWithinShares,  // made of shares in percent: equal within their rounding
  kAnswersAlone,  // made of shares in percent, with no published outcome at hand
  kWrong,
  kNotOfTheEdition,  // the edition has no such code
  kNotUnderstood,    // a cell that is neither a figure nor a known symbol
};
inline constexpr std::size_t kVerdicts = 15;

/// In a few words, as tables have it: `equal`, `to 5`.
std::string_view verdict_words(Verdict verdict);
/// Whether somebody has to look at it: the run ends with findings.
bool is_finding(Verdict verdict);

struct Judgement {
  Verdict verdict = Verdict::kNotAvailable;
  std::optional<mpq_class> recomputed;  // rounded as the edition says
  std::string why;                      // one sentence without its full stop; empty for equal
};

/// Makes the outcome again and compares. `rule` may be null if the edition has none.
///
/// Exact   fractions of any size; half away from zero, unless the edition says otherwise.
Judgement judge(const Figure& figure, const Rule* rule, const RoundingOfParts& rounding);

}  // namespace assize::reproduce
