// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What single cells mean, by the type of their field (language, 2.1, 2.2, 3.1).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/bind/bind_checks.h"

namespace assize::bind {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Binds rows that differ in one column alone and gives the cells of its field.
struct Bound {
  std::vector<std::string> cells;
  std::vector<std::string> account;
};

Bound bind_column(const std::string& field, const std::string& column,
                  const std::vector<std::string>& cells) {
  const std::vector<std::string> names = {"Council", "Number", "Nhs",  "Local", "Start",
                                          "End",     "Kind",   "Home", "Year",  "Month",
                                          "Died",    "Paid",   "Hours"};
  std::string text = kHeader;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string row;
    for (const std::string& name : names) {
      row += row.empty() ? "" : ",";
      row += name == column      ? cells[i]
             : name == "Council" ? "E1"
             : name == "Number"  ? std::to_string(i + 1)
             : name == "Nhs"     ? "N" + std::to_string(i)
             : name == "Start"   ? "2024-05-01"
                                 : "";
    }
    text += row + "\n";
  }
  Compiled compiled(demo_framework());
  const Inputs inputs = bind_texts(compiled, text);
  return {field_texts(inputs, "cld", field), account_of(inputs, "cld")};
}

TEST(cells, of_a_day_are_days_or_refuse_the_row) {
  const Bound bound =
      bind_column("start", "Start", {"2024-02-29", " 2024-05-01 ", "", "29/02/2024", "2023-02-29"});
  EXPECT_THAT(bound.cells, ElementsAre("2024-02-29", "2024-05-01"));
  EXPECT_THAT(bound.account, ElementsAre("refused 2 Start is no day such as 2024-04-01 (line 5)",
                                         "refused 1 Start is blank (line 4)"));
}

TEST(cells, without_text_mean_what_their_field_says) {
  EXPECT_THAT(bind_column("end", "End", {"", " ", "2024-06-01"}).cells,
              ElementsAre("open", "open", "2024-06-01"));
  EXPECT_THAT(bind_column("died", "Died", {"", "2024-06-01"}).cells,
              ElementsAre("none", "2024-06-01"));
  EXPECT_THAT(bind_column("nhs", "Local", {""}).cells, ElementsAre("N0"));
  EXPECT_THAT(bind_column("support", "Kind", {""}).cells, ElementsAre("none"));
  EXPECT_THAT(bind_column("home", "Home", {""}).cells, ElementsAre("?"));
}

TEST(cells, of_a_number_are_whole) {
  const Bound bound =
      bind_column("number_sent", "Number", {"7", "08", "9.0", "1.5", "x", "", "\"1,000\""});
  EXPECT_THAT(bound.cells, ElementsAre("7", "8", "9"));
  EXPECT_EQ(bound.account.size(), 2U);
}

TEST(cells, of_yes_or_no_are_one_of_six_words) {
  const Bound bound =
      bind_column("paid", "Paid", {"yes", "NO", "True", "false", "1", "0", "", "y"});
  EXPECT_THAT(bound.cells, ElementsAre("yes", "no", "yes", "no", "yes", "no", "?"));
  EXPECT_THAT(bound.account, ElementsAre("refused 1 Paid is neither yes nor no (line 9)"));
}

TEST(cells, of_a_decimal_are_exact) {
  const Bound bound = bind_column("hours", "Hours", {"0.1", "0.10", "-2", "", "1e3"});
  EXPECT_THAT(bound.cells, ElementsAre("0.1", "0.1", "-2", "?"));
  EXPECT_THAT(bound.account, ElementsAre("refused 1 Hours is no number (line 6)"));
}

TEST(cells, of_a_code_are_read_in_the_release_then_in_earlier_ones) {
  const Bound bound =
      bind_column("support", "Kind", {"Nursing", " NURSING ", "Home help", "home", "NURSE"});
  EXPECT_THAT(bound.cells, ElementsAre("nursing", "nursing", "home", "home", "nursing"));
  EXPECT_THAT(bound.account, ElementsAre("older 1 Kind \"home\", read as \"Home help\" (line 5)",
                                         "older 1 Kind \"NURSE\", read as \"Nursing\" (line 6)"));
}

TEST(cells, of_a_code_that_say_nothing_are_unknown_and_counted) {
  const Bound bound =
      bind_column("support", "Kind",
                  {"Not known", "NOT KNOWN", "Self-funder", "Nursingg", "Anything", "Nursing"});
  EXPECT_THAT(bound.cells, ElementsAre("?", "?", "?", "none", "none", "nursing"));
  EXPECT_THAT(
      bound.account,
      ElementsAre(
          "unknown 2 Kind \"Not known\" (line 2)",
          "unknown 1 Kind \"Self-funder\" of an earlier release fits no value of this one (line 4)",
          "none 1 Kind \"Anything\" is in no list (line 6)",
          "none 1 Kind \"Nursingg\" is in no list (line 5) nearest: Nursing"));
}

TEST(cells, of_a_list_of_numbers_are_read_as_numbers) {
  const Bound bound = bind_column("home", "Home", {"1", "02", "2.0", "Own home", "3"});
  EXPECT_THAT(bound.cells, ElementsAre("own", "care", "care", "?", "?"));
}

TEST(cells, of_a_day_in_parts_are_read_together) {
  Compiled compiled(demo_framework());
  std::string text = kHeader;
  const std::vector<std::string> parts = {"1951,5", "1951,05", "1951,", ",5",
                                          ",",      "1951,13", "x,1",   "51,1"};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    text += "E1," + std::to_string(i + 1) + ",N1,,2024-05-01,,,," + parts[i] + ",,,\n";
  }
  const Inputs inputs = bind_texts(compiled, text);
  EXPECT_THAT(field_texts(inputs, "cld", "born"),
              ElementsAre("1951-05-01", "1951-05-01", "?", "?", "?", "0051-01-01"));
  EXPECT_THAT(account_of(inputs, "cld"), ElementsAre("refused 2 Year, Month is no day (line 7)"));
}

TEST(cells, of_the_wrong_kind_do_not_flood_the_account) {
  std::vector<std::string> cells;
  for (int i = 0; i < 200; ++i) cells.push_back("value " + std::to_string(i));
  cells.push_back("value 3");
  const Bound bound = bind_column("home", "Home", cells);
  EXPECT_EQ(bound.account.size(), 51U);
  EXPECT_EQ(bound.account[0], "unknown 150 Home: 150 further values are in no list (line 4)");
  EXPECT_EQ(bound.account[1], "unknown 2 Home \"value 3\" is in no list (line 5)");
}

TEST(cells, that_may_identify_somebody_are_never_shown) {
  const Bound bound = bind_column("number_sent", "Number", {"secret", "1"});
  for (const std::string& line : bound.account)
    EXPECT_EQ(line.find("secret"), std::string::npos) << line;
}

}  // namespace
}  // namespace assize::bind
