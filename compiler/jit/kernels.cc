// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/kernels.h"

#include "compiler/jit/fractions.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "compiler/jit/day_order.h"
#include "compiler/jit/text_ids.h"

namespace assize::jit {
namespace {

struct Civil {
  std::int64_t year;
  std::int64_t month;
  std::int64_t day;
};

constexpr std::int64_t kDaysOfEra = 146097;  // of 400 years

// Both after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"; years begin in March.
Civil civil_of(std::int64_t number) {
  const std::int64_t shifted = number + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - (kDaysOfEra - 1)) / kDaysOfEra;
  const std::int64_t of_era = shifted - era * kDaysOfEra;
  const std::int64_t year =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / (kDaysOfEra - 1)) / 365;
  const std::int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
  const std::int64_t from_march = (5 * of_year + 2) / 153;
  const std::int64_t month = from_march < 10 ? from_march + 3 : from_march - 9;
  return {year + era * 400 + (month <= 2 ? 1 : 0), month, of_year - (153 * from_march + 2) / 5 + 1};
}

std::int64_t number_of(const Civil& civil) {
  const std::int64_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t from_march = civil.month > 2 ? civil.month - 3 : civil.month + 9;
  const std::int64_t of_year = (153 * from_march + 2) / 5 + civil.day - 1;
  return era * kDaysOfEra + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

std::int64_t length_of_month(std::int64_t year, std::int64_t month) {
  if (month == 2) return (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

std::span<const Kernel> kernels() {
  static const Kernel all[] = {
      {"assize_age_by_birthdays", reinterpret_cast<void*>(&assize_age_by_birthdays)},
      {"assize_year", reinterpret_cast<void*>(&assize_year)},
      {"assize_month_length", reinterpret_cast<void*>(&assize_month_length)},
      {"assize_shift", reinterpret_cast<void*>(&assize_shift)},
      {"assize_fraction", reinterpret_cast<void*>(&assize_fraction)},
      {"assize_compare_fractions", reinterpret_cast<void*>(&assize_compare_fractions)},
      {"assize_fraction_key", reinterpret_cast<void*>(&assize_fraction_key)},
      {"assize_count_different", reinterpret_cast<void*>(&assize_count_different)},
      {"assize_join_texts", reinterpret_cast<void*>(&assize_join_texts)},
      {"assize_is_text_before", reinterpret_cast<void*>(&assize_is_text_before)},
      {"assize_starts_with", reinterpret_cast<void*>(&assize_starts_with)},
      {"assize_order_records", reinterpret_cast<void*>(&assize_order_records)},
      {"assize_unit", reinterpret_cast<void*>(&assize_unit)},
      {"assize_candidate", reinterpret_cast<void*>(&assize_candidate)},
      {"assize_settle", reinterpret_cast<void*>(&assize_settle)},
      {"assize_is_kept", reinterpret_cast<void*>(&assize_is_kept)},
      {"assize_member", reinterpret_cast<void*>(&assize_member)},
      {"assize_amount", reinterpret_cast<void*>(&assize_amount)},
      {"assize_amount_fraction", reinterpret_cast<void*>(&assize_amount_fraction)},
      {"assize_add_fraction", reinterpret_cast<void*>(&assize_add_fraction)},
      {"assize_council_named", reinterpret_cast<void*>(&assize_council_named)},
      {"assize_reason_in_field", reinterpret_cast<void*>(&assize_reason_in_field)},
      {"assize_beyond_limits", reinterpret_cast<void*>(&assize_beyond_limits)},
  };
  return all;
}

}  // namespace assize::jit

using assize::jit::Civil;
using assize::jit::civil_of;
using assize::jit::length_of_month;
using assize::jit::number_of;

std::int64_t assize_age_by_birthdays(std::int64_t born, std::int64_t on) {
  const Civil birth = civil_of(born);
  const Civil day = civil_of(on);
  // Compared as written, 29 February is after 28 February and before 1 March, whatever the year.
  const bool had_birthday =
      day.month > birth.month || (day.month == birth.month && day.day >= birth.day);
  return day.year - birth.year - (had_birthday ? 0 : 1);
}

std::int64_t assize_year(std::int64_t day) { return civil_of(day).year; }

std::int64_t assize_month_length(std::int64_t day) {
  const Civil civil = civil_of(day);
  return length_of_month(civil.year, civil.month);
}

std::int64_t assize_shift(std::int64_t day, std::int64_t months, bool round_up) {
  Civil civil = civil_of(day);
  const std::int64_t total = civil.year * 12 + civil.month - 1 + months;
  civil.year = (total >= 0 ? total : total - 11) / 12;
  civil.month = total - civil.year * 12 + 1;
  const std::int64_t length = length_of_month(civil.year, civil.month);
  if (civil.day <= length) return number_of(civil);
  civil.day = length;
  return number_of(civil) + (round_up ? 1 : 0);
}

std::int64_t assize_count_different(std::int64_t* values, std::int64_t count, std::int64_t words) {
  if (words == 1) {
    std::sort(values, values + count);
    return std::unique(values, values + count) - values;
  }
  using Fraction = std::array<std::int64_t, 4>;
  auto* fractions = reinterpret_cast<Fraction*>(values);
  std::sort(fractions, fractions + count);
  return std::unique(fractions, fractions + count) - fractions;
}

std::int64_t assize_join_texts(const assize::jit::TextIds* texts, std::int64_t left,
                               std::int64_t right) {
  return texts->join(left, right);
}

std::uint8_t assize_is_text_before(const assize::jit::TextIds* texts, std::int64_t left,
                                   std::int64_t right) {
  return texts->is_before(left, right) ? 1 : 0;
}

std::uint8_t assize_starts_with(const assize::jit::TextIds* texts, std::int64_t text,
                                std::int64_t beginning) {
  return texts->starts_with(text, beginning) ? 1 : 0;
}

void assize_order_records(std::int64_t* rows, std::int64_t* first_days, std::int64_t* last_days,
                          std::uint64_t count, const std::uint32_t* last_resort) {
  struct Taken {
    std::int64_t row;
    std::int64_t first_day;
    std::int64_t last_day;
  };
  static thread_local std::vector<Taken> taken;
  taken.resize(count);
  for (std::size_t i = 0; i < count; ++i) taken[i] = {rows[i], first_days[i], last_days[i]};
  const auto place = [&](const Taken& one) {
    return std::make_tuple(assize::jit::order_of_day(one.first_day),
                           assize::jit::order_of_day(one.last_day), last_resort[one.row]);
  };
  const auto is_before = [&](const Taken& a, const Taken& b) { return place(a) < place(b); };
  if (std::is_sorted(taken.begin(), taken.end(), is_before)) return;
  std::sort(taken.begin(), taken.end(), is_before);
  for (std::size_t i = 0; i < count; ++i) {
    rows[i] = taken[i].row;
    first_days[i] = taken[i].first_day;
    last_days[i] = taken[i].last_day;
  }
}

void assize_unit(assize::jit::RunSink* sink, std::int32_t part, std::uint64_t file,
                 std::int64_t row, std::uint32_t verdict, const std::int64_t* cells) {
  sink->unit(part, static_cast<std::uint32_t>(file), row, verdict, cells);
}

void assize_candidate(assize::jit::RunSink* sink, std::int64_t row, std::uint64_t groups,
                      std::uint64_t cells_count, const std::int64_t* cells) {
  sink->candidate(row, groups, cells_count, cells);
}

void assize_settle(assize::jit::RunSink* sink, std::uint64_t place) { sink->settle(place); }

bool assize_is_kept(assize::jit::RunSink* sink, std::uint64_t place, std::int64_t row) {
  return sink->is_kept(place, row);
}

void assize_member(assize::jit::RunSink* sink, std::int64_t row) { sink->member(row); }

void assize_amount(assize::jit::RunSink* sink, std::int64_t place, std::int64_t value,
                   std::int64_t weight) {
  sink->amount(place, value, weight);
}

void assize_amount_fraction(assize::jit::RunSink* sink, std::int64_t place, const void* value,
                            std::int64_t weight) {
  sink->amount(place, assize::jit::read_fraction(value), weight);
}

void assize_add_fraction(assize::jit::RunSink* sink, std::int64_t place, const void* amount,
                         std::int64_t weight) {
  sink->add(place, assize::jit::read_fraction(amount) * assize::columns::Rational(weight));
}

std::int64_t assize_council_named(assize::jit::RunSink* sink, std::int64_t text) {
  return sink->council_named(text);
}

std::int64_t assize_reason_in_field(assize::jit::RunSink* sink, std::uint64_t collection,
                                    std::uint64_t field, std::int64_t row) {
  return sink->reason_in_field(collection, field, row);
}

void assize_beyond_limits(assize::jit::RunSink* sink) { sink->beyond_limits(); }
