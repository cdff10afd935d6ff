// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// Whatever is cut from a text or put into it: the reader ends, gives the text back, says something
// that has a place in the file, and never fails in itself.

#include <gtest/gtest.h>

#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

void expect_sound(const std::string& text, Entry entry) {
  const Reading reading(text, entry);
  ASSERT_EQ(reading.printed(), text);
  for (const diagnostics::Diagnostic& each : reading.sink.all()) {
    ASSERT_NE(each.code, "I0101") << each.message << "\n" << text;
    ASSERT_LE(each.span.begin, each.span.end) << text;
    ASSERT_LE(each.span.end, text.size()) << text;
    for (const auto& fix : each.fixes) {
      for (const auto& edit : fix.edits) ASSERT_LE(edit.span.end, text.size()) << text;
    }
  }
  reading.tree_text();
}

std::vector<Token> tokens_of(const Fixture& fixture) {
  return Reading(fixture.text, fixture.entry).tree.tokens;
}

TEST(Damage, a_text_cut_off_anywhere) {
  for (const Fixture& each : constructs()) {
    for (const Token& token : tokens_of(each))
      expect_sound(each.text.substr(0, token.span.end), each.entry);
  }
}

TEST(Damage, any_word_left_out) {
  for (const Fixture& each : constructs()) {
    for (const Token& token : tokens_of(each)) {
      if (token.kind == Token::Kind::kSpace || token.kind == Token::Kind::kComment) continue;
      std::string text = each.text;
      text.erase(token.span.begin, token.span.end - token.span.begin);
      expect_sound(text, each.entry);
    }
  }
}

TEST(Damage, any_word_replaced) {
  for (const std::string word :
       {"}", "{", "(", ")", "zzz", "measure", "\"", "7", "| a |", ",", "unknown"}) {
    for (const Fixture& each : constructs()) {
      const std::vector<Token> tokens = tokens_of(each);
      for (std::size_t at = 0; at < tokens.size(); at += 7) {
        std::string text = each.text;
        text.replace(tokens[at].span.begin, tokens[at].span.end - tokens[at].span.begin,
                     word + " ");
        expect_sound(text, each.entry);
      }
    }
  }
}

TEST(Damage, a_word_left_out_gives_one_message_nearly_always) {
  std::size_t texts = 0;
  std::size_t messages = 0;
  for (const Fixture& each : constructs()) {
    for (const Token& token : tokens_of(each)) {
      if (token.kind == Token::Kind::kSpace || token.kind == Token::Kind::kComment) continue;
      std::string text = each.text;
      text.erase(token.span.begin, token.span.end - token.span.begin);
      const std::size_t count = Reading(text, each.entry).sink.all().size();
      if (count == 0) continue;  // what is left may be well formed
      ++texts;
      messages += count;
    }
  }
  ASSERT_GT(texts, 500U);
  EXPECT_LT(static_cast<double>(messages), 1.1 * static_cast<double>(texts))
      << messages << " of " << texts;
}

}  // namespace
}  // namespace assize::syntax
