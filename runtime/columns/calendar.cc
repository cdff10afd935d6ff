// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Days are counted in eras of 400 years, which all have the same length, from 1 March of the year
// 0, so that the leap day is the last of its year (H. Hinnant, "chrono-compatible low-level date
// algorithms").

#include "runtime/columns/calendar.h"

#include <cstdio>

namespace assize::columns {
namespace {

constexpr std::int64_t kDaysOfEra = 146097;
constexpr std::int64_t kFirstMarchOfYearZero = 719468;  // days before 1970-01-01

std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

}  // namespace

CalendarDay calendar_day_of(std::int64_t day_number) {
  const std::int64_t shifted = day_number + kFirstMarchOfYearZero;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - (kDaysOfEra - 1)) / kDaysOfEra;
  const std::int64_t in_era = shifted - era * kDaysOfEra;
  const std::int64_t year_in_era =
      (in_era - in_era / 1460 + in_era / 36524 - in_era / (kDaysOfEra - 1)) / 365;
  const std::int64_t in_year = in_era - (365 * year_in_era + year_in_era / 4 - year_in_era / 100);
  const std::int64_t month_from_march = (5 * in_year + 2) / 153;
  const auto day = static_cast<int>(in_year - (153 * month_from_march + 2) / 5 + 1);
  const auto month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_in_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::int64_t day_number_of(const CalendarDay& day) {
  const std::int64_t year = day.month <= 2 ? day.year - 1 : day.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_in_era = year - era * 400;
  const std::int64_t month_from_march = day.month > 2 ? day.month - 3 : day.month + 9;
  const std::int64_t in_year = (153 * month_from_march + 2) / 5 + day.day - 1;
  const std::int64_t in_era = year_in_era * 365 + year_in_era / 4 - year_in_era / 100 + in_year;
  return era * kDaysOfEra + in_era - kFirstMarchOfYearZero;
}

int days_in_month(std::int64_t year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<std::int64_t> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12 || *day < 1) {
    return std::nullopt;
  }
  const auto month_number = static_cast<int>(*month);
  if (*day > days_in_month(*year, month_number)) return std::nullopt;
  return day_number_of({*year, month_number, static_cast<int>(*day)});
}

std::string day_text(std::int64_t day_number) {
  const CalendarDay day = calendar_day_of(day_number);
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%04lld-%02d-%02d", static_cast<long long>(day.year),
                day.month, day.day);
  return buffer;
}

}  // namespace assize::columns
