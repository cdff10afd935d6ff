// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assize::check {

/// First and last day, both included, as day numbers from 1970-01-01.
struct Period {
  std::int64_t start = 0;
  std::int64_t end = 0;
};

/// A day of the proleptic Gregorian calendar.
struct CivilDay {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
};

CivilDay civil_of(std::int64_t day_number);
std::int64_t day_number_of(CivilDay day);
int month_length(std::int64_t year, int month);
/// Reads `2024-04-01`; nothing if it is no day of the calendar.
std::optional<std::int64_t> parse_day(std::string_view text);
std::string day_text(std::int64_t day_number);

/// Gives the period so many months earlier; a last day of a month stays one.
Period earlier(Period period, int months);

/// Reads `2024-25` (a financial year) or `2024-04-01..2025-03-31`.
std::optional<Period> parse_period(std::string_view text);
/// Writes a financial year as `2024-25`, another period as `2024-04-01..2025-03-31`.
std::string period_text(Period period);

}  // namespace assize::check
