// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "compiler/check/framework.h"
#include "compiler/results/tally.h"

namespace assize::results {

/// Both sides of a figure, and its value: exact, or rounded once `rounded_as_shown` was called.
///
/// Null    a side or value that is not there is empty and `status` says why; never 0 instead.
struct Figure {
  std::optional<columns::Rational> numerator;
  std::optional<columns::Rational> denominator;
  std::optional<columns::Rational> value;
  Status status = Status::kNone;
};

/// Gives the figure of one cell: of a council, or of councils added up.
///
/// Unit    value in the unit the part is shown in (percent: times 100; per 100,000: times that).
/// Exact   exact rationals; does not round.
Figure figure_of(const check::Part& part, const Cell& cell);

/// Rounds as the part says, to each number of decimals in turn.
columns::Rational rounded_as_shown(const columns::Rational& value, const check::Show& show);

/// Why a cell can take no part in totals: the first status either side bears; kNone if it can.
Status missing_side(const check::Part& part, const Cell& cell);

/// Councils added up, those that have not both sides counted by their reason.
struct Total {
  Cell cell;
  std::int64_t councils = 0;              // that belong to it
  std::array<std::int64_t, 5> without{};  // by Status
  columns::Rational sum_of_values;        // for `combine by mean of councils`
  std::int64_t values = 0;
  bool overflowed = false;  // a count above 64 bits

  std::int64_t left_out() const;
  /// Adds a council's cell, or counts why it cannot be added.
  void add(const check::Part& part, const Cell& council_cell, Status reason_to_leave_out);
};

/// Gives the figure of a total: sides added, then divided; or the mean of the councils' values.
Figure figure_of(const check::Part& part, const Total& total);

/// What a total leaves out: `without 3 of 152 councils: 1 c, 2 x`; empty if nothing.
std::string without_text(const Total& total);

}  // namespace assize::results
