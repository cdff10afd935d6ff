// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/reproduce/published.h"
#include "runtime/sheets/sheet.h"

namespace assize::reproduce {

/// What a column holds, whatever a year's file calls it.
enum class Heading : std::uint8_t {
  kYear,
  kAreaCode,
  kAreaName,
  kLevel,
  kOnsCode,
  kTable,  // the measure, by the number of a table of the publication
  kMeasure,
  kGroup,
  kTitle,
  kBreakdown,
  kRole,
  kValue,
};
inline constexpr std::size_t kHeadings = 12;

/// Folds a heading: small letters, one blank between words, no notes in square brackets.
std::string plain_heading(std::string_view text);

/// Tells what a column holds by its heading, or nothing.
std::optional<Heading> heading_of(std::string_view text);

/// The name under which the newest files know a heading, for messages.
std::string_view heading_words(Heading heading);

/// Tells what a row of a long table is about by its `Measure Type`, or nothing.
std::optional<Role> role_of(std::string_view text);

/// Where the columns of a long table stand.
class Columns {
 public:
  /// Reads a row as headings; of two columns that hold the same, the first counts.
  static Columns of(const std::vector<sheets::Cell>& row);

  bool has(Heading heading) const { return at_[static_cast<std::size_t>(heading)].has_value(); }
  std::size_t at(Heading heading) const { return *at_[static_cast<std::size_t>(heading)]; }
  /// How many headings were known.
  std::size_t known() const;
  /// A measure, an area and a value: enough for a table of figures.
  bool is_table_of_figures() const;
  bool names_measure() const {
    return has(Heading::kTable) || has(Heading::kMeasure) || has(Heading::kGroup);
  }
  bool names_area() const {
    return has(Heading::kAreaName) || has(Heading::kAreaCode) || has(Heading::kOnsCode);
  }

 private:
  std::array<std::optional<std::size_t>, kHeadings> at_;
};

/// A column of a wide table: `2015 to 2016 - number of respondents`.
struct WideHeading {
  std::string year;
  Role role = Role::kOutcome;
  std::string block;  // `good` of `good numerator`; empty without one
};

/// Reads such a heading. `year` is filled and the rest is not where the year alone is understood.
struct WideReading {
  std::string year;
  std::optional<WideHeading> heading;
};
WideReading read_wide_heading(std::string_view text);

/// What an area is by its codes and name, where no column says so.
Area area_of_codes(const std::string& ons_code, const std::string& area_code,
                   const std::string& name);
/// What an area is by its level as written.
Area area_of_level(std::string_view level);

}  // namespace assize::reproduce
