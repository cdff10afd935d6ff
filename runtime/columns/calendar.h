// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assize::columns {

/// A day of the proleptic Gregorian calendar.
struct CalendarDay {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

/// Gives the calendar day of a day number; 0 is 1970-01-01.
CalendarDay calendar_day_of(std::int64_t day_number);
/// Gives the day number of a calendar day, which must be one.
std::int64_t day_number_of(const CalendarDay& day);
int days_in_month(std::int64_t year, int month);

/// Reads `2024-04-01`, years 0001 to 9999; nothing if it is no day of the calendar.
std::optional<std::int64_t> parse_day(std::string_view text);
/// Writes a day number as `2024-04-01`.
std::string day_text(std::int64_t day_number);

}  // namespace assize::columns
