// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/values.h"

#include <limits>
#include <string>

#include "compiler/check/framework.h"
#include "compiler/interpret/days.h"

namespace assize::interpret {
namespace {

using State = Value::State;

Value text_of(std::string text) {
  Value made = Value::of(Base::kText, 0);
  made.text = std::move(text);
  return made;
}

bool is_text(const Value& value) {
  return value.base == Base::kText || value.base == Base::kStepName;
}

// Compares what has a place in time or size: plain values, and open after them all.
std::strong_ordering compare_in_order(const Value& a, const Value& b) {
  const bool a_open = a.state == State::kOpen;
  const bool b_open = b.state == State::kOpen;
  if (a_open || b_open) return static_cast<int>(a_open) <=> static_cast<int>(b_open);
  return compare_plain(a, b);
}

// Runs a test of order: unknown if a side is, no if a side is none.
template <class Test>
Value order_test(const Value& a, const Value& b, Test fits) {
  if (is_unknown(a) || is_unknown(b)) return Value::unknown();
  if (a.state == State::kNone || b.state == State::kNone) return Value::yes_or_no(false);
  return Value::yes_or_no(fits(compare_in_order(a, b)));
}

}  // namespace

bool is_plain(const Value& value) { return value.state == State::kKnown; }
bool is_unknown(const Value& value) { return value.state == State::kUnknown; }
bool is_yes(const Value& value) { return is_plain(value) && value.whole != 0; }
bool is_no(const Value& value) { return is_plain(value) && value.whole == 0; }

Value logical_not(const Value& a) {
  return is_plain(a) ? Value::yes_or_no(!is_yes(a)) : Value::unknown();
}

Value logical_and(const Value& a, const Value& b) {
  if (is_no(a) || is_no(b)) return Value::yes_or_no(false);
  if (is_yes(a) && is_yes(b)) return Value::yes_or_no(true);
  return Value::unknown();
}

Value logical_or(const Value& a, const Value& b) {
  if (is_yes(a) || is_yes(b)) return Value::yes_or_no(true);
  if (is_no(a) && is_no(b)) return Value::yes_or_no(false);
  return Value::unknown();
}

std::strong_ordering compare_plain(const Value& a, const Value& b) {
  if (is_text(a) || is_text(b)) {
    if (a.text == b.text) return std::strong_ordering::equal;
    const std::string a_folded = check::fold(a.text);
    const std::string b_folded = check::fold(b.text);
    return a_folded.compare(b_folded) <=> 0;
  }
  if (a.base == Base::kDecimal || b.base == Base::kDecimal) return exact(a) <=> exact(b);
  return a.whole <=> b.whole;
}

bool are_alike(const Value& a, const Value& b) {
  if (a.state != b.state) return false;
  return !is_plain(a) || compare_plain(a, b) == 0;
}

bool comes_before(const Value& a, const Value& b) {
  if (a.state != b.state) return a.state < b.state;
  return is_plain(a) && compare_plain(a, b) < 0;
}

Value is_same(const Value& a, const Value& b) {
  if (is_unknown(a) || is_unknown(b)) return Value::unknown();
  return Value::yes_or_no(are_alike(a, b));
}

Value is_less(const Value& a, const Value& b) {
  return order_test(a, b, [](std::strong_ordering order) { return order < 0; });
}

Value is_less_or_equal(const Value& a, const Value& b) {
  return order_test(a, b, [](std::strong_ordering order) { return order <= 0; });
}

Value is_in_range(const Value& value, const Value& from, const Value& to) {
  return logical_and(is_less_or_equal(from, value), is_less_or_equal(value, to));
}

Value overlaps(const Value& a_start, const Value& a_end, const Value& b_start, const Value& b_end) {
  return logical_and(is_less_or_equal(a_start, b_end), is_less_or_equal(b_start, a_end));
}

Value lies_inside(const Value& a_start, const Value& a_end, const Value& b_start,
                  const Value& b_end) {
  return logical_and(is_less_or_equal(b_start, a_start), is_less_or_equal(a_end, b_end));
}

// Written as two comparisons, so that an open day gives yes or no: 0 <= d - e is e <= d, and
// d - e <= length is d <= e + length.
Value is_within(const Value& day, const Value& length, const Value& e, check::Window window) {
  const Value unknown = Value::unknown();
  const Value first = window == check::Window::kAfter ? e : day_minus(e, length).value_or(unknown);
  const Value last = window == check::Window::kBefore ? e : day_plus(e, length).value_or(unknown);
  return is_in_range(day, first, last);
}

Value starts_with(const Value& text, const Value& beginning) {
  if (is_unknown(text) || is_unknown(beginning)) return Value::unknown();
  if (!is_plain(text) || !is_plain(beginning)) return Value::yes_or_no(false);
  return Value::yes_or_no(check::fold(text.text).starts_with(check::fold(beginning.text)));
}

Rational exact(const Value& value) {
  return value.base == Base::kDecimal ? value.decimal : Rational(value.whole);
}

std::optional<Value> number_of(Base base, const Rational& exact_value) {
  if (exact_value.overflowed()) return std::nullopt;
  if (base == Base::kDecimal || !exact_value.is_whole()) {
    Value made = Value::of(Base::kDecimal, 0);
    made.decimal = exact_value;
    return made;
  }
  const columns::Whole128 whole = exact_value.numerator();
  if (whole > std::numeric_limits<std::int64_t>::max() ||
      whole < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return Value::of(base, static_cast<std::int64_t>(whole));
}

std::optional<Value> add(Base base, const Value& a, const Value& b) {
  if (!is_plain(a) || !is_plain(b)) return Value::unknown();
  return number_of(base, exact(a) + exact(b));
}

std::optional<Value> subtract(Base base, const Value& a, const Value& b) {
  if (!is_plain(a) || !is_plain(b)) return Value::unknown();
  return number_of(base, exact(a) - exact(b));
}

std::optional<Value> multiply(Base base, const Value& a, const Value& b) {
  if (!is_plain(a) || !is_plain(b)) return Value::unknown();
  return number_of(base, exact(a) * exact(b));
}

std::optional<Value> divide(const Value& a, const Value& b) {
  if (!is_plain(a) || !is_plain(b)) return Value::unknown();
  if (exact(b) == Rational(0)) return Value::unknown();
  return number_of(Base::kDecimal, exact(a) / exact(b));
}

std::optional<Value> day_plus(const Value& day, const Value& days) {
  if (is_unknown(day) || !is_plain(days)) return Value::unknown();
  if (!is_plain(day)) return day;
  return add(Base::kDate, day, days);
}

std::optional<Value> day_minus(const Value& day, const Value& days) {
  if (is_unknown(day) || !is_plain(days)) return Value::unknown();
  if (!is_plain(day)) return day;
  return subtract(Base::kDate, day, days);
}

std::optional<Value> days_between(const Value& a, const Value& b) {
  return subtract(Base::kDays, a, b);
}

Value concatenate(const Value& a, const Value& b) {
  if (!is_plain(a) || !is_plain(b)) return Value::unknown();
  return text_of(a.text + b.text);
}

Value age_by_birthdays(const Value& born, const Value& on) {
  if (!is_plain(born) || !is_plain(on)) return Value::unknown();
  return Value::of(Base::kNumber, years_by_birthdays(born.whole, on.whole));
}

Value age_by_length(const Value& born, const Value& on, const Rational& days_per_year) {
  if (!is_plain(born) || !is_plain(on)) return Value::unknown();
  const Rational years = Rational(on.whole - born.whole) / days_per_year;
  return Value::of(Base::kNumber, years.floor());
}

}  // namespace assize::interpret
