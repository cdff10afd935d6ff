// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/headings.h"

#include <gtest/gtest.h>

namespace assize::reproduce {
namespace {

TEST(headings, are_known_by_every_name_they_had) {
  EXPECT_EQ(heading_of("ONS Area Code"), Heading::kOnsCode);
  EXPECT_EQ(heading_of("ONS Code"), Heading::kOnsCode);
  EXPECT_EQ(heading_of("Measure_Value"), Heading::kValue);
  EXPECT_EQ(heading_of("CASSR name [notes 1, 2]"), Heading::kAreaName);
  EXPECT_EQ(heading_of("Colour"), std::nullopt);
}

TEST(headings, of_wide_tables_hold_a_year_and_what_it_is) {
  const WideReading whole = read_wide_heading("2015 to 2016 - number of respondents");
  ASSERT_TRUE(whole.heading);
  EXPECT_EQ(whole.heading->year, "2015-16");
  EXPECT_EQ(whole.heading->role, Role::kBase);
  const WideReading block = read_wide_heading("2023 to 2024\n- not yet rated numerator [note 18]");
  ASSERT_TRUE(block.heading);
  EXPECT_EQ(block.heading->block, "not yet rated");
  EXPECT_EQ(block.heading->role, Role::kNumerator);
  EXPECT_EQ(read_wide_heading("2023-24 outcome").heading->year, "2023-24");
}

TEST(headings, a_year_with_something_else_is_seen_but_not_understood) {
  const WideReading reading = read_wide_heading("2015 to 2016 - rank");
  EXPECT_EQ(reading.year, "2015-16");
  EXPECT_FALSE(reading.heading);
  EXPECT_EQ(read_wide_heading("Local authority").year, "");
}

TEST(year_text, is_one_for_all_spellings) {
  for (const char* text :
       {"2015-16", "2015 to 2016", "2015/16", "2015-2016", "2015\u201316", " 2015 - 16 "}) {
    EXPECT_EQ(year_text(text), "2015-16") << text;
  }
  for (const char* text : {"2015", "2015-17", "1516", "2015-16 ish", "", "2015 to"}) {
    EXPECT_EQ(year_text(text), "") << text;
  }
  EXPECT_EQ(year_text("1999-00"), "1999-00");
}

TEST(levels, are_known_in_mixed_spellings_and_by_codes) {
  EXPECT_EQ(area_of_level("Council Type"), Area::kCouncilType);
  EXPECT_EQ(area_of_level("Council type"), Area::kCouncilType);
  EXPECT_EQ(area_of_level("Ward"), Area::kOther);
  EXPECT_EQ(area_of_codes("E92000001", "England", "England"), Area::kEngland);
  EXPECT_EQ(area_of_codes("E12000006", "E", "Eastern"), Area::kRegion);
  EXPECT_EQ(area_of_codes("E10000006", "102", "Cumbria"), Area::kCouncil);
  EXPECT_EQ(area_of_codes("", "S", "Shire Counties"), Area::kCouncilType);
}

}  // namespace
}  // namespace assize::reproduce
