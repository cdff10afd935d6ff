// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/check/period.h"

#include <gtest/gtest.h>

namespace assize::check {
namespace {

std::string both(const std::optional<Period>& period) {
  return period ? day_text(period->start) + " " + day_text(period->end) : "nothing";
}

TEST(period, reads_financial_years_and_pairs_of_days) {
  EXPECT_EQ(both(parse_period("2024-25")), "2024-04-01 2025-03-31");
  EXPECT_EQ(both(parse_period("1999-00")), "1999-04-01 2000-03-31");
  EXPECT_EQ(both(parse_period("2024-01-01..2024-12-31")), "2024-01-01 2024-12-31");
  for (const char* text :
       {"2024-26", "2024", "24-25", "2024-25 ", "2024/25", "2024-02-30..2024-03-01",
        "2024-03-02..2024-03-01", "..", "2024-04-01..", ""}) {
    EXPECT_EQ(both(parse_period(text)), "nothing") << text;
  }
}

TEST(period, is_written_as_it_is_read) {
  for (const char* text :
       {"2024-25", "1999-00", "2024-01-01..2024-12-31", "2024-04-01..2026-03-31"}) {
    EXPECT_EQ(period_text(*parse_period(text)), text);
  }
}

TEST(period, months_earlier_keep_the_last_day_of_a_month_the_last) {
  EXPECT_EQ(both(earlier(*parse_period("2024-25"), 3)), "2024-01-01 2024-12-31");
  EXPECT_EQ(both(earlier(*parse_period("2024-07-01..2025-06-30"), 3)), "2024-04-01 2025-03-31");
  EXPECT_EQ(both(earlier(*parse_period("2024-03-30..2024-03-31"), 1)), "2024-02-29 2024-02-29");
  EXPECT_EQ(both(earlier(*parse_period("2024-01-15..2024-02-29"), 14)), "2022-11-15 2022-12-31");
  EXPECT_EQ(both(earlier(*parse_period("2024-25"), 0)), "2024-04-01 2025-03-31");
}

TEST(period, days_and_their_calendar_agree) {
  EXPECT_EQ(day_number_of({2024, 4, 1}), 19814);
  EXPECT_EQ(civil_of(19814).month, 4);
  EXPECT_EQ(parse_day("2024-04-01"), 19814);
  EXPECT_EQ(month_length(2024, 2), 29);
  EXPECT_EQ(month_length(1900, 2), 28);
}

}  // namespace
}  // namespace assize::check
