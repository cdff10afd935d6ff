// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/read_published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reproduce/small_edition.h"

namespace assize::reproduce {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::vector<std::string> kOpenData{
    "Return Year",   "Geographical Code",  "Geographical Description", "Geographical Level",
    "ONS Area Code", "ASCOF Measure Code", "Disaggregation Level",     "Measure Type",
    "Measure Value", "Measure Group"};

Published read(const std::vector<std::vector<std::string>>& rows,
               const std::string& path = "ascof.csv") {
  const auto made = read_published(workbook_of(path, rows), 0);
  EXPECT_TRUE(made) << (made ? "" : made.failure().message);
  return made ? made->published : Published{};
}

std::vector<std::string> cell(const std::string& role, const std::string& value,
                              const std::string& level = "Council") {
  return {"2017-18", "102", "Cumbria", level, "E10000006", "1EM", "Male", role, value, "1E"};
}

TEST(read_published, cells_of_one_figure_come_together) {
  const Published made =
      read({kOpenData, cell("Numerator", "5"), cell("Denominator", "20"), cell("Outcome", "25")});
  EXPECT_EQ(made.layout, "open data, one row a figure");
  ASSERT_EQ(made.figures.size(), 1U);
  const Figure& figure = made.figures.front();
  EXPECT_EQ(figure.year, "2017-18");
  EXPECT_EQ(figure.code, "1E");
  EXPECT_EQ(figure.breakdown, "Male");
  EXPECT_EQ(figure.area, Area::kCouncil);
  EXPECT_EQ(figure.numerator.text, "5");
  EXPECT_EQ(figure.outcome.row, 4U);
  EXPECT_EQ(figure.row(), 2U);
  EXPECT_EQ(figure.base.kind, Shown::Kind::kAbsent);
  EXPECT_EQ(made.rows_read, 3U);
  EXPECT_EQ(made.rows_of_figures, 3U);
}

TEST(read_published, mixed_spellings_are_one_word_and_named) {
  const Published made = read({kOpenData, cell("Margin of Error", "0.4", "Council type"),
                               cell("Margin Of Error", "0.5", "Council Type")});
  EXPECT_THAT(made.remarks, ElementsAre(HasSubstr("Council Type, Council type"),
                                        HasSubstr("Margin Of Error, Margin of Error")));
  EXPECT_THAT(made.problems, testing::SizeIs(1));  // two different cells of one figure
  EXPECT_THAT(made.problems.front().text, HasSubstr("stands twice"));
  EXPECT_EQ(made.figures.front().margin.text, "0.4");
}

TEST(read_published, what_is_not_understood_is_a_problem_with_its_row) {
  auto unknown_role = cell("Ratio", "5");
  auto no_year = cell("Outcome", "5");
  no_year[0] = "";
  auto odd_level = cell("Outcome", "5", "Ward");
  auto no_area = cell("Outcome", "5");
  no_area[1] = no_area[2] = no_area[4] = "";
  const Published made = read({kOpenData, unknown_role, no_year, odd_level, no_area});
  ASSERT_EQ(made.problems.size(), 3U);
  EXPECT_EQ(made.problems[0].row, 2U);
  EXPECT_THAT(made.problems[0].text, HasSubstr("Ratio"));
  EXPECT_THAT(made.problems[1].text, HasSubstr("names no year"));
  EXPECT_THAT(made.problems[2].text, HasSubstr("names no area"));
  EXPECT_THAT(made.remarks, testing::Contains(HasSubstr("nor England: Ward")));
  EXPECT_EQ(made.figures.size(), 1U);
  EXPECT_EQ(made.rows_read, 4U);
}

TEST(read_published, a_workbook_of_2020_21_has_no_year) {
  const Published made =
      read({{"Geographical Code", "Geographical Description", "Geographical Level", "ONS Code",
             "ASCOF Measure Code", "Disaggregation Level", "Measure Type", "Measure Value",
             "Measure Group", "Measure Group Description"},
            {"901", "Exampleshire", "Council", "E10999901", "1E", "Total", "Outcome", "[c]", "1E",
             "Work"}});
  ASSERT_EQ(made.figures.size(), 1U);
  EXPECT_FALSE(made.figures.front().year_is_given);
  EXPECT_EQ(made.figures.front().title, "Work");
  EXPECT_THAT(made.remarks, ElementsAre(HasSubstr("no year column")));
}

TEST(read_published, a_time_series_has_a_column_for_each_year) {
  const Published made =
      read({{"Table 2e(2a): people who live at home [note 9]"},
            {"This worksheet contains one table."},
            {"Local authority code", "Local authority", "ONS area code", "2023 to 2024 - numerator",
             "2023 to 2024 - denominator", "2023 to 2024 - outcome", "2024 to 2025 - outcome",
             "2024 to 2025 - rank"},
            {"England", "England", "E92000001", "5", "20", "25", "[x]", "1"},
            {"S", "Shire Counties", "[z]", "5", "20", "25", "26.0", "2"}});
  EXPECT_EQ(made.layout, "time series, one row an area");
  EXPECT_EQ(made.codes, Codes::kOfPublication);
  ASSERT_EQ(made.figures.size(), 4U);
  EXPECT_EQ(made.figures[0].code, "2e(2a)");
  EXPECT_EQ(made.figures[0].year, "2023-24");
  EXPECT_EQ(made.figures[0].denominator.text, "20");
  EXPECT_EQ(made.figures[1].year, "2024-25");
  EXPECT_EQ(made.figures[1].outcome.kind, Shown::Kind::kNotAvailable);
  EXPECT_EQ(made.figures[2].area, Area::kCouncilType);
  ASSERT_EQ(made.problems.size(), 1U);
  EXPECT_THAT(made.problems.front().text, HasSubstr("rank"));
}

TEST(read_published, blocks_of_a_table_are_figures_of_their_own) {
  const Published made =
      read({{"Table", "Local authority code", "Local authority", "ONS area code", "Year", "Kind",
             "Shown value"},
            {"6B", "England", "England", "E92000001", "2023 to 2024", "good outcome", "70"},
            {"6B", "England", "England", "E92000001", "2023 to 2024", "6b outcome", "75"}});
  ASSERT_EQ(made.figures.size(), 2U);
  EXPECT_EQ(made.figures[0].breakdown, "good");
  EXPECT_EQ(made.figures[1].breakdown, "total");
  EXPECT_EQ(made.codes, Codes::kOfPublication);
}

TEST(read_published, outcomes_alone_need_no_measure_type) {
  const Published made =
      read({{"Year", "Geographical Description", "ONS Code", "Measure Group", "Measure_Value"},
            {"2023-24", "Hartlepool", "E06000001", "1A", "19.2"}});
  EXPECT_EQ(made.layout, "outcomes alone, one row a figure");
  EXPECT_EQ(made.figures.front().outcome.text, "19.2");
  EXPECT_EQ(made.figures.front().area, Area::kCouncil);
}

TEST(read_published, unknown_headings_are_named_with_what_is_missing) {
  const auto made = read_published(
      workbook_of("x.csv", {{"Return Year", "Council", "ASCOF Measure Code", "Figure"},
                            {"2015-16", "Ash", "1A", "19"}}),
      0);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.failure().kind, columns::FailureKind::kData);
  EXPECT_THAT(made.failure().message, HasSubstr("x.csv"));
  EXPECT_THAT(made.failure().advice[0],
              HasSubstr("Return Year, Council, ASCOF Measure Code, Figure"));
  EXPECT_THAT(made.failure().advice[1], HasSubstr("Geographical Description, Measure Value"));
}

}  // namespace
}  // namespace assize::reproduce
