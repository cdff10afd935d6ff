// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/interpret/records_at_hand.h"

namespace assize::interpret::tests {
namespace {

using check::Key;
using check::Pick;

/// Six records: three of P in the first council, one of P in the second, two of Q in the first.
class Sets : public ::testing::Test {
 protected:
  Sets() {
    const Value d1 = day("2024-04-01");
    const Value d2 = day("2024-06-01");
    h.add({0, "P", number(1), d1, d2, code(0), number(5)});
    h.add({0, "P", number(2), d2, kOpen, code(1), number(7)});
    h.add({0, "P", number(3), d2, kOpen, kUnknown, kUnknown});
    h.add({1, "P", number(4), d1, d1, code(3), number(9)});
    h.add({0, "Q", number(5), d1, d2, code(2), number(5)});
    h.add({0, "Q", number(6), d1, d2, kNone, number(5)});
    h.bind();
  }

  ExprPtr own() { return their(*h.cld); }
  ExprPtr get(const char* field) { return h.get(event, field); }
  ExprPtr kind_is(std::int64_t index) { return test_of(Op::kIs, get("kind"), constant(code(index))); }
  std::string ask(const ExprPtr& expr, const std::string& person = "P", int council = 0) {
    return shown(h.ask(*expr, person, council));
  }

  RecordsAtHand h;
  const check::Variable& event = h.variable();
};

TEST_F(Sets, belong_to_the_person_in_the_council) {
  EXPECT_EQ(h.ids(*own()), "1 2 3");
  EXPECT_EQ(h.ids(*own(), "P", 1), "4");
  EXPECT_EQ(h.ids(*own(), "Q", 1), "");
  EXPECT_EQ(h.ids(*their(*h.cld, true)), "1 2 3 4");
  EXPECT_EQ(h.ids(*everybodys(*h.cld)), "1 2 3 4 5 6");
}

TEST_F(Sets, of_a_file_that_is_a_council_are_the_councils) {
  File& council = h.evaluation().file_at(0, -1);
  Scope scope(&council);
  EXPECT_EQ(h.evaluation().set_of(*own(), scope).size(), 5U);
}

TEST_F(Sets, where_takes_what_is_known_to_fit) {
  EXPECT_EQ(h.ids(*where(own(), event, kind_is(1))), "2");
  EXPECT_EQ(h.ids(*where(own(), event, make(Op::kNot, Base::kBool, kind_is(1)))), "1");
  EXPECT_EQ(h.ids(*where(own(), event, make(Op::kNot, Base::kBool, kind_is(1))), "Q"), "5 6");
}

TEST_F(Sets, an_inner_set_sees_the_outer_record) {
  const check::Variable& inner = h.variable("again");
  // Records that another one of the same start stands beside.
  ExprPtr same_start = test_of(Op::kIs, h.get(inner, "start"), get("start"));
  ExprPtr another = test_of(Op::kMore, h.get(inner, "id"), get("id"));
  ExprPtr condition = make(
      Op::kAny, Base::kBool,
      where(own(), inner, test_of(Op::kAnd, std::move(same_start), std::move(another))));
  EXPECT_EQ(h.ids(*where(own(), event, std::move(condition))), "2");
}

TEST_F(Sets, with_keeps_all_that_tie_on_all_keys) {
  ExprPtr set = make(Op::kWith, Base::kSet, own());
  set->variable = &event;
  set->keys.push_back(key_of(Key::Kind::kPick, get("end"), Pick::kLatest));
  EXPECT_EQ(h.ids(*set), "2 3");
  set->keys.push_back(key_of(Key::Kind::kPreferring,
                             make(Op::kIsKnown, Base::kBool, get("kind"))));
  EXPECT_EQ(h.ids(*set), "2");
}

TEST_F(Sets, are_counted_and_asked_whether_there_is_any) {
  EXPECT_EQ(ask(make(Op::kAny, Base::kBool, own())), "yes");
  EXPECT_EQ(ask(make(Op::kNoneOf, Base::kBool, own())), "no");
  EXPECT_EQ(ask(make(Op::kAny, Base::kBool, own()), "Q", 1), "no");
  EXPECT_EQ(ask(make(Op::kCount, Base::kNumber, own())), "3");
  EXPECT_EQ(ask(pick(Op::kCountDifferent, Base::kNumber, own(), event, get("end"))), "2");
  EXPECT_EQ(ask(pick(Op::kCountDifferent, Base::kNumber, own(), event, get("kind"))), "2");
}

TEST_F(Sets, a_record_that_stands_for_several_counts_so) {
  h.cld->stands_for = h.get(*h.cld->record, "amount");
  EXPECT_EQ(ask(make(Op::kCount, Base::kNumber, own()), "Q"), "10");
}

TEST_F(Sets, total_is_unknown_with_an_unknown_unless_known_is_said) {
  ExprPtr total = pick(Op::kTotal, Base::kNumber, own(), event, get("amount"));
  EXPECT_EQ(ask(total), "unknown");
  total->known = true;
  EXPECT_EQ(ask(total), "12");
  EXPECT_EQ(ask(total, "Q"), "10");
  EXPECT_EQ(ask(total, "Q", 1), "0");
}

TEST_F(Sets, extremes_and_best) {
  EXPECT_EQ(ask(extreme(Pick::kLatest, own(), event, get("end"))), "open");
  EXPECT_EQ(ask(extreme(Pick::kEarliest, own(), event, get("end"))), "2024-06-01");
  EXPECT_EQ(ask(extreme(Pick::kHighest, own(), event, get("amount"))), "7");
  EXPECT_EQ(ask(extreme(Pick::kHighest, own(), event, get("amount")), "Q", 1), "unknown");
  EXPECT_EQ(ask(pick(Op::kBest, Base::kCode, own(), event, get("kind"))), "1");
  EXPECT_EQ(ask(pick(Op::kBest, Base::kCode, own(), event, get("kind")), "P", 1), "unknown");
  // b and c stand on one place: the one that the list has first, in whatever order the records are.
  EXPECT_EQ(ask(pick(Op::kBest, Base::kCode, everybodys(*h.cld), event, get("kind"))), "1");
}

TEST_F(Sets, of_listed_values_the_first_wins_on_an_equal_place) {
  ExprPtr best = make(Op::kBestOfList, Base::kCode, constant(code(2)), constant(code(1)));
  best->type.list = h.kinds;
  EXPECT_EQ(ask(best), "2");
  ExprPtr earliest =
      make(Op::kExtremeOfList, Base::kDate, extreme(Pick::kLatest, own(), event, get("end")),
           make(Op::kPeriodEnd, Base::kDate));
  earliest->pick = Pick::kEarliest;
  EXPECT_EQ(ask(earliest), "2025-03-31");
}

TEST_F(Sets, the_one_value_that_records_agree_on) {
  const auto the = [&](const char* field, const std::string& person, int council = 0) {
    return ask(pick(Op::kThe, Base::kDate, own(), event, get(field)), person, council);
  };
  EXPECT_EQ(the("end", "Q"), "2024-06-01");
  EXPECT_EQ(the("end", "Q", 1), "unknown");
  ExprPtr the_end = pick(Op::kThe, Base::kDate, own(), event, get("end"));
  the_end->args.push_back(constant(day("2000-01-01")));
  EXPECT_EQ(ask(the_end), "2000-01-01");
  EXPECT_EQ(ask(the_end, "Q"), "2024-06-01");
}

TEST_F(Sets, a_known_and_an_unknown_value_differ_and_two_unknowns_are_alike) {
  ExprPtr known_and_unknown = pick(Op::kThe, Base::kNumber, own(), event, get("amount"));
  known_and_unknown->args[0] =
      where(own(), event, test_of(Op::kMore, get("id"), constant(number(1))));
  known_and_unknown->args.push_back(constant(number(-1)));
  EXPECT_EQ(ask(known_and_unknown), "-1");
  known_and_unknown->args[0] = where(own(), event, test_of(Op::kIs, get("id"), constant(number(3))));
  EXPECT_EQ(ask(known_and_unknown), "unknown");
}

TEST_F(Sets, scores_are_unknown_where_their_cell_is_blank) {
  ExprPtr score = make(Op::kScore, Base::kDecimal, get("kind"));
  EXPECT_EQ(ask(pick(Op::kTotal, Base::kDecimal, where(own(), event, kind_is(1)), event,
                     std::move(score))),
            "20");
  ExprPtr blank = make(Op::kScore, Base::kDecimal, get("kind"));
  EXPECT_EQ(ask(pick(Op::kTotal, Base::kDecimal, where(own(), event, kind_is(2)), event,
                     std::move(blank)),
                "Q"),
            "unknown");
}

TEST_F(Sets, a_fact_after_a_record_is_that_of_the_records_own_file) {
  check::Let latest;
  latest.name = "latest_id";
  latest.of = check::Let::Of::kPerson;
  latest.type.base = Base::kNumber;
  latest.value = extreme(Pick::kHighest, own(), event, get("id"));
  const check::Variable& asked = h.variable("asked");
  ExprPtr all = pick(Op::kTotal, Base::kNumber, their(*h.cld, true), asked, let_of(latest, &asked));
  EXPECT_EQ(ask(all), "13");  // 3 for each of three records, and 4 for the one of the other council
  ExprPtr own_fact = let_of(latest);
  EXPECT_EQ(ask(own_fact), "3");
  EXPECT_EQ(ask(own_fact, "P", 1), "4");
}

TEST_F(Sets, the_council_of_the_file_is_its_key) {
  EXPECT_EQ(ask(make(Op::kCouncil, Base::kText), "P", 1), "LA2");
}

}  // namespace
}  // namespace assize::interpret::tests
