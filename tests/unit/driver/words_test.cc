// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/words.h"

#include <gtest/gtest.h>

namespace assize::driver {
namespace {

using check::Base;
using check::Type;
using check::Value;

Type type_of(Base base, std::string unit = "") {
  Type type;
  type.base = base;
  type.unit = std::move(unit);
  return type;
}

TEST(words, values_are_written_as_the_language_writes_them) {
  EXPECT_EQ(value_words(Value::of(Base::kDays, 2), type_of(Base::kDays)), "2 days");
  EXPECT_EQ(value_words(Value::of(Base::kNumber, 0), type_of(Base::kNumber, "years")), "0 years");
  EXPECT_EQ(value_words(Value::of(Base::kNumber, -3), type_of(Base::kNumber)), "-3");
  EXPECT_EQ(value_words(Value::yes_or_no(true), type_of(Base::kBool)), "yes");
  EXPECT_EQ(value_words(Value::unknown(), type_of(Base::kBool)), "unknown");
  EXPECT_EQ(value_words(Value::open(), type_of(Base::kDate)), "open");
  EXPECT_EQ(value_words(Value::none(), type_of(Base::kDate)), "none");
  EXPECT_EQ(
      value_words(Value::of(Base::kDate, *check::parse_day("2024-02-29")), type_of(Base::kDate)),
      "2024-02-29");
}

TEST(words, days_are_written_as_people_write_them) {
  EXPECT_EQ(period_words({*check::parse_day("2024-04-01"), *check::parse_day("2025-03-31")}),
            "1 April 2024 to 31 March 2025");
}

}  // namespace
}  // namespace assize::driver
