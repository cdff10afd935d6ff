// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// What is well formed is read without a word, and printed back byte for byte.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/places.h"
#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

void expect_read_whole(const std::vector<Fixture>& fixtures) {
  for (const Fixture& each : fixtures) {
    const Reading reading(each.text, each.entry);
    EXPECT_EQ(reading.messages(), "") << each.name;
    EXPECT_EQ(reading.printed(), each.text) << each.name;
  }
}

/// Tokens must lie one after another from the first byte to the last.
void expect_without_gaps(const Reading& reading) {
  std::uint32_t at = 0;
  for (const Token& token : reading.tree.tokens) {
    EXPECT_EQ(token.span.begin, at);
    at = token.span.end;
  }
  EXPECT_EQ(at, reading.sources.file(0).text().size());
}

TEST(RoundTrip, every_construct) { expect_read_whole(constructs()); }

TEST(RoundTrip, every_framework_of_this_repository) { expect_read_whole(framework_texts()); }

TEST(RoundTrip, examples_and_blocks_of_the_language) {
  if (!support::shared_data()) GTEST_SKIP() << support::kNoSharedData;
  const std::vector<Fixture> texts = shared_texts();
  EXPECT_GE(texts.size(), 13U) << "six example files and seven blocks";
  expect_read_whole(texts);
}

TEST(RoundTrip, the_empty_file) {
  const Reading reading("");
  EXPECT_EQ(reading.messages(), "");
  EXPECT_EQ(reading.printed(), "");
  EXPECT_EQ(reading.tree_text(), "");
}

TEST(RoundTrip, comments_and_blanks_alone) {
  const std::string text = "  // nothing\n\n\t// more";
  const Reading reading(text);
  EXPECT_EQ(reading.messages(), "");
  EXPECT_EQ(reading.printed(), text);
}

TEST(RoundTrip, a_byte_order_mark_is_passed_over) {
  const std::string text = "\xEF\xBB\xBFmeasure m { title \"\xC3\xA9\" lag 3 months }\n";
  const Reading reading(text);
  EXPECT_EQ(reading.messages(), "");
  EXPECT_EQ(reading.printed(), text);
  ASSERT_EQ(reading.tree.measures.size(), 1U);
  EXPECT_EQ(reading.sources.file(0).text(reading.tree.measures[0].name.span), "m");
  EXPECT_EQ(reading.sources.file(0).text(reading.tree.measures[0].body.lag->span), "3 months");
}

TEST(RoundTrip, line_breaks_of_other_systems) {
  const std::string text = "code list a {\r\n  | code | text |\r\n  | x | y |\r\n}\r\n";
  const Reading reading(text);
  EXPECT_EQ(reading.messages(), "");
  EXPECT_EQ(reading.printed(), text);
  EXPECT_EQ(reading.tree.code_lists.at(0).table.rows.at(0).at(1).text, "y");
}

TEST(RoundTrip, places_count_bytes_where_characters_take_several) {
  const Reading reading(
      "measure m { title \"\xE2\x82\xAC\xF0\x9F\x93\x9A\" kind \xC2\xA0 outcome }");
  EXPECT_EQ(reading.messages(), "");
  expect_without_gaps(reading);
  ASSERT_TRUE(reading.tree.measures.at(0).body.kind);
  EXPECT_EQ(reading.sources.file(0).text(reading.tree.measures[0].body.kind->span), "outcome");
}

TEST(RoundTrip, tokens_have_no_gaps) {
  for (const Fixture& each : constructs()) expect_without_gaps(Reading(each.text, each.entry));
}

TEST(RoundTrip, tokens_know_what_they_are) {
  const Reading reading(
      "measure m as 2A { covers 2024-04-01 7 2024-25 \"x\" , // c\n  | r |\n`q` }");
  std::string kinds;
  for (const Token& token : reading.tree.tokens) {
    if (token.kind != Token::Kind::kSpace)
      kinds += "WNndycTRSC"[static_cast<std::size_t>(token.kind)];
  }
  EXPECT_EQ(kinds, "WNWcSWdnyTSCRNS");
}

}  // namespace
}  // namespace assize::syntax
