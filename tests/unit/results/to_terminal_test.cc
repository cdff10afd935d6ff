// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_terminal.h"

#include <gtest/gtest.h>

#include "tests/unit/results/small_framework.h"

namespace assize::results {
namespace {

TEST(to_terminal, a_value_stands_over_its_two_counts) {
  SmallFramework small;
  small.count(0, 1200, 2000);
  small.count(1, 1, 3);
  small.tally.measures.front().submitted[2] = false;
  EXPECT_EQ(terminal_table({{small.tally, small.assembled()}}, {}),
            " code    measure                                                       England        "
            "  Ash     Beck\n"
            " 2E(2a)  People who live in their home or with family, 18 to 64         60.0 %       "
            "60.0 %   33.3 %\n"
            "                                                                   1,201/2,003  "
            "1,200/2,000      1/3\n"
            "\n"
            " [x] nothing submitted: 6 of 18 figures.\n"
            " [z] nothing to divide by: 8 of 18 figures.\n"
            " England: without 1 of 3 councils: 1 x.\n");
}

TEST(to_terminal, groups_stand_under_their_total_if_asked_for) {
  SmallFramework small;
  small.count(0, 1, 2);
  small.cell(1, 0) = small.cell(0, 0);
  View view;
  view.groups = true;
  view.councils = 1;
  const std::string table = terminal_table({{small.tally, small.assembled()}}, view);
  EXPECT_NE(table.find("\n           male   "), std::string::npos) << table;
  EXPECT_NE(table.find("\n           female "), std::string::npos) << table;
  EXPECT_NE(table.find("[z]"), std::string::npos) << table;
}

TEST(to_terminal, no_line_is_wider_than_asked) {
  SmallFramework small;
  for (std::size_t council = 0; council < 3; ++council) small.count(council, 1, 2);
  small.measure->title = std::string(30, 'w') + " " + std::string(30, 'w') + " and so on";
  std::string table = terminal_table({{small.tally, small.assembled()}}, {});
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    EXPECT_LE(end - begin, 100U) << table;
    begin = end + 1;
  }
}

}  // namespace
}  // namespace assize::results
