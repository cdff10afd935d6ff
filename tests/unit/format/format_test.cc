// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/format.h"

#include <gtest/gtest.h>

#include "compiler/format/sameness.h"
#include "compiler/syntax/parse.h"
#include "tests/unit/format/laid_out.h"

namespace assize::format {
namespace {

TEST(format, blocks_are_indented_and_signs_stand_as_they_should) {
  EXPECT_EQ(laid_out("use   \"a.assize\"\n"
                     "measure m as 2A{ from cld\n"
                     "population people where any(their events where( a is not b if unknown yes))\n"
                     "{ leave out \"x\" when age( on end )<18 , if unknown keep }\n"
                     "show score( -3 to a.b - 3 ) }"),
            "use \"a.assize\"\n"
            "measure m as 2A {\n"
            "  from cld\n"
            "  population people where any (their events where (a is not b if unknown yes)) { "
            "leave out \"x\" when age(on end) < 18, if unknown keep }\n"
            "  show score (-3 to a.b - 3)\n"
            "}\n");
}

TEST(format, comments_and_groups_stay) {
  EXPECT_EQ(laid_out("// above\n\n\n\nmeasure m { // beside\n\n\n"
                     "title \"a\"   // of the title\n"
                     "      // of the kind\n"
                     "\tkind outcome\n\n\n\nserves x\n\n// last\n\n}\n\n\n// below"),
            "// above\n\n"
            "measure m {  // beside\n"
            "  title \"a\"  // of the title\n"
            "  // of the kind\n"
            "  kind  outcome\n\n"
            "  serves x\n\n"
            "  // last\n"
            "}\n\n"
            "// below\n");
}

TEST(format, tables_are_aligned_and_their_cells_stay) {
  EXPECT_EQ(laid_out("code list a {\n"
                     "|code|text|    // heading\n"
                     "  | caf\xC3\xA9 |  \"a | b\"  |\n"
                     "| x |\t|\n"
                     "}"),
            "code list a {\n"
            "  | code | text    |  // heading\n"
            "  | caf\xC3\xA9 | \"a | b\" |\n"
            "  | x    |         |\n"
            "}\n");
}

TEST(format, neighbours_of_one_kind_are_aligned) {
  EXPECT_EQ(laid_out("measure m {\n"
                     "title \"a\"\n"
                     "purpose \"b\"\n"
                     "parameter gap = 7 days in 0 days to 31 days \"why\"\n"
                     "// a comment between\n"
                     "parameter window = 14 days in 0 days to 9 days \"why\"\n\n"
                     "parameter far_away = 1 days\n"
                     "let x : y by the first case that holds {\n"
                     "case died gives deceased when a\n"
                     "case b gives c\n"
                     "otherwise gives some_value\n"
                     "}\n"
                     "denominator those where a\n"
                     "numerator those where b\n"
                     "}"),
            "measure m {\n"
            "  title   \"a\"\n"
            "  purpose \"b\"\n"
            "  parameter gap    = 7 days  in 0 days to 31 days \"why\"\n"
            "  // a comment between\n"
            "  parameter window = 14 days in 0 days to 9 days  \"why\"\n\n"
            "  parameter far_away = 1 days\n"
            "  let x : y by the first case that holds {\n"
            "    case died gives deceased when a\n"
            "    case b    gives c\n"
            "    otherwise gives some_value\n"
            "  }\n"
            "  denominator those where a\n"
            "  numerator   those where b\n"
            "}\n");
}

TEST(format, room_that_an_author_left_everywhere_stays) {
  const std::string text =
      "measure m {\n"
      "  title    \"a\"\n"
      "  kind     outcome\n"
      "  // first\n"
      "  parameter a   = 1 days  \"why\"\n"
      "  parameter b   = 2 days  \"why\"\n"
      "}\n";
  EXPECT_EQ(laid_out(text), text);
}

TEST(format, what_goes_on_stays_under_what_it_was_put_under) {
  EXPECT_EQ(laid_out("measure m {\n"
                     "let   late = their events where a is b\n"
                     "                            and c is d\n"
                     "      with latest a\n"
                     "}"),
            "measure m {\n"
            "  let late = their events where a is b\n"
            "                            and c is d\n"
            "      with latest a\n"
            "}\n");
}

TEST(format, long_conditions_break_before_what_joins_them) {
  EXPECT_EQ(
      laid_out("measure m {\n"
               "let support = their events where client_type is service_user and event_type is "
               "service and service_type in long_term and end on or after start and span "
               "overlaps period }"),
      "measure m {\n"
      "  let support = their events where client_type is service_user\n"
      "                               and event_type is service\n"
      "                               and service_type in long_term\n"
      "                               and end on or after start\n"
      "                               and span overlaps period\n"
      "}\n");
}

TEST(format, long_lists_fill_their_lines) {
  EXPECT_EQ(laid_out("test \"t\" of m in ascof 2024-25 {\n"
                     "  given cld with la_code = \"LA1\", client_type = service_user, event_type = "
                     "service, service_type = community, start = 2024-01-01, end = open, born = "
                     "1980-01-01\n"
                     "  | person |\n"
                     "  | P1 |\n"
                     "}"),
            "test \"t\" of m in ascof 2024-25 {\n"
            "  given cld with la_code = \"LA1\", client_type = service_user, event_type = service, "
            "service_type = community, start = 2024-01-01, end = open,\n"
            "                 born = 1980-01-01\n"
            "  | person |\n"
            "  | P1     |\n"
            "}\n");
}

TEST(format, line_ends_of_other_systems_and_byte_order_marks_go) {
  EXPECT_EQ(laid_out("\xEF\xBB\xBFmeasure m {\r\n\r\n  kind outcome  \r\n}\r\n"),
            "measure m {\n  kind outcome\n}\n");
  EXPECT_EQ(laid_out(""), "");
}

TEST(format, what_cannot_be_read_is_left) {
  source::Sources sources;
  diagnostics::Sink sink;
  const Formatted made = format(sources, sources.add("a.assize", "measure { kind"), sink);
  EXPECT_EQ(made.outcome, Formatted::Outcome::kUnreadable);
  EXPECT_TRUE(sink.has_errors());
}

bool are_the_same(const std::string& one, const std::string& other) {
  source::Sources sources;
  diagnostics::Sink sink;
  const auto first = syntax::parse(sources, sources.add("a", one), sink);
  const auto second = syntax::parse(sources, sources.add("b", other), sink);
  return say_the_same(sources, first, second);
}

TEST(format, a_lost_comment_and_another_cell_are_not_the_same) {
  const std::string text = "code list a { // c\n | code | text |\n | x | y |\n}";
  EXPECT_TRUE(are_the_same(text, "code list a {\n// c\n|code|text|\n|x|y|\n}"));
  EXPECT_FALSE(are_the_same(text, "code list a {\n | code | text |\n | x | y |\n}"));
  EXPECT_FALSE(are_the_same(text, "code list a { // c\n | code | text |\n | x | z |\n}"));
  EXPECT_FALSE(are_the_same(text, "code list b { // c\n | code | text |\n | x | y |\n}"));
}

}  // namespace
}  // namespace assize::format
