// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace assize::jit::tests {

/// A measure of one shape: what it computes, and of what.
struct TrialShape {
  std::string name;
  std::string from;  // collections, as `from` lists them
  std::string body;
};

/// Names a shape where a test prints it.
inline std::ostream& operator<<(std::ostream& out, const TrialShape& shape) {
  return out << shape.name;
}

std::vector<TrialShape> trial_shapes();

/// Gives an edition with the measure `m` of this shape.
std::string edition_text(const TrialShape& shape);

}  // namespace assize::jit::tests
