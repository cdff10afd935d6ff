// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Real records: people who answered a survey, and the published figures of two years, read as they
// were published. The counts of the survey were made by a plain count of the file.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/published/run_program.h"
#include "tests/support/places.h"

namespace assize::published {
namespace {

// The row of a measure for a council, `total`: from numerator to value.
std::string figure(const std::string& csv, const std::string& code, const std::string& council) {
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    const auto at = line.find("," + council + ",");
    if (line.find("," + code + ",") == std::string::npos || at == std::string::npos) continue;
    const auto total = line.find(",total,total,");
    if (total != std::string::npos)
      return line.substr(total + 13, line.find(",,,,", total) - total - 13);
  }
  return "no such row";
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(real_records, seven_measures_of_the_survey_of_2014_15_for_cumbria) {
  const auto shared = support::shared_data();
  if (!shared) GTEST_SKIP() << support::kNoSharedData;
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  const auto out = support::fresh_folder() / "r.csv";
  const auto records = *shared / "data" / "nhsd-ascs-respondents-2014-15" / "ascof_sample.csv";
  const ProgramRun run = run_program({"run", "ascof@2014-15", "--frameworks",
                                      (support::source_root() / "frameworks").string(), "--data",
                                      "survey_2014=" + records.string(), "--out", out.string()});
  ASSERT_EQ(run.exit_code, 0) << run.output;
  EXPECT_NE(run.output.find("1,000 rows read, 409 used, 591 left out"), std::string::npos)
      << run.output;
  const std::string csv = text_of(out);
  const std::string cumbria = "E10000006";
  EXPECT_EQ(figure(csv, "1A", cumbria), "6350,321,19.8");
  EXPECT_EQ(figure(csv, "1B", cumbria), "298,358,83.2");
  EXPECT_EQ(figure(csv, "1I(1)", cumbria), "172,350,49.1");
  EXPECT_EQ(figure(csv, "3A", cumbria), "251,356,70.5");
  EXPECT_EQ(figure(csv, "3D(1)", cumbria), "157,221,71.0");
  EXPECT_EQ(figure(csv, "4A", cumbria), "248,346,71.7");
  EXPECT_EQ(figure(csv, "4B", cumbria), "281,339,82.9");
}

TEST(real_records, england_of_2017_18_from_published_numerators_and_denominators) {
  const auto shared = support::shared_data();
  if (!shared) GTEST_SKIP() << support::kNoSharedData;
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  const auto out = support::fresh_folder() / "r.csv";
  const auto records = *shared / "data" / "nhsd-ascof-open-data" / "ascof_2017-18.csv.gz";
  const ProgramRun run = run_program({"run", "ascof@2017-18", "--frameworks",
                                      (support::source_root() / "frameworks").string(), "--data",
                                      "open_data=" + records.string(), "--out", out.string()});
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string csv = text_of(out);
  // Outcomes as published for England.
  const auto value = [&](const char* code) {
    const std::string sides = figure(csv, code, "England");
    return sides.substr(sides.rfind(',') + 1);
  };
  EXPECT_EQ(value("1C(1A)"), "89.7");
  EXPECT_EQ(value("1E"), "6.0");
  EXPECT_EQ(value("1G"), "77.2");
  EXPECT_EQ(value("2A(2)"), "585.6");
  EXPECT_EQ(value("2B(1)"), "82.9");
  EXPECT_EQ(value("2D"), "77.8");
}

// Invented returns of the survey's own production code, with the scores that it makes of each
// person: 24, 24 and 16 points in council 716, two of them with 1J of 0.418845; 5 points and
// -0.563269 for all in council 717.
TEST(real_records, scores_of_the_survey_s_own_invented_returns) {
  const auto shared = support::shared_data();
  if (!shared) GTEST_SKIP() << support::kNoSharedData;
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  const auto folder = support::fresh_folder();
  const auto eligible = folder / "eligible.csv";
  std::ofstream(eligible) << "LaCode,Stratum,Eligible\n716,1,2\n716,2,6\n717,2,10\n";
  const auto out = folder / "r.csv";
  const auto records =
      *shared / "data" / "nhsd-ascs-pipeline-fixtures" / "cleaned_data_expected_test.csv";
  const ProgramRun run = run_program({"run", "ascof@2021-22", "--frameworks",
                                      (support::source_root() / "frameworks").string(), "--data",
                                      "ascs=" + records.string(), "--data",
                                      "ascs_eligible=" + eligible.string(), "--out", out.string()});
  ASSERT_EQ(run.exit_code, 0) << run.output;
  const std::string csv = text_of(out);
  const auto holds = [&](const std::string& text) { return csv.find(text) != std::string::npos; };
  EXPECT_TRUE(holds(",scrqol,1A,,council,E09000002,Barking and Dagenham,total,total,176,8,22.0,"));
  EXPECT_TRUE(holds(",scrqol,1A,,council,E09000003,Barnet,total,total,50,10,5.0,"));
  EXPECT_TRUE(holds(
      ",scrqol_adjusted,1J,,council,E09000002,Barking and Dagenham,total,total,2.5131,6,0.419,"));
  EXPECT_TRUE(
      holds(",scrqol_adjusted,1J,,council,E09000003,Barnet,total,total,-5.6327,10,-0.563,"));
}

}  // namespace
}  // namespace assize::published
