// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/values.h"

#include <gtest/gtest.h>

#include <limits>

#include "compiler/interpret/interpreter.h"
#include "tests/unit/interpret/build_expr.h"

namespace assize::interpret::tests {
namespace {

std::string run(const ExprPtr& expr) { return shown(evaluate_constant(*expr)); }
std::string run(Op op, const Value& a, const Value& b) {
  return run(test_of(op, constant(a), constant(b)));
}

TEST(Logic, is_three_valued) {
  const Value values[] = {kYes, kNo, kUnknown};
  const char* both[3][3] = {{"yes", "no", "unknown"}, {"no", "no", "no"}, {"unknown", "no", "unknown"}};
  const char* either[3][3] = {
      {"yes", "yes", "yes"}, {"yes", "no", "unknown"}, {"yes", "unknown", "unknown"}};
  const char* opposite[3] = {"no", "yes", "unknown"};
  for (std::size_t a = 0; a < 3; ++a) {
    EXPECT_EQ(run(make(Op::kNot, Base::kBool, constant(values[a]))), opposite[a]);
    for (std::size_t b = 0; b < 3; ++b) {
      EXPECT_EQ(run(Op::kAnd, values[a], values[b]), both[a][b]) << a << b;
      EXPECT_EQ(run(Op::kOr, values[a], values[b]), either[a][b]) << a << b;
    }
  }
}

TEST(Logic, known_open_and_none_are_always_yes_or_no) {
  const Value values[] = {day("2024-05-10"), kUnknown, kNone, kOpen};
  const char* is_known[] = {"yes", "no", "yes", "yes"};
  const char* is_none[] = {"no", "no", "yes", "no"};
  const char* is_open[] = {"no", "no", "no", "yes"};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(run(make(Op::kIsKnown, Base::kBool, constant(values[i]))), is_known[i]) << i;
    EXPECT_EQ(run(make(Op::kIsNone, Base::kBool, constant(values[i]))), is_none[i]) << i;
    EXPECT_EQ(run(make(Op::kIsOpen, Base::kBool, constant(values[i]))), is_open[i]) << i;
  }
}

// Rows and columns: an earlier day, a later day, open, none, unknown.
TEST(Comparisons, place_open_after_all_and_let_none_fit_nothing) {
  const Value values[] = {day("2024-05-09"), day("2024-05-10"), kOpen, kNone, kUnknown};
  const char* before[5] = {"nyyn?", "nnyn?", "nnnn?", "nnnn?", "?????"};
  const char* on_or_before[5] = {"yyyn?", "nyyn?", "nnyn?", "nnnn?", "?????"};
  const char* is[5] = {"ynnn?", "nynn?", "nnyn?", "nnny?", "?????"};
  const auto letter = [](const std::string& word) { return word == "unknown" ? '?' : word[0]; };
  for (std::size_t a = 0; a < 5; ++a) {
    for (std::size_t b = 0; b < 5; ++b) {
      EXPECT_EQ(letter(run(Op::kLess, values[a], values[b])), before[a][b]) << a << b;
      EXPECT_EQ(letter(run(Op::kMore, values[b], values[a])), before[a][b]) << a << b;
      EXPECT_EQ(letter(run(Op::kLessOrEqual, values[a], values[b])), on_or_before[a][b]) << a << b;
      EXPECT_EQ(letter(run(Op::kMoreOrEqual, values[b], values[a])), on_or_before[a][b]) << a << b;
      EXPECT_EQ(letter(run(Op::kIs, values[a], values[b])), is[a][b]) << a << b;
    }
  }
}

TEST(Comparisons, are_exact_and_without_case) {
  EXPECT_EQ(run(Op::kIs, number(2), decimal(4, 2)), "yes");
  EXPECT_EQ(run(Op::kLess, decimal(1, 3), decimal(334, 1000)), "yes");
  EXPECT_EQ(run(Op::kIs, text("Leeds "), text("LEEDS")), "yes");
  EXPECT_EQ(run(Op::kIs, text("Stoke-on-Trent"), text("Stoke\u2013on\u2013Trent")), "no");
  EXPECT_EQ(run(Op::kStartsWith, text("650A"), text("65")), "yes");
  EXPECT_EQ(run(Op::kStartsWith, text("abc"), text("AB")), "yes");
  EXPECT_EQ(run(Op::kStartsWith, kNone, text("AB")), "no");
  EXPECT_EQ(run(Op::kStartsWith, kUnknown, text("AB")), "unknown");
}

TEST(Comparisons, with_groups_and_values) {
  const auto in_group = [](const Value& value) {
    ExprPtr made = make(Op::kInGroup, Base::kBool, constant(value));
    made->members = {false, true, false};
    return run(made);
  };
  EXPECT_EQ(in_group(code(1)), "yes");
  EXPECT_EQ(in_group(code(2)), "no");
  EXPECT_EQ(in_group(kNone), "no");
  EXPECT_EQ(in_group(kUnknown), "unknown");
  const auto in_values = [](const Value& value, const Value& a, const Value& b) {
    return run(make(Op::kInValues, Base::kBool, constant(value), constant(a), constant(b)));
  };
  EXPECT_EQ(in_values(code(2), code(1), code(2)), "yes");
  EXPECT_EQ(in_values(code(0), code(1), code(2)), "no");
  EXPECT_EQ(in_values(kNone, code(1), code(2)), "no");
  EXPECT_EQ(in_values(kNone, code(1), kNone), "yes");
  EXPECT_EQ(in_values(kUnknown, code(1), code(2)), "unknown");
}

TEST(Ranges, hold_both_ends_and_decide_as_soon_as_one_end_does) {
  const auto in_range = [](const Value& value, const Value& from, const Value& to) {
    return run(make(Op::kInRange, Base::kBool, constant(value), constant(from), constant(to)));
  };
  EXPECT_EQ(in_range(number(18), number(18), number(64)), "yes");
  EXPECT_EQ(in_range(number(64), number(18), number(64)), "yes");
  EXPECT_EQ(in_range(number(65), number(18), number(64)), "no");
  EXPECT_EQ(in_range(kUnknown, number(18), number(64)), "unknown");
  EXPECT_EQ(in_range(number(17), number(18), kUnknown), "no");
  EXPECT_EQ(in_range(number(19), number(18), kUnknown), "unknown");
  EXPECT_EQ(in_range(kNone, day("2024-05-10"), kOpen), "no");
  // `start in e to e + 7 days`: 10 to 17 May.
  EXPECT_EQ(in_range(day("2024-05-17"), day("2024-05-10"), day("2024-05-17")), "yes");
  EXPECT_EQ(in_range(day("2024-05-18"), day("2024-05-10"), day("2024-05-17")), "no");
}

TEST(Windows, are_those_of_the_table_in_the_language) {
  const auto within = [](const Value& d, std::int64_t length, check::Window window,
                         const Value& e = day("2024-05-10")) {
    ExprPtr made =
        make(Op::kWithin, Base::kBool, constant(d), constant(days(length)), constant(e));
    made->window = window;
    return run(made);
  };
  using check::Window;
  EXPECT_EQ(within(day("2024-08-02"), 84, Window::kAfter), "yes");
  EXPECT_EQ(within(day("2024-08-03"), 84, Window::kAfter), "no");
  EXPECT_EQ(within(day("2024-05-10"), 84, Window::kAfter), "yes");
  EXPECT_EQ(within(day("2024-05-09"), 84, Window::kAfter), "no");
  EXPECT_EQ(within(day("2024-05-03"), 7, Window::kBefore), "yes");
  EXPECT_EQ(within(day("2024-05-02"), 7, Window::kBefore), "no");
  EXPECT_EQ(within(day("2024-05-11"), 7, Window::kBefore), "no");
  EXPECT_EQ(within(day("2024-05-03"), 7, Window::kOf), "yes");
  EXPECT_EQ(within(day("2024-05-17"), 7, Window::kOf), "yes");
  EXPECT_EQ(within(day("2024-05-18"), 7, Window::kOf), "no");
  for (const Window window : {Window::kAfter, Window::kBefore, Window::kOf}) {
    EXPECT_EQ(within(kNone, 7, window), "no");
    EXPECT_EQ(within(kUnknown, 7, window), "unknown");
    EXPECT_EQ(within(kOpen, 7, window), "no");
    EXPECT_EQ(within(day("2024-05-10"), 7, window, kOpen), "no");
    EXPECT_EQ(within(day("2024-05-10"), 7, window, kNone), "no");
  }
}

TEST(Spans, that_share_a_day_overlap_and_equal_ones_are_inside) {
  const auto spans = [](Op op, const Value& a, const Value& b, const Value& c, const Value& d) {
    return run(make(op, Base::kBool, constant(a), constant(b), constant(c), constant(d)));
  };
  const Value may_1 = day("2024-05-01");
  const Value may_5 = day("2024-05-05");
  const Value may_6 = day("2024-05-06");
  const Value may_9 = day("2024-05-09");
  EXPECT_EQ(spans(Op::kOverlaps, may_1, may_5, may_5, may_9), "yes");
  EXPECT_EQ(spans(Op::kOverlaps, may_1, may_5, may_6, may_9), "no");
  EXPECT_EQ(spans(Op::kOverlaps, may_1, kOpen, may_6, may_9), "yes");
  EXPECT_EQ(spans(Op::kOverlaps, may_6, kUnknown, may_1, may_5), "no");
  EXPECT_EQ(spans(Op::kOverlaps, may_1, kUnknown, may_5, may_9), "unknown");
  EXPECT_EQ(spans(Op::kInside, may_1, may_9, may_1, may_9), "yes");
  EXPECT_EQ(spans(Op::kInside, may_5, may_6, may_1, may_9), "yes");
  EXPECT_EQ(spans(Op::kInside, may_5, kOpen, may_1, may_9), "no");
  EXPECT_EQ(spans(Op::kInside, may_5, kOpen, may_1, kOpen), "yes");
}

TEST(Arithmetic, on_days_leaves_open_and_none_as_they_are) {
  const auto sum = [](Op op, Base base, const Value& a, Base b_base, const Value& b) {
    ExprPtr first = constant(a);
    first->type.base = Base::kDate;
    ExprPtr second = constant(b);
    second->type.base = b_base;
    return run(make(op, base, std::move(first), std::move(second)));
  };
  const Value d = day("2024-02-28");
  EXPECT_EQ(sum(Op::kAdd, Base::kDate, d, Base::kDays, days(2)), "2024-03-01");
  EXPECT_EQ(sum(Op::kSubtract, Base::kDate, d, Base::kDays, days(28)), "2024-01-31");
  EXPECT_EQ(sum(Op::kAdd, Base::kDate, kOpen, Base::kDays, days(2)), "open");
  EXPECT_EQ(sum(Op::kSubtract, Base::kDate, kOpen, Base::kDays, days(2)), "open");
  EXPECT_EQ(sum(Op::kAdd, Base::kDate, kNone, Base::kDays, days(2)), "none");
  EXPECT_EQ(sum(Op::kAdd, Base::kDate, kUnknown, Base::kDays, days(2)), "unknown");
  EXPECT_EQ(sum(Op::kAdd, Base::kDate, d, Base::kDays, kUnknown), "unknown");
  EXPECT_EQ(sum(Op::kSubtract, Base::kDays, d, Base::kDate, day("2024-03-01")), "-2 days");
  EXPECT_EQ(sum(Op::kSubtract, Base::kDays, kOpen, Base::kDate, d), "unknown");
  EXPECT_EQ(sum(Op::kSubtract, Base::kDays, d, Base::kDate, kNone), "unknown");
}

TEST(Arithmetic, on_numbers_is_exact) {
  const auto two = [](Op op, Base base, const Value& a, const Value& b) {
    return run(make(op, base, constant(a), constant(b)));
  };
  EXPECT_EQ(two(Op::kAdd, Base::kNumber, number(2), number(3)), "5");
  EXPECT_EQ(two(Op::kSubtract, Base::kNumber, number(2), number(3)), "-1");
  EXPECT_EQ(two(Op::kMultiply, Base::kDays, days(7), number(2)), "14 days");
  EXPECT_EQ(two(Op::kDivide, Base::kDecimal, number(1), number(3)), "1/3");
  EXPECT_EQ(two(Op::kDivide, Base::kDecimal, days(14), days(7)), "2");
  EXPECT_EQ(two(Op::kDivide, Base::kDecimal, number(1), number(0)), "unknown");
  EXPECT_EQ(two(Op::kAdd, Base::kDecimal, number(1), decimal(1, 4)), "1.25");
  EXPECT_EQ(two(Op::kMultiply, Base::kNumber, kUnknown, number(0)), "unknown");
  EXPECT_EQ(run(make(Op::kNegative, Base::kDays, constant(days(7)))), "-7 days");
  EXPECT_EQ(run(make(Op::kConcat, Base::kText, constant(text("LA1")), constant(text("_7")))), "LA1_7");
  EXPECT_EQ(run(make(Op::kConcat, Base::kText, constant(text("LA1")), constant(kUnknown))), "unknown");
}

TEST(Arithmetic, beyond_64_bits_gives_nothing) {
  const Value huge = number(std::numeric_limits<std::int64_t>::max());
  EXPECT_FALSE(add(Base::kNumber, huge, number(1)).has_value());
  EXPECT_TRUE(add(Base::kNumber, huge, number(0)).has_value());
  EXPECT_FALSE(multiply(Base::kNumber, huge, number(2)).has_value());
}

TEST(Ages, by_birthdays_and_by_years_of_a_length) {
  const auto age = [](const Value& born, const Value& on, bool by_birthdays) {
    ExprPtr made = make(Op::kAge, Base::kNumber, constant(born), constant(on));
    made->by_birthdays = by_birthdays;
    made->days_per_year = check::Rational(36525, 100);
    return run(made);
  };
  EXPECT_EQ(age(day("2000-02-29"), day("2001-02-28"), true), "0");
  EXPECT_EQ(age(day("2000-02-29"), day("2001-03-01"), true), "1");
  // 18 years of 365.25 days are 6574.5 days: a day later than the birthday unless enough leap
  // years lie between.
  EXPECT_EQ(age(day("2001-01-01"), day("2019-01-01"), false), "17");
  EXPECT_EQ(age(day("2001-01-01"), day("2019-01-02"), false), "18");
  EXPECT_EQ(age(day("2001-01-01"), day("2019-01-01"), true), "18");
  EXPECT_EQ(age(day("2001-01-01"), day("2000-12-31"), false), "-1");
  for (const bool by_birthdays : {true, false}) {
    EXPECT_EQ(age(day("2000-02-29"), kOpen, by_birthdays), "unknown");
    EXPECT_EQ(age(day("2000-02-29"), kNone, by_birthdays), "unknown");
    EXPECT_EQ(age(kUnknown, day("2001-02-28"), by_birthdays), "unknown");
  }
}

TEST(Functions, of_dates) {
  const auto of = [](Op op, const Value& date) { return run(make(op, Base::kNumber, constant(date))); };
  EXPECT_EQ(of(Op::kYear, day("2024-12-31")), "2024");
  EXPECT_EQ(of(Op::kYear, kOpen), "unknown");
  EXPECT_EQ(of(Op::kMonthLength, day("2024-02-10")), "29");
  EXPECT_EQ(of(Op::kMonthLength, kUnknown), "unknown");
  ExprPtr shift = make(Op::kShift, Base::kDate, constant(day("2024-01-31")));
  shift->months = 1;
  EXPECT_EQ(run(shift), "2024-02-29");
  shift->round_up = true;
  EXPECT_EQ(run(shift), "2024-03-01");
}

TEST(Fallback, replaces_an_unknown_and_nothing_else) {
  const auto fall = [](const Value& value, const Value& replacement) {
    return run(make(Op::kFallback, value.base, constant(value), constant(replacement)));
  };
  EXPECT_EQ(fall(kUnknown, number(3)), "3");
  EXPECT_EQ(fall(number(2), number(3)), "2");
  EXPECT_EQ(fall(kNone, number(3)), "none");
  EXPECT_EQ(fall(kUnknown, kUnknown), "unknown");
}

}  // namespace
}  // namespace assize::interpret::tests
