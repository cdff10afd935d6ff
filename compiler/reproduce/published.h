// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/reproduce/shown.h"

namespace assize::reproduce {

/// How large the place of a figure is; `kOther` is none of these: a ward, two councils together.
enum class Area : std::uint8_t { kEngland, kRegion, kCouncilType, kCouncil, kOther };

/// What a cell holds of its figure.
enum class Role : std::uint8_t { kOutcome, kNumerator, kDenominator, kBase, kMargin };

/// One published outcome with its parts: what one row of the report is about.
struct Figure {
  std::size_t file = 0;  // index in the list of files
  std::string sheet;     // of a workbook with several; else empty
  std::string year;      // `2015-16`; empty if the file does not say
  bool year_is_given = false;
  Area area = Area::kCouncil;
  std::string level;      // as written
  std::string area_code;  // `102`, `H6X4G`, `EM`; may be empty
  std::string ons_code;   // may be empty
  std::string area_name;
  std::string code;       // of the measure, as written: `1C(1A)`, `2A(1)_1415`
  std::string title;      // as written, may be empty
  std::string breakdown;  // `total` or as written: `18-64`, `Male`
  Shown outcome;
  Shown numerator;
  Shown denominator;
  Shown base;  // people who answered a survey
  Shown margin;

  Shown& cell(Role role);
  const Shown& cell(Role role) const;
  /// The row of its first cell in the file, from 1.
  std::size_t row() const;
};

/// Something in a file that is not as it should be: it is named, and the run ends with findings.
struct Problem {
  std::string sheet;
  std::size_t row = 0;  // 0: the sheet as a whole
  std::string text;     // what was seen
};

/// How codes of a file are to be read.
enum class Codes : std::uint8_t {
  kOfYear,         // a code is that of the year beside it: files of one year, collations of them
  kOfPublication,  // all years under the codes of the edition that published them: a time series
};

/// Everything read from one published file.
///
/// Shape   rows_read = rows_of_figures + rows_passed_over + rows that `problems` name, where each
/// row
///         of a wide table is one row.
struct Published {
  std::string path;
  std::string layout;  // in words: `open data, one row a figure`
  Codes codes = Codes::kOfYear;
  bool has_parts = false;  // some figure has a numerator or a denominator
  std::vector<Figure> figures;
  std::vector<Problem> problems;
  std::vector<std::string> remarks;
  std::size_t rows_read = 0;
  std::size_t rows_of_figures = 0;
  std::size_t rows_passed_over = 0;  // titles, notes, blank rows
};

/// Writes a year one way: `2015 to 2016`, `2015/16`, `2015-2016` are `2015-16`. Empty if it is
/// none.
std::string year_text(std::string_view written);

}  // namespace assize::reproduce
