// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/arrow_cells.h"

#include <arrow/util/decimal.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <limits>

#include "runtime/columns/calendar.h"
#include "runtime/columns/read_failures.h"
#include "runtime/columns/spelling.h"

namespace assize::columns {
namespace {

constexpr std::int32_t kNotSeen = -2;
constexpr std::int64_t kMillisOfDay = 86'400'000;

// Shortest text that reads back as the same number, without exponent.
std::string real_text(double number) {
  char buffer[400];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer, end) : std::string("not a number");
}

std::string real_text(float number) {
  char buffer[80];
  const auto [end, error] =
      std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer, end) : std::string("not a number");
}

std::string without_last_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::int64_t units_of_day(arrow::TimeUnit::type unit) {
  switch (unit) {
    case arrow::TimeUnit::SECOND:
      return 86'400;
    case arrow::TimeUnit::MILLI:
      return kMillisOfDay;
    case arrow::TimeUnit::MICRO:
      return kMillisOfDay * 1'000;
    case arrow::TimeUnit::NANO:
      return kMillisOfDay * 1'000'000;
  }
  return kMillisOfDay;
}

std::int64_t divided_down(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

void ArrowCells::add_blank() {
  if (column_.holds_numbers) {
    column_.numbers.push_back(kBlankNumber);
  } else {
    column_.codes.push_back(kBlankCode);
  }
}

arrow::Status ArrowCells::code_of(std::string_view text, std::int32_t& code) {
  code = kBlankCode;
  if (trimmed(text).empty()) return arrow::Status::OK();
  const std::size_t known = dictionary_.texts().size();
  code = dictionary_.code_of(text);
  const bool is_new = dictionary_.texts().size() > known;
  return is_new && !is_utf8(text) ? arrow::Status::Invalid("not UTF-8") : arrow::Status::OK();
}

arrow::Status ArrowCells::add_text(std::string_view text) {
  if (!column_.holds_numbers) {
    std::int32_t code = kBlankCode;
    ARROW_RETURN_NOT_OK(code_of(text, code));
    column_.codes.push_back(code);
    return arrow::Status::OK();
  }
  const std::string_view plain = trimmed(text);
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
  const bool is_whole = error == std::errc() && stop == plain.data() + plain.size();
  if (is_whole && plain.size() <= 18) {
    column_.numbers.push_back(number);
  } else if (plain.empty()) {
    column_.numbers.push_back(kBlankNumber);
  } else {
    column_.others.emplace(static_cast<std::uint32_t>(rows()), text);
    column_.numbers.push_back(kOtherText);
  }
  return arrow::Status::OK();
}

template <class A>
arrow::Status ArrowCells::add_texts(const A& array) {
  for (std::int64_t i = 0; i < array.length(); ++i) {
    if (array.IsNull(i)) {
      add_blank();
    } else {
      ARROW_RETURN_NOT_OK(add_text(array.GetView(i)));
    }
  }
  return arrow::Status::OK();
}

// Each text of the file's own dictionary is looked at once, when a row first uses it.
arrow::Status ArrowCells::add_dictionary(const arrow::DictionaryArray& array) {
  if (column_.holds_numbers) {
    ARROW_ASSIGN_OR_RAISE(const auto plain, array.dictionary()->View(array.dictionary()->type()));
    for (std::int64_t i = 0; i < array.length(); ++i) {
      if (array.IsNull(i)) {
        add_blank();
        continue;
      }
      ARROW_RETURN_NOT_OK(add(*plain->Slice(array.GetValueIndex(i), 1)));
    }
    return arrow::Status::OK();
  }
  ArrowCells values(ColumnRequest{});
  ARROW_RETURN_NOT_OK(values.add(*array.dictionary()));
  std::vector<std::int32_t> code_by_value(values.column_.codes.size(), kNotSeen);
  const bool is_int32 = array.indices()->type_id() == arrow::Type::INT32;
  const auto* indices =
      is_int32 ? static_cast<const arrow::Int32Array&>(*array.indices()).raw_values() : nullptr;
  const bool has_blanks = array.null_count() > 0;
  for (std::int64_t i = 0; i < array.length(); ++i) {
    if (has_blanks && array.IsNull(i)) {
      add_blank();
      continue;
    }
    const auto index = static_cast<std::size_t>(is_int32 ? indices[i] : array.GetValueIndex(i));
    std::int32_t& code = code_by_value[index];
    if (code == kNotSeen) {
      const std::int32_t value = values.column_.codes[index];
      code = kBlankCode;
      if (value >= 0) {
        ARROW_RETURN_NOT_OK(
            code_of(values.dictionary_.texts()[static_cast<std::size_t>(value)], code));
      }
    }
    column_.codes.push_back(code);
  }
  return arrow::Status::OK();
}

template <class A>
arrow::Status ArrowCells::add_wholes(const A& array) {
  constexpr auto kHighest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  const auto fits = [](auto value) {
    if constexpr (std::is_unsigned_v<decltype(value)>) return value <= kHighest;
    // The two lowest values stand for cells without a number.
    if constexpr (!std::is_unsigned_v<decltype(value)>) return value > kOtherText;
  };
  if (!column_.holds_numbers) {
    return add_written(array, [](auto value) { return std::to_string(value); });
  }
  for (std::int64_t i = 0; i < array.length(); ++i) {
    if (array.IsNull(i)) {
      add_blank();
    } else if (fits(array.Value(i))) {
      column_.numbers.push_back(static_cast<std::int64_t>(array.Value(i)));
    } else {
      ARROW_RETURN_NOT_OK(add_text(std::to_string(array.Value(i))));
    }
  }
  return arrow::Status::OK();
}

// Values that fit eight bytes, each written once for all rows that hold it.
template <class A, class F>
arrow::Status ArrowCells::add_written(const A& array, const F& write) {
  for (std::int64_t i = 0; i < array.length(); ++i) {
    if (array.IsNull(i)) {
      add_blank();
      continue;
    }
    const auto value = array.Value(i);
    if (column_.holds_numbers) {
      ARROW_RETURN_NOT_OK(add_text(write(value)));
      continue;
    }
    std::int64_t key = 0;
    std::memcpy(&key, &value, sizeof value);
    const auto [found, is_new] = written_.try_emplace(key, kBlankCode);
    if (is_new) ARROW_RETURN_NOT_OK(code_of(write(value), found->second));
    column_.codes.push_back(found->second);
  }
  return arrow::Status::OK();
}

arrow::Status ArrowCells::add_decimals(const arrow::Array& array) {
  const auto& decimals = static_cast<const arrow::FixedSizeBinaryArray&>(array);
  const auto text_of = [&](std::int64_t i) -> std::string {
    switch (array.type_id()) {
      case arrow::Type::DECIMAL32:
        return static_cast<const arrow::Decimal32Array&>(array).FormatValue(i);
      case arrow::Type::DECIMAL64:
        return static_cast<const arrow::Decimal64Array&>(array).FormatValue(i);
      case arrow::Type::DECIMAL128:
        return static_cast<const arrow::Decimal128Array&>(array).FormatValue(i);
      default:
        return static_cast<const arrow::Decimal256Array&>(array).FormatValue(i);
    }
  };
  for (std::int64_t i = 0; i < decimals.length(); ++i) {
    if (decimals.IsNull(i)) {
      add_blank();
    } else {
      ARROW_RETURN_NOT_OK(add_text(without_last_zeros(text_of(i))));
    }
  }
  return arrow::Status::OK();
}

// A moment at midnight is a day; another is no day, and is written so that nobody takes it for one.
arrow::Status ArrowCells::add_timestamps(const arrow::TimestampArray& array) {
  const std::int64_t of_day =
      units_of_day(static_cast<const arrow::TimestampType&>(*array.type()).unit());
  return add_written(array, [of_day](std::int64_t moment) {
    const std::int64_t day = divided_down(moment, of_day);
    const std::int64_t seconds = (moment - day * of_day) / (of_day / 86'400);
    if (moment == day * of_day) return day_text(day);
    char time[32];
    std::snprintf(time, sizeof time, "T%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return day_text(day) + time;
  });
}

arrow::Status ArrowCells::add(const arrow::Array& array) {
  using arrow::Type;
  const auto real = [](auto value) { return real_text(value); };
  const auto millis = [](std::int64_t value) {
    return day_text(divided_down(value, kMillisOfDay));
  };
  const auto day = [](std::int32_t value) { return day_text(value); };
  const auto yes_no = [](bool value) { return std::string(value ? "yes" : "no"); };
  switch (array.type_id()) {
    case Type::NA:
      for (std::int64_t i = 0; i < array.length(); ++i) add_blank();
      return arrow::Status::OK();
    case Type::STRING:
      return add_texts(static_cast<const arrow::StringArray&>(array));
    case Type::LARGE_STRING:
      return add_texts(static_cast<const arrow::LargeStringArray&>(array));
    case Type::STRING_VIEW:
      return add_texts(static_cast<const arrow::StringViewArray&>(array));
    case Type::BINARY:
      return add_texts(static_cast<const arrow::BinaryArray&>(array));
    case Type::LARGE_BINARY:
      return add_texts(static_cast<const arrow::LargeBinaryArray&>(array));
    case Type::DICTIONARY:
      return add_dictionary(static_cast<const arrow::DictionaryArray&>(array));
    case Type::INT8:
      return add_wholes(static_cast<const arrow::Int8Array&>(array));
    case Type::INT16:
      return add_wholes(static_cast<const arrow::Int16Array&>(array));
    case Type::INT32:
      return add_wholes(static_cast<const arrow::Int32Array&>(array));
    case Type::INT64:
      return add_wholes(static_cast<const arrow::Int64Array&>(array));
    case Type::UINT8:
      return add_wholes(static_cast<const arrow::UInt8Array&>(array));
    case Type::UINT16:
      return add_wholes(static_cast<const arrow::UInt16Array&>(array));
    case Type::UINT32:
      return add_wholes(static_cast<const arrow::UInt32Array&>(array));
    case Type::UINT64:
      return add_wholes(static_cast<const arrow::UInt64Array&>(array));
    case Type::FLOAT:
      return add_written(static_cast<const arrow::FloatArray&>(array), real);
    case Type::DOUBLE:
      return add_written(static_cast<const arrow::DoubleArray&>(array), real);
    case Type::BOOL:
      return add_written(static_cast<const arrow::BooleanArray&>(array), yes_no);
    case Type::DATE32:
      return add_written(static_cast<const arrow::Date32Array&>(array), day);
    case Type::DATE64:
      return add_written(static_cast<const arrow::Date64Array&>(array), millis);
    case Type::TIMESTAMP:
      return add_timestamps(static_cast<const arrow::TimestampArray&>(array));
    case Type::DECIMAL32:
    case Type::DECIMAL64:
    case Type::DECIMAL128:
    case Type::DECIMAL256:
      return add_decimals(array);
    default:
      return arrow::Status::NotImplemented(type_in_words(*array.type()));
  }
}

RawColumn ArrowCells::take(std::string name) {
  column_.name = std::move(name);
  column_.texts = dictionary_.take_texts();
  return std::move(column_);
}

std::string type_in_words(const arrow::DataType& type) {
  switch (type.id()) {
    case arrow::Type::LIST:
    case arrow::Type::LARGE_LIST:
    case arrow::Type::LIST_VIEW:
    case arrow::Type::FIXED_SIZE_LIST:
      return "lists";
    case arrow::Type::STRUCT:
    case arrow::Type::MAP:
      return "records within a cell";
    case arrow::Type::TIME32:
    case arrow::Type::TIME64:
      return "times of day";
    case arrow::Type::DURATION:
      return "durations";
    default:
      return "cells of type " + type.ToString();
  }
}

Failure failure_of(const std::string& path, const char* format, const std::string& column,
                   const arrow::Status& status) {
  if (status.IsOutOfMemory()) return not_enough_memory(path);
  if (status.IsNotImplemented() && !column.empty()) {
    return unusable_type(path, column, status.message());
  }
  if (status.message() == "not UTF-8") return wrong_encoding(path, "column \"" + column + "\"");
  // One line is enough of what may be a long trace.
  return broken_file(path, format, status.message().substr(0, status.message().find('\n')));
}

}  // namespace assize::columns
