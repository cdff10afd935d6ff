// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/plan/print.h"

#include <gtest/gtest.h>

#include "tests/unit/plan/small_plan.h"

namespace assize::plan {
namespace {

TEST(Print, a_plan_reads_as_what_it_asks) {
  EXPECT_EQ(print(tests::small_plan()),
            "collection visits\n"
            "  kind : kind?\n"
            "  start : date\n"
            "let home_visits : set of visits =\n"
            "  where[visit#0](their visits, is_in[{home}](visit#0.kind))\n"
            "measure visited from visits\n"
            "  units person#1 where any(home_visits)\n"
            "  part - : share\n"
            "    denominator those where always\n"
            "    numerator those where always\n"
            "    group \"total\" of -1\n");
}

TEST(Print, days_are_written_as_days) {
  Plan plan = tests::small_plan();
  const NodeId day = tests::add(plan, Op::kConst, {.base = Base::kDate});
  plan.nodes.back().value = {
      .state = Value::State::kKnown, .whole = 19782, .decimal = {}, .text = {}};
  EXPECT_EQ(print_node(plan, day), "2024-02-29");
}

TEST(Print, keys_stand_after_their_set) {
  Plan plan = tests::small_plan();
  const NodeId with = tests::add(plan, Op::kWith, plan.nodes[0].type, {NodeId{0}});
  Node& node = plan.nodes.back();
  node.variable = VariableId{0};
  node.keys = {
      {.kind = Key::Kind::kBest, .column = 0, .value = NodeId{1}},
      {.kind = Key::Kind::kPick, .pick = Pick::kLatest, .unknown_first = true, .value = NodeId{1}}};
  EXPECT_EQ(print_node(plan, with),
            "with[visit#0](their visits, best by column 0 visit#0.kind, latest unknown first "
            "visit#0.kind)");
}

}  // namespace
}  // namespace assize::plan
