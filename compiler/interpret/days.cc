// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/days.h"

#include <tuple>

namespace assize::interpret {
namespace {

std::int64_t floor_of(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

bool is_leap(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// Day number of 1 January.
std::int64_t first_day_of(std::int64_t year) {
  const std::int64_t before = year - 1;
  const std::int64_t leap_days =
      floor_of(before, 4) - floor_of(before, 100) + floor_of(before, 400);
  constexpr std::int64_t kLeapDaysBefore1970 = 477;
  return 365 * (year - 1970) + leap_days - kLeapDaysBefore1970;
}

// The month that lies so many months away; its day is 1.
CalendarDay month_away(CalendarDay day, int months) {
  const std::int64_t month = day.year * 12 + (day.month - 1) + months;
  const std::int64_t year = floor_of(month, 12);
  return {.year = year, .month = static_cast<int>(month - year * 12) + 1, .day = 1};
}

}  // namespace

int days_in_month(std::int64_t year, int month) {
  switch (month) {
    case 2:
      return is_leap(year) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
  }
}

std::int64_t day_number(CalendarDay day) {
  std::int64_t number = first_day_of(day.year);
  for (int month = 1; month < day.month; ++month) number += days_in_month(day.year, month);
  return number + day.day - 1;
}

CalendarDay calendar_day(std::int64_t number) {
  // A first guess that is never too late: as if all years after 1970 were long, and all before
  // short.
  std::int64_t year = 1970 + floor_of(number, number < 0 ? 365 : 366);
  while (first_day_of(year + 1) <= number) ++year;
  CalendarDay made{.year = year, .month = 1, .day = 1};
  std::int64_t left = number - first_day_of(year);
  while (left >= days_in_month(year, made.month)) {
    left -= days_in_month(year, made.month);
    ++made.month;
  }
  made.day = static_cast<int>(left) + 1;
  return made;
}

std::int64_t moved_by_months(std::int64_t number, int months, Rounding rounding) {
  const CalendarDay from = calendar_day(number);
  CalendarDay to = month_away(from, months);
  const int length = days_in_month(to.year, to.month);
  if (from.day <= length) {
    to.day = from.day;
    return day_number(to);
  }
  if (rounding == Rounding::kUp) return day_number(month_away(to, 1));
  to.day = length;
  return day_number(to);
}

std::int64_t lagged(std::int64_t number, int months) {
  const CalendarDay from = calendar_day(number);
  const bool is_last = from.day == days_in_month(from.year, from.month);
  CalendarDay to = month_away(from, -months);
  const int length = days_in_month(to.year, to.month);
  to.day = is_last || from.day > length ? length : from.day;
  return day_number(to);
}

std::int64_t years_by_birthdays(std::int64_t born, std::int64_t on) {
  const CalendarDay birth = calendar_day(born);
  const CalendarDay day = calendar_day(on);
  // 28 February comes before 29 February and 1 March after it, in whatever year.
  const bool had_birthday =
      std::tie(day.month, day.day) >= std::tie(birth.month, birth.day);
  return day.year - birth.year - (had_birthday ? 0 : 1);
}

}  // namespace assize::interpret
