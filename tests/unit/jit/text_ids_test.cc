// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/text_ids.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace assize::jit {
namespace {

/// A plan that names texts, and orders them if told so.
plan::Plan plan_with(const std::vector<std::string>& texts, bool orders) {
  plan::Plan plan;
  for (const std::string& text : texts) {
    plan::Node node;
    node.type.base = plan::Base::kText;
    node.value.state = plan::Value::State::kKnown;
    node.value.text = text;
    plan.nodes.push_back(node);
  }
  if (orders) {
    plan::Node less;
    less.op = plan::Op::kLess;
    less.operands = {plan::NodeId{0}, plan::NodeId{1}};
    plan.nodes.push_back(less);
  }
  return plan;
}

std::uint32_t which(std::int64_t value) { return static_cast<std::uint32_t>(value); }

TEST(TextIds, know_a_text_whatever_its_case_and_show_it_as_it_was_written) {
  bind::Inputs inputs;
  const std::int32_t ward = inputs.texts->intern("Ward");
  const TextIds texts(plan_with({"WARD", "Ward", "Theatre", "theatre"}, false), inputs);
  EXPECT_EQ(which(texts.of_plan()[0]), static_cast<std::uint32_t>(ward));
  EXPECT_EQ(texts.of_plan()[1], ward);
  EXPECT_EQ(texts.text(texts.of_plan()[0]), "WARD");
  EXPECT_EQ(texts.text(texts.of_plan()[1]), "Ward");
  EXPECT_EQ(which(texts.of_plan()[2]), which(texts.of_plan()[3]));
  EXPECT_NE(which(texts.of_plan()[2]), which(texts.of_plan()[0]));
  EXPECT_EQ(texts.text(texts.of_plan()[3]), "theatre");
}

TEST(TextIds, rank_what_can_be_asked_for_if_the_plan_asks_for_an_order) {
  bind::Inputs inputs;
  inputs.texts->intern("never asked for");
  const TextIds texts(plan_with({"pear", "Apple", "APPLE", "zebra"}, true), inputs);
  const auto rank = [&](std::size_t node) { return texts.ranks()[which(texts.of_plan()[node])]; };
  EXPECT_LT(rank(1), rank(0));
  EXPECT_EQ(rank(1), rank(2));
  EXPECT_LT(rank(0), rank(3));
  EXPECT_TRUE(TextIds(plan_with({"pear", "apple"}, false), inputs).ranks().empty());
}

TEST(TextIds, join_and_ask_how_a_text_begins) {
  bind::Inputs inputs;
  const std::int64_t ward = inputs.texts->intern("Ward");
  const std::int64_t seven = inputs.texts->intern("7");
  const std::int64_t both = inputs.texts->intern("ward7");
  const TextIds texts(plan_with({}, false), inputs);
  const std::int64_t joined = texts.join(ward, seven);
  EXPECT_EQ(which(joined), which(both));
  EXPECT_EQ(texts.text(joined), "Ward7");
  EXPECT_TRUE(texts.starts_with(joined, ward));
  EXPECT_FALSE(texts.starts_with(ward, joined));
  EXPECT_EQ(texts.join(seven, ward), texts.join(seven, ward));
}

TEST(TextIds, are_the_same_for_all_threads) {
  bind::Inputs inputs;
  const std::int64_t a = inputs.texts->intern("a");
  const std::int64_t b = inputs.texts->intern("b");
  const TextIds texts(plan_with({}, false), inputs);
  std::vector<std::int64_t> last(4);
  std::vector<std::thread> threads;
  for (std::int64_t& mine : last) {
    threads.emplace_back([&] {
      mine = a;
      for (int i = 0; i < 200; ++i) mine = texts.join(mine, b);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::int64_t each : last) EXPECT_EQ(each, last.front());
  EXPECT_EQ(texts.text(last.front()).size(), 201U);
}

}  // namespace
}  // namespace assize::jit
