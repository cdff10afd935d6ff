// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/plan/verify.h"

#include <gtest/gtest.h>

#include "compiler/plan/variables.h"
#include "tests/unit/plan/small_plan.h"

namespace assize::plan {
namespace {

using tests::add;
using tests::small_plan;

std::string fault_of(const Plan& plan) { return verify(plan).value_or("none"); }

TEST(Verify, the_small_plan_holds_its_promises) { EXPECT_EQ(fault_of(small_plan()), "none"); }

TEST(Verify, an_operand_that_comes_later_is_a_fault) {
  Plan plan = small_plan();
  plan.nodes[2].operands[0] = NodeId{3};
  EXPECT_EQ(fault_of(plan), "node 2 is_in: an operand does not come before it");
}

TEST(Verify, a_variable_outside_its_set_is_a_fault) {
  Plan plan = small_plan();
  plan.measures[0].base = NodeId{2};  // asks a visit, and there is none
  EXPECT_EQ(fault_of(plan), "measure visited: a variable is used where it is not bound");
}

TEST(Verify, a_field_that_does_not_exist_is_a_fault) {
  Plan plan = small_plan();
  plan.nodes[1].field = 2;
  EXPECT_EQ(fault_of(plan), "node 1 field: there is no such field");
}

TEST(Verify, members_are_those_of_the_list) {
  Plan plan = small_plan();
  plan.nodes[2].members.push_back(true);
  EXPECT_EQ(fault_of(plan), "node 2 is_in: its members are not those of the list");
}

TEST(Verify, a_condition_is_yes_or_no) {
  Plan plan = small_plan();
  plan.measures[0].parts[0].numerator = {NodeId{0}, Unknown::kCannotBe};
  EXPECT_EQ(fault_of(plan), "measure visited part : a condition is none");
}

TEST(Verify, an_order_of_a_key_exists) {
  Plan plan = small_plan();
  add(plan, Op::kWith, plan.nodes[0].type, {NodeId{0}});
  plan.nodes.back().variable = VariableId{0};
  plan.nodes.back().keys = {{.kind = Key::Kind::kBest, .column = 1, .value = NodeId{1}}};
  EXPECT_EQ(fault_of(plan), "node 6 with: a key names no order");
}

TEST(Verify, a_group_has_a_band_for_each_dimension) {
  Plan plan = small_plan();
  Part& part = plan.measures[0].parts[0];
  part.splits.emplace_back();
  part.splits[0].dimensions.push_back({.label = "kind", .value = NodeId{5}, .bands = {}});
  part.groups.push_back({.label = "x", .breakdown = 0, .bands = {}});
  EXPECT_EQ(fault_of(plan), "measure visited part : a group has not a band for each dimension");
}

TEST(Verify, the_last_case_of_a_let_always_holds) {
  Plan plan = small_plan();
  plan.lets.push_back({.label = "chosen", .type = {.base = Base::kBool}, .cases = {}});
  plan.lets.back().cases = {{.label = "only", .when = NodeId{5}, .gives = NodeId{5}}};
  EXPECT_EQ(fault_of(plan), "let chosen: its last case may fail");
}

TEST(FreeVariables, a_set_binds_what_its_condition_asks) {
  const Plan plan = small_plan();
  const auto free = free_variables(plan);
  EXPECT_EQ(free[2], VariableSet{VariableId{0}});
  EXPECT_TRUE(free[3].empty());
  EXPECT_TRUE(free[5].empty());
}

}  // namespace
}  // namespace assize::plan
