// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string repeated(std::string_view text, std::size_t times) {
  std::string made;
  for (std::size_t at = 0; at < times; ++at) made += text;
  return made;
}

std::string nested(std::size_t depth) {
  return "let a = " + repeated("(", depth) + "1" + repeated(")", depth);
}

TEST(Limits, brackets_nest_to_64) {
  EXPECT_EQ(Reading(nested(64), Entry::kClauses).messages(), "");
  const Reading reading(nested(65), Entry::kClauses);
  EXPECT_EQ(reading.messages(),
            "1:73 E0191 brackets are nested deeper than 64; the file is not read\n");
  EXPECT_EQ(reading.printed(), nested(65));
}

TEST(Limits, braces_count_as_brackets) {
  EXPECT_THAT(Reading(repeated("measure m {", 65)).messages(), HasSubstr("E0191"));
}

TEST(Limits, signs_that_nest_without_brackets_are_counted_too) {
  EXPECT_EQ(Reading("let a = " + repeated("not ", 64) + "x", Entry::kClauses).messages(), "");
  EXPECT_THAT(Reading("let a = " + repeated("not ", 65) + "x", Entry::kClauses).messages(),
              HasSubstr("E0191"));
  EXPECT_THAT(Reading("let a = " + repeated("- ", 65) + "x", Entry::kClauses).messages(),
              HasSubstr("E0191"));
}

TEST(Limits, a_chain_has_at_most_a_thousand_parts) {
  EXPECT_EQ(Reading("1" + repeated("+1", 999), Entry::kExpression).messages(), "");
  EXPECT_THAT(Reading("1" + repeated("+1", 1001), Entry::kExpression).messages(),
              HasSubstr("E0191"));
  EXPECT_THAT(Reading("1" + repeated("*1", 1001), Entry::kExpression).messages(),
              HasSubstr("E0191"));
  EXPECT_THAT(Reading("s" + repeated(" where x", 1001), Entry::kExpression).messages(),
              HasSubstr("E0191"));
  EXPECT_EQ(Reading("a" + repeated(" and a", 5000), Entry::kExpression).messages(), "")
      << "this one is flat";
}

TEST(Limits, a_file_has_at_most_1_mib) {
  const std::size_t most = std::size_t{1} << 20;
  EXPECT_EQ(Reading(std::string(most, ' ')).messages(), "");
  const Reading reading(std::string(most + 1, ' '));
  EXPECT_EQ(reading.messages(), "1:1 E0190 this file is longer than 1 MiB and is not read\n");
  EXPECT_EQ(reading.printed().size(), most + 1);
}

TEST(Limits, a_file_has_at_most_200_000_words) {
  EXPECT_THAT(Reading(repeated("a ", 200'001)).messages(), StartsWith("1:400001 E0190"));
}

TEST(Limits, what_is_refused_or_wrong_all_over_takes_no_time) {
  const auto begin = std::chrono::steady_clock::now();
  const std::size_t most = std::size_t{1} << 20;
  const std::vector<std::string> texts = {
      repeated("(", most),       repeated("\"", most),
      repeated("a\n", most / 2), repeated("measure\n", 100'000),
      repeated("}", 190'000),    "measure m {\n" + repeated("lag\n", 190'000)};
  for (const std::string& text : texts) EXPECT_NE(Reading(text).messages(), "");
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), 60.0)
      << "six texts of up to 1 MiB; well under a second each without sanitizers";
}

TEST(Limits, a_file_with_more_than_a_hundred_mistakes_is_not_read_to_its_end) {
  EXPECT_EQ(Reading(repeated("measure\n", 500)).sink.all().size(), 100U);
}

TEST(Limits, bytes_that_are_no_utf_8_are_refused_with_their_place) {
  EXPECT_EQ(Reading("use \"a\xFF\"").messages(),
            "1:7 E0192 this file is no UTF-8 text: byte 7 is 0xFF\n");
  EXPECT_EQ(Reading(std::string("a\0b", 3)).messages(),
            "1:2 E0192 this file is no UTF-8 text: byte 2 is 0x00\n");
  for (const std::string_view bad :
       {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xF0\x80\x80\x80"}) {
    const Reading reading{std::string(bad)};
    EXPECT_THAT(reading.messages(), HasSubstr("E0192"));
    EXPECT_EQ(reading.printed(), bad);
  }
  EXPECT_EQ(Reading("// \xF4\x8F\xBF\xBF \xED\x9F\xBF \xC2\x80").messages(), "");
}

}  // namespace
}  // namespace assize::syntax
