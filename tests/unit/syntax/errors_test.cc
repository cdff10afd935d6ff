// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// What is said of each kind of mistake, and the edits that are offered.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/diagnostics/render_text.h"
#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

using testing::HasSubstr;

std::string rendered(std::string text, Entry entry = Entry::kClauses) {
  const Reading reading(std::move(text), entry);
  return diagnostics::render_text(reading.sources, reading.sink.all(), {});
}

std::string said(std::string text, Entry entry = Entry::kClauses) {
  return Reading(std::move(text), entry).messages();
}

TEST(Errors, what_was_expected_is_said_in_words) {
  EXPECT_EQ(said("foo", Entry::kFile),
            "1:1 E0101 expected a declaration, such as `measure` or `collection`, found `foo`\n");
  EXPECT_EQ(said("foo"),
            "1:1 E0101 expected a clause of a measure, such as `population` or `numerator`, found "
            "`foo`\n");
  EXPECT_EQ(
      said("collection c { foo }", Entry::kFile),
      "1:16 E0101 expected a clause of a collection, such as `field` or `holds`, found `foo`\n");
  EXPECT_EQ(said("edition a b", Entry::kFile),
            "1:11 E0101 expected a year such as 2024-25, found `b`\n");
  EXPECT_EQ(said("serves \"a\""), "1:8 E0101 expected a name, found the text \"a\"\n");
  EXPECT_EQ(said("title a"), "1:7 E0101 expected a text in double quotes, found `a`\n");
  EXPECT_EQ(said("from a b"), "1:8 E0101 expected `,` or the next clause, found `b`\n");
  EXPECT_EQ(said("flag f is maybe"), "1:11 E0101 expected `yes` or `no`, found `maybe`\n");
  EXPECT_EQ(said("flag f is no, to be decided by soon"),
            "1:32 E0101 expected a date such as 2024-04-01, found `soon`\n");
  EXPECT_EQ(
      said("let a = b c"),
      "1:11 E0101 expected a word that goes on, such as `and`, or the next clause, found `c`\n");
  EXPECT_EQ(said("let a = b is"),
            "1:13 E0101 expected a value or `known`, found the end of the file\n");
  EXPECT_EQ(said("let a ="), "1:8 E0101 expected a condition, found the end of the file\n");
  EXPECT_EQ(said("lag"), "1:4 E0101 expected a value, found the end of the file\n");
  EXPECT_EQ(said("test \"a\" of b in c 2024-25 { given d }", Entry::kFile),
            "1:38 E0101 expected a row of a table (`| … |`) or `with`, found `}`\n");
}

TEST(Errors, no_message_speaks_of_the_parsers_inside) {
  for (const Fixture& each : constructs()) {
    for (const Token& token : Reading(each.text, each.entry).tree.tokens) {
      if (token.kind == Token::Kind::kSpace) continue;
      std::string text = each.text;
      text.erase(token.span.begin, token.span.end - token.span.begin);
      const std::string messages = said(text, each.entry);
      for (const std::string_view inside : {"EOF", "ID", "TEXT", "LBRACE", "RPAREN", "mismatched",
                                            "viable", "missing", "<EOF", "extraneous"}) {
        ASSERT_EQ(messages.find(inside), std::string::npos) << messages;
      }
    }
  }
}

TEST(Errors, a_reserved_word_as_a_name_is_offered_backquotes) {
  EXPECT_THAT(rendered("let number = 3"), HasSubstr("= say it:   let `number` = 3\n"));
}

TEST(Errors, values_are_compared_with_is) {
  EXPECT_THAT(rendered("let a = b = c"), HasSubstr("= say it:   let a = b is c\n"));
  EXPECT_THAT(rendered("let a = b != c"),
              HasSubstr("= that two values differ is said with `is not`\n"));
}

TEST(Errors, signs_of_word_processors_are_named) {
  EXPECT_THAT(rendered("let a = \u201Cb\u201D"),
              HasSubstr("= text stands between straight quotes: \"like this\"\n"));
  EXPECT_THAT(rendered("let a = 2024\u201304\u201301"), HasSubstr("are a plain hyphen: -\n"));
}

TEST(Errors, a_bracket_that_closes_nothing) {
  EXPECT_THAT(rendered("let a = b)"), HasSubstr("= no brace or bracket is open here\n"));
}

TEST(Errors, a_policy_without_its_comma) {
  const std::string text =
      rendered("population people { leave out \"a\" when b < 3 if unknown keep }");
  EXPECT_THAT(text, HasSubstr("expected a comma before `if unknown`, found none"));
  EXPECT_THAT(
      text,
      HasSubstr("= say it:   population people { leave out \"a\" when b < 3, if unknown keep }\n"));
  EXPECT_THAT(rendered("numerator those where b if unknown do not count"),
              HasSubstr("= say it:   numerator those where b, if unknown do not count\n"));
  EXPECT_THAT(rendered("numerator those where b if unknown count"),
              HasSubstr("= say it:   numerator those where b, if unknown count\n"));
}

TEST(Errors, and_beside_or_offers_both_readings) {
  const std::string text = rendered("let a = x is b and y or z");
  EXPECT_THAT(text, HasSubstr("error[E0106]: `and` stands beside `or` without brackets"));
  EXPECT_THAT(text, HasSubstr("   = say it:   let a = (x is b and y) or z\n"
                              "        or:    let a = x is b and (y or z)\n"));
  EXPECT_EQ(said("let a = b or c or d and e"),
            "1:21 E0106 `and` stands beside `or` without brackets\n");
  EXPECT_EQ(said("let a = b or (c and d)"), "");
}

TEST(Errors, if_unknown_within_a_condition_needs_brackets) {
  EXPECT_THAT(rendered("let a = b is c if unknown yes and d"),
              HasSubstr("   = say it:   let a = (b is c if unknown yes) and d\n"));
  EXPECT_THAT(rendered("let a = rows where b is not c if unknown yes"),
              HasSubstr("   = say it:   let a = rows where (b is not c if unknown yes)\n"));
  EXPECT_EQ(said("let a = b if unknown 3 + 1"),
            "1:11 E0107 `if unknown` within a longer expression stands in brackets with what it is "
            "about\n");
  EXPECT_EQ(said("let a = (b if unknown 3) + 1"), "");
  EXPECT_EQ(said("let a = b and c if unknown yes"), "");
}

TEST(Errors, if_they_differ_within_a_longer_expression_needs_brackets) {
  EXPECT_THAT(rendered("let a = the b of c if they differ d is e"),
              HasSubstr("   = say it:   let a = (the b of c if they differ d) is e\n"));
  EXPECT_THAT(said("let a = the b of c if they differ d and e"), HasSubstr("E0107"));
  EXPECT_EQ(said("let a = (the b of c if they differ d) is e"), "");
  EXPECT_EQ(said("let a = the b of c is e"), "");
}

TEST(Errors, rows_have_as_many_cells_as_their_heading) {
  const Reading reading(
      "code list a {\n"
      "  | code | text |\n"
      "  | a    | \"b | c\" |   // a | comment\n"
      "  | b    | c | d |\n"
      "  | c    |\n"
      "  | d    | e\n"
      "}\n");
  EXPECT_EQ(reading.messages(),
            "4:3 E0104 this row has 3 cells, its heading has 2 columns\n"
            "5:3 E0104 this row has 1 cell, its heading has 2 columns\n");
  const Table& table = reading.tree.code_lists.at(0).table;
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0][1].text, "\"b | c\"");
  EXPECT_EQ(table.rows[1][1].text, "e");
}

TEST(Errors, a_text_in_a_cell_ends_in_its_row) {
  EXPECT_EQ(said("code list a {\n| code | text |\n| a | \"b |\n}", Entry::kFile),
            "3:7 E0105 this text does not end on its line\n");
}

TEST(Errors, a_clause_of_a_collection_that_stands_twice) {
  const Reading reading("collection c {\n  unique a\n  unique b\n  lasts a to b\n}\n");
  EXPECT_EQ(reading.messages(), "3:3 E0108 `unique` is said twice\n");
  EXPECT_EQ(reading.tree.collections.at(0).unique.at(0).text, "a");
}

TEST(Errors, numbers_that_have_to_be_whole) {
  EXPECT_EQ(said("code list c release 2.5 { }", Entry::kFile),
            "1:21 E0109 `2.5` is no whole number of at most nine digits\n");
  EXPECT_EQ(said("show percent to 12345678901 decimals"),
            "1:17 E0109 `12345678901` is no whole number of at most nine digits\n");
}

}  // namespace
}  // namespace assize::syntax
