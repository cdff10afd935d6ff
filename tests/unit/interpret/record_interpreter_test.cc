// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/record_interpreter.h"

#include <gtest/gtest.h>

#include "tests/unit/interpret/records_at_hand.h"

namespace assize::interpret::tests {
namespace {

class Records : public ::testing::Test {
 protected:
  Records() {
    h.add({0, "P", number(1), day("2024-04-01"), kOpen, code(0), number(5)});
    h.add({0, "P", number(2), day("2024-05-01"), day("2024-06-01"), kUnknown, number(7)});
    h.add({0, "P", number(3), day("2024-05-01"), day("2024-06-01"), code(1), number(5)});
    h.bind();
  }

  std::vector<std::int64_t> evaluate(const ExprPtr& expr) {
    RecordInterpreter interpreter;
    return interpreter.evaluate(*expr, *h.inputs.collections.front(), *h.inputs.texts,
                                h.inputs.period);
  }
  ExprPtr get(const char* field) { return h.get(*h.cld->record, field); }

  RecordsAtHand h;
};

TEST_F(Records, give_cells_as_columns_do) {
  EXPECT_EQ(evaluate(get("id")), (std::vector<std::int64_t>{1, 2, 3}));
  EXPECT_EQ(evaluate(get("end"))[0], bind::kOpenCell);
  EXPECT_EQ(evaluate(get("kind")), (std::vector<std::int64_t>{0, bind::kUnknownCell, 1}));
  EXPECT_EQ(evaluate(test_of(Op::kIs, get("kind"), constant(code(0)))),
            (std::vector<std::int64_t>{1, bind::kUnknownCell, 0}));
  EXPECT_EQ(evaluate(test_of(Op::kLess, get("start"), make(Op::kPeriodEnd, Base::kDate))),
            (std::vector<std::int64_t>{1, 1, 1}));
}

TEST_F(Records, have_their_texts_interned) {
  const auto cells = evaluate(make(Op::kConcat, Base::kText, constant(text("LA")), constant(text("_1"))));
  EXPECT_EQ(h.inputs.texts->text(static_cast<std::int32_t>(cells[0])), "LA_1");
  EXPECT_EQ(cells[0], cells[2]);
}

TEST_F(Records, have_decimals_as_places_among_the_different_ones) {
  ExprPtr share = make(Op::kDivide, Base::kDecimal, constant(number(1)), get("amount"));
  EXPECT_EQ(evaluate(share), (std::vector<std::int64_t>{1, 0, 1}));
}

TEST_F(Records, ask_lets_of_records) {
  check::Let let;
  let.name = "doubled";
  let.of = check::Let::Of::kRecord;
  let.type.base = Base::kNumber;
  let.record = &h.variable();
  let.value = make(Op::kAdd, Base::kNumber, h.get(*let.record, "amount"), h.get(*let.record, "amount"));
  EXPECT_EQ(evaluate(let_of(let, h.cld->record)), (std::vector<std::int64_t>{10, 14, 10}));
}

}  // namespace
}  // namespace assize::interpret::tests
