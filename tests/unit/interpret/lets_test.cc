// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/interpret/records_at_hand.h"

namespace assize::interpret::tests {
namespace {

using check::CasePolicy;
using check::Let;

class Lets : public ::testing::Test {
 protected:
  Lets() {
    h.add({0, "P", number(1), day("2024-04-01"), kOpen, code(0), number(5)});
    h.add({0, "P", number(2), day("2024-05-01"), kOpen, kUnknown, number(7)});
    h.bind();
    let.name = "choice";
    let.type.base = Base::kNumber;
  }

  void add_case(const std::string& name, const Value& when, const Value& gives,
                CasePolicy policy = CasePolicy::kTryNext) {
    check::Case made;
    made.name = name;
    made.when = constant(when);
    made.gives = constant(gives);
    made.policy = policy;
    let.cases.push_back(std::move(made));
  }
  void add_if_known(const std::string& name, const Value& gives) {
    check::Case made;
    made.name = name;
    made.gives = constant(gives);
    let.cases.push_back(std::move(made));
  }
  std::string value() { return shown(h.ask(*let_of(let))); }
  std::string step() {
    ExprPtr made = make(Op::kStepOf, Base::kStepName);
    made->let = &let;
    return shown(h.ask(*made));
  }

  RecordsAtHand h;
  Let let;
};

TEST_F(Lets, the_first_case_that_holds_decides) {
  add_case("first", kNo, number(1));
  add_case("second", kYes, number(2));
  add_case("third", kYes, number(3));
  add_if_known("otherwise", number(4));
  EXPECT_EQ(value(), "2");
  EXPECT_EQ(step(), "second");
}

TEST_F(Lets, an_unknown_case_tries_the_next) {
  add_case("first", kUnknown, number(1));
  add_if_known("otherwise", number(4));
  EXPECT_EQ(value(), "4");
  EXPECT_EQ(step(), "otherwise");
  EXPECT_FALSE(h.evaluation().failure().has_value());
}

TEST_F(Lets, an_unknown_case_ends_the_run_if_it_says_so) {
  add_case("first", kUnknown, number(1), CasePolicy::kStop);
  add_if_known("otherwise", number(4));
  value();
  const auto failure = h.evaluation().failure();
  ASSERT_TRUE(failure.has_value());
  EXPECT_EQ(failure->kind, columns::FailureKind::kData);
  EXPECT_EQ(failure->message,
            "choice, case first: unknown for the person, First, and the definition says `if unknown "
            "stop`");
}

TEST_F(Lets, a_case_that_is_not_reached_does_not_end_the_run) {
  add_case("first", kYes, number(1));
  add_case("second", kUnknown, number(2), CasePolicy::kStop);
  add_if_known("otherwise", number(4));
  EXPECT_EQ(value(), "1");
  EXPECT_FALSE(h.evaluation().failure().has_value());
}

TEST_F(Lets, a_case_without_when_holds_if_its_value_is_known) {
  add_if_known("first", kUnknown);
  add_if_known("second", number(2));
  add_if_known("otherwise", number(4));
  EXPECT_EQ(value(), "2");
  EXPECT_EQ(step(), "second");
}

TEST_F(Lets, otherwise_may_give_unknown) {
  add_if_known("first", kUnknown);
  add_if_known("otherwise", kUnknown);
  EXPECT_EQ(value(), "unknown");
  EXPECT_EQ(step(), "otherwise");
}

TEST_F(Lets, of_a_record_are_asked_of_each) {
  const check::Variable& event = h.variable();
  let.of = Let::Of::kRecord;
  let.record = &event;
  let.value = make(Op::kAdd, Base::kNumber, h.get(event, "amount"), h.get(event, "id"));
  const check::Variable& other = h.variable("other");
  ExprPtr total =
      pick(Op::kTotal, Base::kNumber, their(*h.cld), other, let_of(let, &other));
  EXPECT_EQ(shown(h.ask(*total)), "15");
}

TEST_F(Lets, can_be_sets) {
  const check::Variable& event = h.variable();
  let.type.base = Base::kSet;
  let.value = where(their(*h.cld), event,
                    test_of(Op::kMore, h.get(event, "amount"), constant(number(5))));
  EXPECT_EQ(h.ids(*let_of(let)), "2");
}

TEST_F(Lets, and_and_or_stop_at_what_decides) {
  add_case("first", kUnknown, number(1), CasePolicy::kStop);
  add_if_known("otherwise", number(4));
  ExprPtr asks = test_of(Op::kIs, let_of(let), constant(number(4)));
  EXPECT_EQ(shown(h.ask(*test_of(Op::kAnd, constant(kNo), std::move(asks)))), "no");
  EXPECT_FALSE(h.evaluation().failure().has_value());
}

TEST_F(Lets, attrition_looks_at_everything_and_counts_each_thing_once) {
  const check::Variable& event = h.variable();
  h.fresh(true);
  add_case("first", kYes, number(1));
  add_case("second", kUnknown, number(2), CasePolicy::kStop);
  add_if_known("otherwise", number(4));
  let.cases[1].gives = pick(Op::kCountDifferent, Base::kNumber,
                            where(their(*h.cld), event,
                                  test_of(Op::kIs, h.get(event, "kind"), constant(code(0)))),
                            event, h.get(event, "id"));
  EXPECT_EQ(value(), "1");
  EXPECT_FALSE(h.evaluation().failure().has_value());
  // The case that was not reached decided nothing; the filter inside it is looked at all the same.
  const std::map<std::string, std::int64_t> expected{{"quiet, choice", 1}};
  EXPECT_EQ(h.evaluation().places().counts(), expected);
}

}  // namespace
}  // namespace assize::interpret::tests
