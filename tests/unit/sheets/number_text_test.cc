// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sheets/number_text.h"

#include <gtest/gtest.h>

namespace assize::sheets {
namespace {

TEST(number_text, has_the_fifteen_digits_of_a_spreadsheet) {
  EXPECT_EQ(number_text(79.40000000000001), "79.4");
  EXPECT_EQ(number_text(0.1 + 0.2), "0.3");
  EXPECT_EQ(number_text(83.1325301204819), "83.1325301204819");
}

TEST(number_text, never_has_an_exponent_or_zeros_at_the_end) {
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(1890), "1890");
  EXPECT_EQ(number_text(54786327), "54786327");
  EXPECT_EQ(number_text(1e15), "1000000000000000");
  EXPECT_EQ(number_text(0.00012), "0.00012");
  EXPECT_EQ(number_text(-82.5), "-82.5");
}

}  // namespace
}  // namespace assize::sheets
