// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/lay_out.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::results {
namespace {

TEST(lay_out, groups_digits_by_threes) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1204881), "1,204,881");
  EXPECT_EQ(grouped(-1000), "-1,000");
  EXPECT_EQ(grouped(-100), "-100");
}

TEST(lay_out, counts_characters_not_bytes) {
  EXPECT_EQ(display_width("Môn"), 3U);
  EXPECT_EQ(padded("Môn", 5), "Môn  ");
  EXPECT_EQ(right_aligned("Môn", 5), "  Môn");
  EXPECT_EQ(padded("longer", 3), "longer");
}

TEST(lay_out, breaks_at_blanks_and_keeps_long_words) {
  EXPECT_THAT(wrapped("one two  three", 7), testing::ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("Bournemouth and", 4), testing::ElementsAre("Bournemouth", "and"));
  EXPECT_TRUE(wrapped("", 4).empty());
}

TEST(lay_out, one_row_two_rows) {
  EXPECT_EQ(counted(1, "row"), "1 row");
  EXPECT_EQ(counted(2000, "row"), "2,000 rows");
  EXPECT_EQ(counted(0, "row"), "0 rows");
}

}  // namespace
}  // namespace assize::results
