// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

constexpr const char* kMeasure = R"(measure m as 1A {
  title "t" purpose "p" source "s" serves home_life
  from cld
  population people
  numerator those where home in home, if unknown count
  show percent to 1 decimal, higher is better
}
)";

std::string edition(const std::string& items) {
  return small_collection() + kMeasure +
         "edition ascof 2024-25 {\n  covers 2024-04-01 to 2025-03-31\n  objectives { home_life as 1 "
         "\"Home\" }\n" +
         items + "\n}\n";
}

TEST(editions, a_whole_edition_is_well_formed) {
  EXPECT_EQ(check_text(edition("introduce m")).codes(), "");
}

TEST(editions, a_measure_serves_a_heading_of_the_edition) {
  EXPECT_EQ(check_text(small_collection() + kMeasure +
                       "edition ascof 2024-25 { covers 2024-04-01 to 2025-03-31 objectives { homelife "
                       "as 1 \"Home\" } introduce m }")
                .codes(),
            "E0207 home_life");
}

TEST(editions, what_is_introduced_is_declared) {
  EXPECT_EQ(check_text(edition("introduce n")).codes(), "E0201 n");
}

TEST(editions, an_amendment_is_merged_and_checked) {
  const auto revised = [](const std::string& items) {
    return check_text(edition("introduce m") +
                      "edition ascof 2025-26 revises ascof 2024-25 { covers 2025-04-01 to 2026-03-31 " +
                      items + " }")
        .codes();
  };
  EXPECT_EQ(revised(""), "");
  EXPECT_EQ(revised("revise measure m because \"x\" { population { leave out \"d\" when died before "
                    "period.start } }"),
            "");
  EXPECT_EQ(revised("revise measure n because \"x\" { title \"t\" }"), "E0606 n");
  EXPECT_EQ(revised("retire n because \"x\""), "E0606 n");
  EXPECT_EQ(revised("introduce m"), "E0606 m");
  EXPECT_EQ(revised("revise measure m because \"x\" { drop z }"), "E0606 z");
}

TEST(editions, a_code_with_a_new_meaning_is_declared) {
  const std::string other = "measure o as 1A {\n title \"t\" purpose \"p\" source \"s\"\n from cld\n "
                            "population people\n numerator those where home in home, if unknown count\n "
                            "show percent to 1 decimal, higher is better\n}\n";
  const std::string next = "edition ascof 2025-26 revises ascof 2024-25 { covers 2025-04-01 to 2026-03-31 "
                           "retire m because \"x\" introduce o ";
  EXPECT_EQ(check_text(edition("introduce m") + other + next + "}").bare_codes(), "E0607");
  EXPECT_EQ(check_text(edition("introduce m") + other + next + "reuse 1A because \"y\" }").bare_codes(), "");
}

TEST(declarations, a_name_is_declared_once) {
  EXPECT_EQ(check_text(small_collection() + kMeasure + kMeasure +
                       "edition a 2024-25 { covers 2024-04-01 to 2025-03-31 introduce m }")
                .bare_codes()
                .substr(0, 5),
            "E0202");
}

TEST(code_lists, a_column_may_not_bear_the_name_of_a_value) {
  EXPECT_EQ(check_text("code list l { source \"s\"\n | code | a? |\n | a | yes |\n}").bare_codes(), "E0501");
}

TEST(code_lists, a_cell_of_a_group_is_yes_or_blank) {
  EXPECT_EQ(check_text("code list l { source \"s\"\n | code | g? |\n | a | maybe |\n}").bare_codes(), "E0501");
}

TEST(code_lists, one_spelling_is_one_value) {
  EXPECT_EQ(check_text("code list l { source \"s\"\n | code | text |\n | a | X |\n | b | x |\n}").bare_codes(),
            "E0501");
}

TEST(code_lists, a_value_of_an_included_list_must_be_placed) {
  EXPECT_EQ(check_text("code list l { source \"s\"\n | code |\n | a |\n | b |\n}\n"
                       "code list w includes l { source \"s\"\n | code | text |\n | a | |\n}")
                .bare_codes(),
            "E0501");
}

TEST(collections, unique_is_always_written) {
  EXPECT_EQ(check_text("collection c { holds rows, one row_ identify council by la field la : text }").bare_codes(),
            "E0503");
}

TEST(collections, unlisted_codes_must_be_settled) {
  EXPECT_EQ(check_text("code list l { source \"s\"\n | code |\n | a |\n}\n"
                       "collection c { holds rows, one record unique each row field x : l? }")
                .bare_codes(),
            "E0503");
}

}  // namespace
}  // namespace assize::check
