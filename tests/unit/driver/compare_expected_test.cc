// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/compare_expected.h"

#include <gtest/gtest.h>

#include "compiler/check/period.h"

namespace assize::driver {
namespace {

using columns::Rational;
using results::Level;

syntax::Table table_of(const std::vector<std::vector<std::string>>& rows) {
  syntax::Table table;
  for (const auto& row : rows) {
    std::vector<syntax::Cell> cells;
    for (const auto& text : row) cells.push_back({text, {}});
    if (table.header.empty()) {
      table.header = std::move(cells);
    } else {
      table.rows.push_back(std::move(cells));
    }
  }
  return table;
}

syntax::Expect expect_of(const std::vector<std::vector<std::string>>& rows) {
  syntax::Expect expect;
  expect.table = table_of(rows);
  return expect;
}

/// England 3 of 4 and LA1 without anybody, of one part in percent.
struct TwoFigures {
  TwoFigures() {
    measure.parts.emplace_back();
    measure.parts.front().name = "older";
    measure.parts.front().show.decimals = {1};
    results::Row row;
    row.of_measure = &measure;
    row.of_part = &measure.parts.front();
    row.geography_name = "England";
    row.breakdown = row.group = "total";
    row.numerator = Rational(3);
    row.denominator = Rational(4);
    row.value = Rational(75);
    results.rows.push_back(row);
    row.level = Level::kCouncil;
    row.geography_code = row.geography_name = "LA1";
    row.numerator = row.denominator = Rational(0);
    row.value.reset();
    row.status = results::Status::kNotApplicable;
    results.rows.push_back(row);
  }

  check::Measure measure;
  bind::Inputs inputs;
  results::Results results;
};

TEST(compare_expected, equal_figures_give_no_difference) {
  const TwoFigures made;
  EXPECT_TRUE(compare_figures(expect_of({{"part", "group", "numerator", "denominator", "value"},
                                         {"older", "total", "3", "4", "75.0"},
                                         {"", "", "3", "", "75"}}),
                              made.inputs, made.results)
                  .empty());
  EXPECT_TRUE(compare_figures(expect_of({{"council", "denominator", "status"}, {"la1", "0", "z"}}),
                              made.inputs, made.results)
                  .empty());
}

TEST(compare_expected, each_cell_that_differs_is_named) {
  const TwoFigures made;
  const auto found = compare_figures(
      expect_of({{"group", "numerator", "denominator", "value"}, {"total", "2", "4", "50.0"}}),
      made.inputs, made.results);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].column, "numerator");
  EXPECT_EQ(found[0].expected, "2");
  EXPECT_EQ(found[0].obtained, "3");
  EXPECT_EQ(found[1].column, "value");
  EXPECT_EQ(found[1].obtained, "75.0");
}

TEST(compare_expected, a_figure_that_is_not_there_is_a_difference) {
  const TwoFigures made;
  const auto found =
      compare_figures(expect_of({{"group", "value"}, {"male", "50.0"}}), made.inputs, made.results);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].column, "");
  EXPECT_EQ(found[0].where, "group male");
}

TEST(compare_expected, units_go_by_person_and_start) {
  check::Measure measure;
  measure.parts.emplace_back();
  measure.lets.push_back(std::make_unique<check::Let>());
  measure.lets.back()->name = "sequel";
  measure.lets.back()->of = check::Let::Of::kUnit;
  bind::Inputs inputs;
  inputs.councils = {{"LA1", "LA1", {}}};
  results::MeasureTally tally;
  tally.measure = &measure;
  results::UnitRow unit;
  unit.person = inputs.texts->intern("P01");
  unit.start = *check::parse_day("2024-05-01");
  unit.counted = "numerator";
  unit.lets = {"declined"};
  tally.units = {unit};
  const auto rows = [](const char* person, const char* counted, const char* sequel) {
    return expect_of(
        {{"person", "start", "counted", "sequel"}, {person, "2024-05-01", counted, sequel}});
  };
  EXPECT_TRUE(compare_units(rows("p01", "numerator", "declined"), inputs, tally).empty());
  EXPECT_EQ(compare_units(rows("P01", "denominator", "deceased"), inputs, tally).size(), 2U);
  EXPECT_EQ(compare_units(rows("P02", "numerator", ""), inputs, tally).size(), 1U);
}

}  // namespace
}  // namespace assize::driver
