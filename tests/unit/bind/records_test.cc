// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/records.h"

#include <gtest/gtest.h>

namespace assize::bind {
namespace {

TEST(column, is_as_narrow_as_its_cells_allow_and_keeps_what_is_no_value) {
  const std::vector<std::pair<std::int64_t, int>> cases = {
      {126, 1},        {127, 2},        {-126, 1},        {-127, 2},
      {32766, 2},      {32767, 4},      {-32766, 2},      {-32767, 4},
      {2147483646, 4}, {2147483647, 8}, {-2147483647, 8}, {INT64_MAX - 1, 8}};
  for (const auto& [value, width] : cases) {
    const std::vector<std::int64_t> cells = {value, kUnknownCell, kNoneCell, kOpenCell, 0};
    const Column column = Column::narrowest(cells);
    EXPECT_EQ(column.width(), width) << value;
    ASSERT_EQ(column.size(), cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) EXPECT_EQ(column.at(i), cells[i]) << value;
  }
}

TEST(column, can_be_made_of_codes_and_of_some_of_its_rows) {
  const Column column = Column::narrowest({kOpenCell, 1000, -5}, {2, 0, 1, 1});
  EXPECT_EQ(column.width(), 2);
  EXPECT_EQ(column.at(0), -5);
  EXPECT_EQ(column.at(1), kOpenCell);
  EXPECT_EQ(column.at(3), 1000);
  const Column picked = column.picked({3, 0});
  EXPECT_EQ(picked.size(), 2U);
  EXPECT_EQ(picked.at(0), 1000);
  EXPECT_EQ(picked.at(1), -5);
}

TEST(text_pool, holds_texts_that_differ_in_case_or_outer_blanks_once) {
  TextPool pool;
  const auto id = pool.intern("leeds ");
  EXPECT_EQ(pool.intern("LEEDS"), id);
  EXPECT_EQ(pool.find(" Leeds"), id);
  EXPECT_EQ(pool.find("York"), -1);
  EXPECT_EQ(pool.folded(id), "leeds");
  EXPECT_EQ(pool.text(id), "LEEDS");  // sorts first by bytes
}

TEST(text_pool, shows_the_same_spelling_whatever_the_order) {
  TextPool one;
  TextPool other;
  for (const char* text : {"b", "B", " b"}) one.intern(text);
  for (const char* text : {" b", "B", "b"}) other.intern(text);
  EXPECT_EQ(one.text(0), other.text(0));
}

TEST(text_pool, keeps_references_while_it_grows) {
  TextPool pool;
  const std::string& first = pool.text(pool.intern("first"));
  for (int i = 0; i < 100000; ++i) pool.intern("text " + std::to_string(i));
  EXPECT_EQ(first, "first");
  EXPECT_EQ(pool.find("text 99999"), 100000);
}

}  // namespace
}  // namespace assize::bind
