// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/calendar.h"

#include <gtest/gtest.h>

namespace assize::columns {
namespace {

TEST(calendar, counts_days_from_1970) {
  EXPECT_EQ(day_number_of({1970, 1, 1}), 0);
  EXPECT_EQ(day_number_of({1969, 12, 31}), -1);
  EXPECT_EQ(day_number_of({2000, 3, 1}), 11017);
  EXPECT_EQ(parse_day("2024-04-01"), 19814);
}

TEST(calendar, every_day_of_four_centuries_comes_back) {
  std::int64_t number = day_number_of({1850, 1, 1});
  for (std::int64_t year = 1850; year < 2250; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++number) {
        ASSERT_EQ(day_number_of({year, month, day}), number);
        const CalendarDay back = calendar_day_of(number);
        ASSERT_EQ(back.year, year);
        ASSERT_EQ(back.month, month);
        ASSERT_EQ(back.day, day);
      }
    }
  }
}

TEST(calendar, reads_days_of_the_calendar_alone) {
  EXPECT_EQ(day_text(*parse_day("2024-02-29")), "2024-02-29");
  EXPECT_EQ(day_text(*parse_day("0001-01-01")), "0001-01-01");
  for (const char* text :
       {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-1",
        "2024-04-01 ", "01/04/2024", "0000-01-01", "2024-04-0x", ""}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

}  // namespace
}  // namespace assize::columns
