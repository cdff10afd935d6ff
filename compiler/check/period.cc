// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/check/period.h"

#include <algorithm>
#include <cstdio>

#include "runtime/columns/calendar.h"

namespace assize::check {
namespace {

std::int64_t months_earlier(std::int64_t day_number, int months) {
  const CivilDay day = civil_of(day_number);
  // Counted in months from the year 0, so that years carry by themselves.
  const std::int64_t total = day.year * 12 + (day.month - 1) - months;
  const std::int64_t year = total >= 0 ? total / 12 : (total - 11) / 12;
  const auto month = static_cast<int>(total - year * 12) + 1;
  const int length = month_length(year, month);
  const bool is_last = day.day == month_length(day.year, day.month);
  return day_number_of({year, month, is_last ? length : std::min(day.day, length)});
}

// `2024-25`; the second year follows the first.
std::optional<Period> financial_year(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  int first = 0;
  int second = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    int& year = i < 4 ? first : second;
    year = year * 10 + (text[i] - '0');
  }
  if (first < 1 || (first + 1) % 100 != second) return std::nullopt;
  return Period{day_number_of({first, 4, 1}), day_number_of({first + 1, 3, 31})};
}

}  // namespace

CivilDay civil_of(std::int64_t day_number) {
  const columns::CalendarDay day = columns::calendar_day_of(day_number);
  return {day.year, day.month, day.day};
}

std::int64_t day_number_of(CivilDay day) {
  return columns::day_number_of(columns::CalendarDay{day.year, day.month, day.day});
}

int month_length(std::int64_t year, int month) { return columns::days_in_month(year, month); }

std::optional<std::int64_t> parse_day(std::string_view text) { return columns::parse_day(text); }

std::string day_text(std::int64_t day_number) { return columns::day_text(day_number); }

Period earlier(Period period, int months) {
  return {months_earlier(period.start, months), months_earlier(period.end, months)};
}

std::optional<Period> parse_period(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return financial_year(text);
  const auto start = parse_day(text.substr(0, dots));
  const auto end = parse_day(text.substr(dots + 2));
  if (!start || !end || *end < *start) return std::nullopt;
  return Period{*start, *end};
}

std::string period_text(Period period) {
  const CivilDay start = civil_of(period.start);
  const CivilDay end = civil_of(period.end);
  const bool is_financial_year = start.month == 4 && start.day == 1 && end.month == 3 &&
                                 end.day == 31 && end.year == start.year + 1;
  if (!is_financial_year) return day_text(period.start) + ".." + day_text(period.end);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d", static_cast<int>(start.year),
                static_cast<int>(end.year % 100));
  return text;
}

}  // namespace assize::check
