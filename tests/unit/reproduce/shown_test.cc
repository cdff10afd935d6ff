// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/shown.h"

#include <gtest/gtest.h>

namespace assize::reproduce {
namespace {

using Kind = Shown::Kind;

TEST(read_cell, numbers_keep_their_decimals) {
  EXPECT_EQ(read_cell(" 63,188 ", 1).number, 63188);
  EXPECT_EQ(read_cell("82.90", 1).number, mpq_class(829, 10));
  EXPECT_EQ(read_cell("82.90", 1).decimals, 2);
  EXPECT_EQ(read_cell("82.9%", 1).number, mpq_class(829, 10));
  EXPECT_EQ(read_cell("-0.5", 1).number, mpq_class(-1, 2));
  EXPECT_EQ(read_cell("12.3 [r]", 1).number, mpq_class(123, 10));
}

TEST(read_cell, symbols_of_all_years_are_no_numbers) {
  EXPECT_EQ(read_cell("", 1).kind, Kind::kBlank);
  EXPECT_EQ(read_cell(" ", 1).kind, Kind::kBlank);
  EXPECT_EQ(read_cell(":", 1).kind, Kind::kNotAvailable);
  EXPECT_EQ(read_cell("[x]", 1).kind, Kind::kNotAvailable);
  EXPECT_EQ(read_cell("c", 1).kind, Kind::kWithheld);
  EXPECT_EQ(read_cell("[C]", 1).kind, Kind::kWithheld);
  EXPECT_EQ(read_cell("[z]", 1).kind, Kind::kNotApplicable);
}

TEST(read_cell, two_figures_are_the_new_and_the_old_one) {
  const Shown shown = read_cell("51,230 (35,415)", 7);
  EXPECT_EQ(shown.kind, Kind::kTwoNumbers);
  EXPECT_EQ(shown.number, 51230);
  EXPECT_EQ(shown.bracketed, 35415);
  EXPECT_EQ(shown.row, 7U);
  EXPECT_EQ(read_cell("7.7 (7.6)", 1).bracketed, mpq_class(38, 5));
  EXPECT_EQ(read_cell("7.9 (:)", 1).kind, Kind::kTwoNumbers);
  EXPECT_EQ(read_cell("7.9 (:)", 1).bracketed, std::nullopt);
}

TEST(read_cell, what_is_not_known_is_not_guessed) {
  for (const char* text :
       {"about 5", "5 to 6", "1,23", "12,3456", ",5", "7.7 (about 7)", "5 people", "."}) {
    EXPECT_EQ(read_cell(text, 1).kind, Kind::kUnreadable) << text;
    EXPECT_EQ(read_cell(text, 1).text, text);
  }
}

}  // namespace
}  // namespace assize::reproduce
