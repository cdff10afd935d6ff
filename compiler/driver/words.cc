// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/words.h"

#include <array>

namespace assize::driver {
namespace {

using check::Base;
using check::Value;

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() ? number : number + " " + unit;
}

std::string plain_words(const Value& value, const check::Type& type) {
  const Base base = value.base == Base::kNothing ? type.base : value.base;
  switch (base) {
    case Base::kBool:
      return value.whole != 0 ? "yes" : "no";
    case Base::kNumber:
      return with_unit(std::to_string(value.whole), type.unit);
    case Base::kDecimal:
      return with_unit(value.decimal.to_text(), type.unit);
    case Base::kDate:
      return check::day_text(value.whole);
    case Base::kDays:
      return std::to_string(value.whole) + " days";
    case Base::kCode:
      return type.list == nullptr ? std::to_string(value.whole)
                                  : type.list->values[static_cast<std::size_t>(value.whole)].code;
    case Base::kText:
      return "\"" + value.text + "\"";
    case Base::kStepName:
      return value.text;
    case Base::kNothing:
    case Base::kSpan:
    case Base::kSet:
    case Base::kRecord:
      return "unknown";
  }
  return "unknown";
}

}  // namespace

std::string day_words(std::int64_t day_number) {
  const check::CivilDay day = check::civil_of(day_number);
  return std::to_string(day.day) + " " + kMonths[static_cast<std::size_t>(day.month - 1)] + " " +
         std::to_string(day.year);
}

std::string period_words(check::Period period) {
  return day_words(period.start) + " to " + day_words(period.end);
}

std::string value_words(const Value& value, const check::Type& type) {
  switch (value.state) {
    case Value::State::kUnknown:
      return "unknown";
    case Value::State::kNone:
      return "none";
    case Value::State::kOpen:
      return "open";
    case Value::State::kKnown:
      return plain_words(value, type);
  }
  return "unknown";
}

std::string edition_words(const check::Framework& framework) {
  constexpr std::size_t kLongestShortForm = 6;
  std::string family = framework.family;
  if (family.size() <= kLongestShortForm) {
    for (char& letter : family) {
      if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    }
  }
  return family + " " + framework.year + (framework.stage.empty() ? "" : " " + framework.stage);
}

}  // namespace assize::driver
