// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace assize::jit::tests {

/// What one measure adds to the usual head; each tries one construct.
struct TrialMeasure {
  std::string name;
  std::string before;  // declarations outside the measure
  std::string body;
  std::string from = "cld";  // or `visits`, of records made up for these
};

/// Names a measure where a test prints it.
inline std::ostream& operator<<(std::ostream& out, const TrialMeasure& measure) {
  return out << measure.name;
}

std::vector<TrialMeasure> trial_measures();

/// Gives the text of the measure, called `m`.
std::string measure_text(const TrialMeasure& measure);

}  // namespace assize::jit::tests
