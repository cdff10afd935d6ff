// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/days.h"

#include <gtest/gtest.h>

#include "compiler/check/period.h"
#include "tests/unit/interpret/build_expr.h"

namespace assize::interpret::tests {
namespace {

TEST(Days, every_day_of_eight_centuries_follows_the_one_before) {
  CalendarDay last = calendar_day(day_number({.year = 1599, .month = 12, .day = 31}));
  for (std::int64_t number = day_number({.year = 1600, .month = 1, .day = 1});
       number <= day_number({.year = 2400, .month = 12, .day = 31}); ++number) {
    const CalendarDay now = calendar_day(number);
    ASSERT_EQ(day_number(now), number);
    const bool is_next = now.day == last.day + 1 && now.month == last.month;
    const bool is_first = now.day == 1 && last.day == days_in_month(last.year, last.month);
    ASSERT_TRUE(is_next || is_first) << number;
    last = now;
  }
}

TEST(Days, day_0_is_the_first_of_1970) {
  EXPECT_EQ(day("1970-01-01").whole, 0);
  EXPECT_EQ(day("1970-03-01").whole, 59);
  EXPECT_EQ(day("2000-03-01").whole - day("2000-02-28").whole, 2);
  EXPECT_EQ(day("1900-03-01").whole - day("1900-02-28").whole, 1);
}

TEST(Days, the_calendar_of_the_check_says_the_same) {
  for (std::int64_t number = -800000; number <= 800000; number += 97) {
    const CalendarDay ours = calendar_day(number);
    const check::CivilDay theirs = check::civil_of(number);
    ASSERT_EQ(ours.year, theirs.year);
    ASSERT_EQ(ours.month, theirs.month);
    ASSERT_EQ(ours.day, theirs.day);
    for (const int months : {1, 3, 12, 25}) {
      const check::Period earlier = check::earlier({number, number}, months);
      ASSERT_EQ(lagged(number, months), earlier.start) << number;
      ASSERT_EQ(lagged(number, months), earlier.end) << number;
    }
  }
}

TEST(Days, months_round_down_to_the_last_day_or_up_to_the_first) {
  const auto moved = [](const char* from, int months, Rounding rounding) {
    return shown(Value::of(Base::kDate, moved_by_months(day(from).whole, months, rounding)));
  };
  EXPECT_EQ(moved("2024-01-31", 1, Rounding::kDown), "2024-02-29");
  EXPECT_EQ(moved("2024-01-31", 1, Rounding::kUp), "2024-03-01");
  EXPECT_EQ(moved("2023-12-31", -1, Rounding::kUp), "2023-12-01");
  EXPECT_EQ(moved("2024-02-29", -12, Rounding::kDown), "2023-02-28");
  EXPECT_EQ(moved("2024-05-15", -5, Rounding::kDown), "2023-12-15");
}

TEST(Days, a_lagged_last_day_of_a_month_stays_one) {
  const auto back = [](const char* from, int months) {
    return shown(Value::of(Base::kDate, lagged(day(from).whole, months)));
  };
  EXPECT_EQ(back("2024-07-01", 3), "2024-04-01");
  EXPECT_EQ(back("2025-06-30", 3), "2025-03-31");
  EXPECT_EQ(back("2025-05-31", 3), "2025-02-28");
  EXPECT_EQ(back("2025-05-30", 3), "2025-02-28");
}

TEST(Days, who_was_born_on_29_february_has_a_birthday_on_1_march) {
  const std::int64_t born = day("2000-02-29").whole;
  EXPECT_EQ(years_by_birthdays(born, day("2018-02-28").whole), 17);
  EXPECT_EQ(years_by_birthdays(born, day("2018-03-01").whole), 18);
  EXPECT_EQ(years_by_birthdays(born, day("2020-02-28").whole), 19);
  EXPECT_EQ(years_by_birthdays(born, day("2020-02-29").whole), 20);
  EXPECT_EQ(years_by_birthdays(born, day("2000-02-28").whole), -1);
}

}  // namespace
}  // namespace assize::interpret::tests
