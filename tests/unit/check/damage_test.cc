// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// What could not be read causes no second mistake, and hides none of those that are there besides.

#include <gtest/gtest.h>

#include "compiler/check/library.h"
#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

constexpr const char* kHead = "measure m as 1A {\n  title \"t\" purpose \"p\" source \"s\"\n  from cld\n";
constexpr const char* kShare = "population people\nnumerator those where home in home, if unknown count\n"
                               "show percent to 1 decimal, higher is better\n";

std::string codes_of(const std::string& text) { return check_whole(text).bare_codes(); }
std::string codes_in_measure(const std::string& body) {
  return codes_of(small_collection() + kHead + body + "}\n");
}

TEST(damage, a_let_that_could_not_be_read_is_no_unknown_name_later) {
  EXPECT_EQ(codes_in_measure("let services = their events where kind is request\n"
                             "let many = number of services\n"
                             "let first_day = earliest start of services\n" +
                             std::string(kShare)),
            "E0101");
}

TEST(damage, episodes_parameters_and_flags_are_missed_no_more_than_lets) {
  EXPECT_EQ(codes_in_measure("episodes spell from their their { join while urgent }\n"
                             "let many = number of spell\n" + std::string(kShare)),
            "E0101");
  EXPECT_EQ(codes_in_measure("parameter gap = = 3\nlet many = gap + gap\n" + std::string(kShare)), "E0101");
}

TEST(damage, a_clause_that_could_not_be_read_is_not_missed) {
  EXPECT_EQ(codes_in_measure("population people\nnumerator those those\nshow percent, higher is better\n"), "E0101");
  EXPECT_EQ(codes_in_measure("population people\nnumerator those where home in home, if unknown count\nshow percent to to\n"),
            "E0101");
}

TEST(damage, a_row_of_a_code_list_that_could_not_be_read_is_no_wrong_value_later) {
  EXPECT_EQ(codes_of("code list colour {\n| code | text |\n| red | Red | more |\n| blue | Blue |\n}\n" +
                     small_collection() + kHead + "let x of event = sure\n" + kShare + "}\n"),
            "E0104");
}

TEST(damage, mistakes_that_stand_by_themselves_are_told_beside_it) {
  EXPECT_EQ(codes_in_measure("let services = their events where kind is request\n"
                             "let other = nowhere\n" + std::string(kShare)),
            "E0101 E0201");
  EXPECT_EQ(codes_in_measure("let services = their events where kind is request\n"
                             "let other = any (their events where sure is owwn)\n" + std::string(kShare)),
            "E0101 E0403");
}

TEST(damage, several_independent_mistakes_are_told_in_one_run) {
  EXPECT_EQ(codes_in_measure("let a = nowhere\n"
                             "let b = the amount of (their events where urgent)\n"
                             "let c = any (their events where sure is owwn)\n"
                             "let d = latest amount of their events\n"
                             "let e = 3 days + 4\n"
                             "let f = a\n" + std::string(kShare)),
            "E0201 E0304 E0403 E0401 E0402");
}

}  // namespace
}  // namespace assize::check
