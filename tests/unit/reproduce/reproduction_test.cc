// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/reproduction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reproduce/small_edition.h"

namespace assize::reproduce {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A file of figures that is made of their cells.
class Reproducing : public ::testing::Test {
 protected:
  void add(const Figure& figure) { files_[0].published.figures.push_back(figure); }
  void add(const std::string& code, const std::string& numerator, const std::string& denominator,
           const std::string& outcome) {
    add(figure_of(code, numerator, denominator, outcome));
  }
  Reproduction made() const { return reproduce(files_, edition_.rules); }
  std::string report() const { return report_text(files_, made()); }

  SmallEdition edition_{"2015-16"};
  std::vector<FileContent> files_ = std::vector<FileContent>(1);
};

TEST_F(Reproducing, counts_that_were_all_rounded_to_5_explain_what_they_can) {
  add("1E", "45", "310", "14.0");
  add("1E", "55", "205", "26.9");
  add("1E", "10", "105", "9.5");
  add("1E", "20", "120", "16.7");
  EXPECT_EQ(made().count(Verdict::kRoundedTo5), 2U);
  EXPECT_EQ(made().findings(files_), 0U);
  add("1E", "21", "121", "17.4");  // one that is not, and nothing was rounded
  EXPECT_EQ(made().count(Verdict::kWrong), 2U);
  EXPECT_EQ(made().findings(files_), 2U);
}

TEST_F(Reproducing, parts_of_a_survey_are_estimates_rounded_to_1) {
  Figure figure = figure_of("1E", "45", "310", "14.6");
  figure.base = read_cell("120", 3);
  add(figure);
  EXPECT_EQ(made().count(Verdict::kRoundedTo1), 1U);
}

TEST_F(Reproducing, daily_averages_are_seen_by_their_quotients) {
  for (int council = 0; council < 12; ++council) {
    add("2A(1)", std::to_string(11 + council), "300001", council % 2 == 0 ? "3.8" : "99");
  }
  // Most are far off: that is no rounding.
  EXPECT_EQ(made().count(Verdict::kRoundedTo1), 0U);
  files_[0].published.figures.clear();
  for (int council = 0; council < 12; ++council)
    add("2A(1)", "11", "300001", council < 6 ? "3.8" : "3.7");
  EXPECT_EQ(made().count(Verdict::kRoundedTo1), 6U);
  EXPECT_EQ(made().count(Verdict::kWrong), 0U);
}

TEST_F(Reproducing, years_that_were_not_asked_for_are_not_judged) {
  Figure figure = figure_of("1E", "23", "80", "99");
  figure.year = "2016-17";
  add(figure);
  EXPECT_EQ(made().count(Verdict::kOtherYear), 1U);
  EXPECT_EQ(made().findings(files_), 0U);
}

TEST_F(Reproducing, a_time_series_has_the_codes_of_its_publication) {
  Figure figure = figure_of("1E", "23", "80", "28.8");
  figure.year = "2013-14";
  add(figure);
  files_[0].published.codes = Codes::kOfPublication;
  EXPECT_EQ(made().count(Verdict::kEqual), 1U);
}

TEST_F(Reproducing, a_file_without_a_year_takes_that_of_the_edition) {
  Figure figure = figure_of("1E", "23", "80", "28.8");
  figure.year.clear();
  add(figure);
  files_[0].published.path = "meas-from-asc-of-eng-2021-open-data.xlsx";
  settle_years(files_, edition_.rules);
  EXPECT_EQ(files_[0].published.figures[0].year, "2015-16");
  EXPECT_THAT(files_[0].published.remarks.back(), HasSubstr("its name says 2020-21"));
}

TEST_F(Reproducing, the_report_names_what_is_wrong_and_sums_up) {
  files_[0].published.path = "data/ascof.csv";
  add("1E", "23", "80", "28.8");
  add("1E", "24", "80", "28.8");
  files_[0].published.problems.push_back({"", 9, "the row names no area"});
  const std::string text = report();
  EXPECT_THAT(
      text, HasSubstr("ascof.csv, row 2: 2015-16 1E, Ash: 24 of 80 gives 30.0, published is 28.8"));
  EXPECT_THAT(text, HasSubstr("ascof.csv, row 9: the row names no area"));
  EXPECT_THAT(
      text,
      HasSubstr("1 of 2 outcomes with both parts are equal; 1 of 2 outcomes explained; wrong: 1."));
  EXPECT_THAT(text, Not(HasSubstr("to 5")));
}

TEST_F(Reproducing, the_table_has_every_row) {
  files_[0].published.path = "ascof.csv";
  add("1E", "23", "80", "28.8");
  add("1E", "[c]", "[c]", "[c]");
  const columns::OutputTable table = rows_table(files_, made());
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].size(), table.columns.size());
  EXPECT_THAT(table.rows[0],
              testing::IsSupersetOf({"ascof@2015-16", "ld_employment", "28.8", "equal"}));
  EXPECT_THAT(table.rows[1], testing::Contains("withheld"));
}

}  // namespace
}  // namespace assize::reproduce
