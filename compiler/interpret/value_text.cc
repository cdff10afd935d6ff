// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/value_text.h"

#include "compiler/check/framework.h"
#include "compiler/interpret/days.h"

namespace assize::interpret {
namespace {

std::string padded(std::int64_t number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

std::string date_text(std::int64_t number) {
  const CalendarDay day = calendar_day(number);
  return padded(day.year, 4) + "-" + padded(day.month, 2) + "-" + padded(day.day, 2);
}

std::string plain_text(const check::Value& value, const check::Type& type) {
  switch (value.base) {
    case check::Base::kBool:
      return value.whole != 0 ? "yes" : "no";
    case check::Base::kDecimal:
      return value.decimal.to_text();
    case check::Base::kDate:
      return date_text(value.whole);
    case check::Base::kDays:
      return std::to_string(value.whole) + " days";
    case check::Base::kText:
    case check::Base::kStepName:
      return value.text;
    case check::Base::kCode:
      if (type.list == nullptr) return std::to_string(value.whole);
      return type.list->values[static_cast<std::size_t>(value.whole)].code;
    default:
      return std::to_string(value.whole);
  }
}

}  // namespace

std::string value_text(const check::Value& value, const check::Type& type) {
  switch (value.state) {
    case check::Value::State::kUnknown:
      return "unknown";
    case check::Value::State::kNone:
      return "none";
    case check::Value::State::kOpen:
      return "open";
    case check::Value::State::kKnown:
      return plain_text(value, type);
  }
  return "unknown";
}

}  // namespace assize::interpret
