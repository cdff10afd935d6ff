// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/given_cells.h"

#include <gtest/gtest.h>

#include "compiler/check/period.h"

namespace assize::driver {
namespace {

using check::Base;
using check::Field;
using check::Value;

Field field_of(Base base) {
  Field field;
  field.type.base = base;
  return field;
}

TEST(given_cells, words_stand_for_what_is_no_value_only_where_the_type_holds_it) {
  Field field = field_of(Base::kDate);
  EXPECT_FALSE(value_of_cell(field, "open"));
  EXPECT_FALSE(value_of_cell(field, "unknown"));
  field.type.may_be_open = true;
  EXPECT_EQ(value_of_cell(field, "Open")->state, Value::State::kOpen);
  field.type.may_be_unknown = true;
  EXPECT_EQ(value_of_cell(field, "unknown")->state, Value::State::kUnknown);
}

TEST(given_cells, days_and_numbers_are_read_whole) {
  EXPECT_EQ(value_of_cell(field_of(Base::kDate), "2024-02-29")->whole,
            *check::parse_day("2024-02-29"));
  EXPECT_FALSE(value_of_cell(field_of(Base::kDate), "2023-02-29"));
  EXPECT_EQ(value_of_cell(field_of(Base::kNumber), "12")->whole, 12);
  EXPECT_FALSE(value_of_cell(field_of(Base::kNumber), "12a"));
}

TEST(given_cells, codes_go_by_name_and_an_unknown_one_is_unknown) {
  check::CodeList list;
  list.values = {{"male", "Male", {}, false, {}}, {"not_said", "Not said", {}, true, {}}};
  Field field = field_of(Base::kCode);
  field.type.list = &list;
  EXPECT_EQ(value_of_cell(field, "Male")->whole, 0);
  EXPECT_EQ(value_of_cell(field, "not_said")->state, Value::State::kUnknown);
  EXPECT_FALSE(value_of_cell(field, "female"));
}

TEST(given_cells, a_blank_means_what_the_field_says) {
  Field field = field_of(Base::kDate);
  field.blank = Field::Blank::kRefusesRow;
  EXPECT_FALSE(value_of_blank(field));
  field.blank = Field::Blank::kOpen;
  EXPECT_EQ(value_of_blank(field)->state, Value::State::kOpen);
  field.blank = Field::Blank::kNone;
  EXPECT_EQ(value_of_blank(field)->state, Value::State::kNone);
  EXPECT_EQ(value_not_mentioned(field, 77).whole, 77);
}

}  // namespace
}  // namespace assize::driver
