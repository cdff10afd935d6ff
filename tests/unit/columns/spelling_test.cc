// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/spelling.h"

#include <gtest/gtest.h>

namespace assize::columns {
namespace {

TEST(spelling, takes_outer_blanks_off) {
  EXPECT_EQ(trimmed(" \t Service user\r\n"), "Service user");
  EXPECT_EQ(trimmed("\xC2\xA0Unknown\xC2\xA0 "), "Unknown");
  EXPECT_EQ(trimmed(" \xC2\xA0 "), "");
}

TEST(spelling, folds_latin_letters_and_leaves_the_rest) {
  EXPECT_EQ(folded(" SERVICE User "), "service user");
  EXPECT_EQ(folded("ÀÉÖÞ ĀŐŹŸ"), "àéöþ āőźÿ");
  EXPECT_EQ(folded("×ß€–-"), "×ß€–-");
  EXPECT_NE(folded("a-b"), folded("a–b"));  // hyphen and dash differ
}

TEST(spelling, knows_well_formed_utf8) {
  EXPECT_TRUE(is_utf8("plain, é, €, 😀"));
  EXPECT_FALSE(is_utf8("caf\xE9"));
  EXPECT_FALSE(is_utf8("\xC0\xAF"));          // longer than needed
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // a surrogate
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // above the last character
  EXPECT_FALSE(is_utf8("\xE2\x82"));          // cut off
}

TEST(spelling, finds_the_nearest_that_is_near) {
  const std::vector<std::string> known = {"Request", "Assessment", "Service", "Review"};
  EXPECT_EQ(nearest_spelling("Servce", known), "Service");
  EXPECT_EQ(nearest_spelling("  REVEIW", known), "Review");
  EXPECT_EQ(nearest_spelling("Housing", known), std::nullopt);
  EXPECT_EQ(nearest_spelling("", known), std::nullopt);
}

}  // namespace
}  // namespace assize::columns
