// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/explain/explanation.h"
#include "compiler/explain/trace.h"

namespace assize::explain {

/// What a part made of a unit: as `--units` has it, and as a sentence.
struct PartVerdict {
  std::string name;
  std::string sentence;  // `in the denominator and in the numerator`
};

/// `last` is the step that took the unit out, or the last side of the figure that was asked; null
/// if none was.
PartVerdict verdict_on(const check::Part& part, const Decided* last);

/// The sentences that come first.
std::vector<std::string> summary_of(const Explanation& explanation, const check::Measure& measure,
                                    bool is_person);

}  // namespace assize::explain
