// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace assize::interpret {

// The reference's own calendar. It shares nothing with `check/period.h`, so that one can be held
// against the other.

/// A day of the proleptic Gregorian calendar.
struct CalendarDay {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

/// Gives the day of a day number; 0 is 1970-01-01.
CalendarDay calendar_day(std::int64_t number);
/// Gives the day number of a day.
std::int64_t day_number(CalendarDay day);
/// Gives how many days a month has.
int days_in_month(std::int64_t year, int month);

/// Moves a day by months. A day that its month does not have becomes the month's last, or, `up`,
/// the first of the month after.
enum class Rounding : std::uint8_t { kDown, kUp };
std::int64_t moved_by_months(std::int64_t number, int months, Rounding rounding);

/// Moves the day of a measure's period back by its lag; a last day of a month stays one.
std::int64_t lagged(std::int64_t number, int months);

/// Gives completed years by birthdays; who was born on 29 February has one on 1 March in other
/// years.
std::int64_t years_by_birthdays(std::int64_t born, std::int64_t on);

}  // namespace assize::interpret
