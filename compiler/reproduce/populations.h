// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/sheets/sheet.h"

namespace assize::reproduce {

/// Ages that a rate is about, in completed years; without `to`, and over.
struct Ages {
  int from = 0;
  std::optional<int> to;

  friend bool operator==(const Ages&, const Ages&) = default;
};

/// `18 to 64`, `65 and over`.
std::string ages_text(const Ages& ages);

/// Finds the ages that a title names: `(aged 18-64)`, `aged 65 and over`. Nothing if none, or
/// several.
std::optional<Ages> ages_of_title(std::string_view title);

/// The residents of one area by single year of age; the last age is that and over.
struct Residents {
  std::string ons_code;
  std::string name;
  std::vector<std::int64_t> by_age;

  /// Nothing if the ages reach into the open last one.
  std::optional<std::int64_t> of(const Ages& ages) const;
};

/// Estimates of one year: persons, both sexes together.
struct Population {
  std::string path;
  int year = 0;                            // mid-year
  std::map<std::string, Residents> areas;  // by ONS code
};

/// Reads estimates of the Office for National Statistics: a row an area and a column a year of age,
/// or a row for each area, sex and age.
///
/// Null    nothing if the sheet is no such table; sheets of males or females alone are passed over.
/// Shape   the year stands in the sheet's title, in another sheet of the workbook, or in its name.
std::vector<Population> populations_of(const sheets::Workbook& workbook);

}  // namespace assize::reproduce
