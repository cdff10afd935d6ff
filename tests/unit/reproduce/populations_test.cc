// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/populations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reproduce/small_edition.h"

namespace assize::reproduce {
namespace {

// Everybody of an age is as many as the area's number plus the age.
std::vector<std::string> residents(const std::string& code, const std::string& name, int number) {
  std::vector<std::string> row{code, name, "1"};
  for (int age = 0; age <= 90; ++age) row.push_back(std::to_string(number + age));
  return row;
}

std::vector<std::string> header() {
  std::vector<std::string> row{"CODE", "NAME", "ALL AGES"};
  for (int age = 0; age < 90; ++age) row.push_back(std::to_string(age));
  row.push_back("90+");
  return row;
}

sheets::Workbook estimates(const std::string& title) {
  return workbook_of("ukmidyearestimates2015.xls", {{"", title},
                                                    {},
                                                    header(),
                                                    residents("E06000001", "Ash", 100),
                                                    residents("E06000002", "Beck", 200)});
}

TEST(ages_of_title, are_those_it_names) {
  EXPECT_EQ(ages_of_title("younger adults (aged 18-64), per 100,000"), (Ages{18, 64}));
  EXPECT_EQ(ages_of_title("adults aged 18 to 64 whose needs"), (Ages{18, 64}));
  EXPECT_EQ(ages_of_title("people (aged 65 and over)"), (Ages{65, std::nullopt}));
  EXPECT_EQ(ages_of_title("Delayed transfers of care, per 100,000 population"), std::nullopt);
  EXPECT_EQ(ages_of_title("18 to 64, and 65 and over"), std::nullopt);  // which of the two?
}

TEST(populations, are_read_by_area_and_age) {
  const auto made = populations_of(estimates("MYE2: ALL PERSONS, mid-2015"));
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made.front().year, 2015);
  const Residents& ash = made.front().areas.at("E06000001");
  EXPECT_EQ(ash.of({18, 18}), 118);
  EXPECT_EQ(ash.of({89, std::nullopt}), 189 + 190);
  EXPECT_EQ(ash.of({80, 90}), std::nullopt);  // 90 is 90 and over
}

TEST(populations, of_one_sex_are_passed_over) {
  EXPECT_TRUE(populations_of(estimates("MYE2: MALES, mid-2015")).empty());
}

TEST(populations, may_have_a_row_for_each_age) {
  std::vector<std::vector<std::string>> rows{
      {"GEOGRAPHY_NAME", "GEOGRAPHY_CODE", "DATE_NAME", "GENDER_NAME", "C_AGE_NAME", "OBS_VALUE"}};
  for (const char* sex : {"Total", "Male"}) {
    rows.push_back({"Ash", "E06000001", "2024", sex, "All Ages", "900"});
    for (int age = 0; age <= 90; ++age) {
      rows.push_back({"Ash", "E06000001", "2024", sex,
                      age == 90 ? "Aged 90+" : "Age " + std::to_string(age), "7"});
    }
  }
  const auto made = populations_of(workbook_of("ons.csv", rows));
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made.front().year, 2024);
  EXPECT_EQ(made.front().areas.at("E06000001").of({18, 64}), 47 * 7);
}

class Denominators : public ::testing::Test {
 protected:
  std::string checked(const std::string& code, std::int64_t denominator,
                      const std::string& ons_code = "E06000001") {
    Figure figure = figure_of(code, "5", std::to_string(denominator), "1");
    figure.ons_code = ons_code;
    const std::vector<Ruled> ruled{{&figure, &edition_.rule(code)}};
    const auto populations = populations_of(estimates("ALL PERSONS, mid-2015"));
    const auto made = check_populations(ruled, populations, Evidence(ruled));
    if (made.size() != 1) return "not checked";
    const PopulationCheck& check = made.front().checks.front();
    if (check.match == Match::kEqual) return "equal";
    return check.match == Match::kNoSuchArea ? "no such area" : check.what;
  }

  static std::int64_t sum(int number, int from, int to) {
    std::int64_t people = 0;
    for (int age = from; age <= to; ++age) people += number + age;
    return people;
  }

  SmallEdition edition_{"2015-16"};
};

TEST_F(Denominators, of_the_right_ages_are_equal) {
  EXPECT_EQ(checked("2A(1)", sum(100, 18, 64)), "equal");
  EXPECT_EQ(checked("2A(2)", sum(100, 65, 90)), "equal");
  EXPECT_EQ(checked("2A(2)", 5, "E06000099"), "no such area");
}

TEST_F(Denominators, that_were_swapped_are_named) {
  EXPECT_THAT(checked("2A(1)", sum(100, 65, 90)),
              testing::HasSubstr(
                  "residents aged 65 and over of mid-2015, not the residents aged 18 to 64"));
  EXPECT_THAT(checked("2A(2)", sum(200, 65, 90)), testing::HasSubstr("that of Beck"));
  EXPECT_THAT(checked("2A(2)", 123), testing::HasSubstr("nobody's"));
}

}  // namespace
}  // namespace assize::reproduce
