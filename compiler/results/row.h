// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/results/tally.h"
#include "runtime/columns/rational.h"

namespace assize::results {

/// How large the place is that a row is about. Councils come last, as they are many.
enum class Level : std::uint8_t { kEngland, kGrouping, kCouncil };

/// One figure, or one count of a tabulation: a row of the tidy table (language, section 8).
///
/// Unit    value, margin, lower and upper in `unit`; numerator and denominator count units.
/// Null    what is empty is not there; `status` says why a value is not (never 0 instead).
/// Exact   value is rounded as the part shows it; numerator and denominator are not.
struct Row {
  const check::Measure* of_measure = nullptr;
  const check::Part* of_part = nullptr;
  Level level = Level::kEngland;
  bool is_tabulation = false;  // fills `numerator` alone

  std::string period;
  std::string geography_level;  // england, region, council_type …, council
  std::string geography_code;   // of a council: its key in the list of councils; else empty
  std::string geography_name;
  std::string breakdown;
  std::string group;
  std::optional<columns::Rational> numerator;
  std::optional<columns::Rational> denominator;
  std::optional<columns::Rational> value;
  std::optional<columns::Rational> margin;
  std::optional<columns::Rational> lower;
  std::optional<columns::Rational> upper;
  Status status = Status::kNone;
  std::string note;
};

/// All figures of a run, in the order in which they are written.
struct Results {
  std::string edition;   // `ascof@2024-25`
  std::string scenario;  // empty without one
  std::vector<Row> rows;
  std::vector<const check::CodeList*> code_lists;  // of the framework, for the words of codes
};

/// The letter of a status as it stands in the column `status`: c, x, z, u, or nothing.
std::string status_letter(Status status);

/// What a status means, in a few words: `nothing to divide by`.
std::string status_words(Status status);

/// The unit of a part's value: `percent`, `per 100,000`, `score`, `days`, `number`.
std::string unit_text(const check::Show& show);

/// The code under which a part is published: its own, or its measure's.
const std::string& code_of(const check::Measure& measure, const check::Part& part);

/// Writes a value with as many decimals as it is shown with.
std::string value_text(const columns::Rational& value, const check::Show& show);

}  // namespace assize::results
