// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/given_cells.h"

#include <charconv>
#include <string_view>

#include "compiler/check/period.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

using check::Base;
using check::Value;

Value unknown_of(Base base) {
  Value value = Value::unknown();
  value.base = base;
  return value;
}

// `unknown`, `none`, `open`, if the text is one of them and the type holds it.
std::optional<Value> spelt_out(const check::Type& type, const std::string& folded) {
  if (folded == "unknown" && type.may_be_unknown) return unknown_of(type.base);
  if (folded == "none" && type.may_be_none) return Value::none();
  if (folded == "open" && type.may_be_open) return Value::open();
  return std::nullopt;
}

std::optional<Value> whole_number(Base base, std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return Value::of(base, number);
}

std::optional<Value> code_of(const check::CodeList& list, const std::string& folded) {
  for (std::size_t at = 0; at < list.values.size(); ++at) {
    if (columns::folded(list.values[at].code) != folded) continue;
    if (list.values[at].is_unknown) return unknown_of(Base::kCode);
    return Value::of(Base::kCode, static_cast<std::int64_t>(at));
  }
  return std::nullopt;
}

Value text_value(const std::string& text) {
  Value value = Value::of(Base::kText, 0);
  value.text = text;
  return value;
}

}  // namespace

std::optional<Value> value_of_cell(const check::Field& field, const std::string& text) {
  const std::string folded = columns::folded(text);
  if (auto value = spelt_out(field.type, folded)) return value;
  switch (field.type.base) {
    case Base::kBool:
      if (folded == "yes") return Value::yes_or_no(true);
      if (folded == "no") return Value::yes_or_no(false);
      return std::nullopt;
    case Base::kNumber: return whole_number(Base::kNumber, folded);
    case Base::kDecimal: {
      const auto number = columns::Rational::parse(folded);
      if (!number) return std::nullopt;
      Value value = Value::of(Base::kDecimal, 0);
      value.decimal = *number;
      return value;
    }
    case Base::kDate: {
      const auto day = check::parse_day(folded);
      return day ? std::optional(Value::of(Base::kDate, *day)) : std::nullopt;
    }
    case Base::kText: return text_value(text);
    case Base::kCode:
      return field.type.list == nullptr ? std::nullopt : code_of(*field.type.list, folded);
    default: return std::nullopt;
  }
}

std::optional<Value> value_of_blank(const check::Field& field) {
  switch (field.blank) {
    case check::Field::Blank::kRefusesRow: return std::nullopt;
    case check::Field::Blank::kUnknown: return unknown_of(field.type.base);
    case check::Field::Blank::kNone: return Value::none();
    case check::Field::Blank::kOpen: return Value::open();
    case check::Field::Blank::kValue: return Value::of(Base::kCode, field.blank_value);
  }
  return std::nullopt;
}

Value value_not_mentioned(const check::Field& field, std::int64_t day) {
  switch (field.type.base) {
    case Base::kDate: return Value::of(Base::kDate, day);
    case Base::kText: return text_value("");
    case Base::kBool: return Value::yes_or_no(false);
    default: return Value::of(field.type.base, 0);
  }
}

}  // namespace assize::driver
