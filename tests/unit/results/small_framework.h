// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/assemble.h"
#include "compiler/results/tally.h"

namespace assize::results {

/// One measure, 2E, split by gender, in three councils: Ash and Beck in the North, Cole in the
/// South. Cells are of no one until `count` says otherwise; every council has submitted.
struct SmallFramework {
  SmallFramework();

  check::Framework framework;
  check::Measure* measure = nullptr;
  bind::Inputs inputs;
  Tally tally;

  check::Part& part() { return measure->parts.front(); }
  /// Group 0 is the total, 1 male, 2 female.
  Cell& cell(std::size_t group, std::size_t council);
  /// Puts counts into the total's cell of a council.
  void count(std::size_t council, std::int64_t numerator, std::int64_t denominator);
  void mark(check::Mark::Status status, std::vector<std::string> councils = {});
  Results assembled() const;
  /// Finds the total of a place; fails the test if there is none.
  Row total(const std::string& place) const;
};

}  // namespace assize::results
