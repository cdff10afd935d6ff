// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>

#include "compiler/check/expr.h"
#include "compiler/check/types.h"

namespace assize::interpret {

using check::Base;
using check::Rational;
using check::Value;

// What single values mean to each other: language, 3.1, 3.3, 3.4. Plain functions, no records.
//
//   unknown   a test or sum of an unknown is unknown, but for the three-valued `and`, `or`
//   none      fits no test; is equal to none alone
//   open      is later than every day, equal to open
//   days      plus or minus days, open stays open and none stays none

/// True for a known yes, as a filter asks.
bool is_yes(const Value& value);
/// True for a known no.
bool is_no(const Value& value);
bool is_unknown(const Value& value);
/// True for a plain value: not unknown, none or open.
bool is_plain(const Value& value);

// ---- logic

Value logical_not(const Value& a);
Value logical_and(const Value& a, const Value& b);
Value logical_or(const Value& a, const Value& b);

// ---- tests

/// Orders two plain values of one kind: numbers exactly, codes by their place in the list, text
/// without case and outer blanks.
std::strong_ordering compare_plain(const Value& a, const Value& b);
/// Tells whether two values are alike: unknown and unknown are, an unknown and a known are not.
bool are_alike(const Value& a, const Value& b);
/// Any total order in which alike values are equal; for grouping.
bool comes_before(const Value& a, const Value& b);

Value is_same(const Value& a, const Value& b);
Value is_less(const Value& a, const Value& b);
Value is_less_or_equal(const Value& a, const Value& b);
/// from <= value and value <= to.
Value is_in_range(const Value& value, const Value& from, const Value& to);
/// Spans a and b share at least a day.
Value overlaps(const Value& a_start, const Value& a_end, const Value& b_start, const Value& b_end);
/// Span a lies within b; equal spans do.
Value lies_inside(const Value& a_start, const Value& a_end, const Value& b_start,
                  const Value& b_end);
/// `day within length of e`, `after e`, `before e`; e itself is day 0 and counts.
Value is_within(const Value& day, const Value& length, const Value& e, check::Window window);
Value starts_with(const Value& text, const Value& beginning);

// ---- arithmetic; nothing where a result is beyond 64 bits, or beyond what fractions hold

/// Gives the number as a fraction.
Rational exact(const Value& value);
/// Makes a value of a kind of number from a fraction.
std::optional<Value> number_of(Base base, const Rational& exact_value);

std::optional<Value> add(Base base, const Value& a, const Value& b);
std::optional<Value> subtract(Base base, const Value& a, const Value& b);
std::optional<Value> multiply(Base base, const Value& a, const Value& b);
/// Unknown if divided by 0.
std::optional<Value> divide(const Value& a, const Value& b);
/// A day so many days later; open stays open, none stays none.
std::optional<Value> day_plus(const Value& day, const Value& days);
std::optional<Value> day_minus(const Value& day, const Value& days);
/// Days from b to a; unknown if one is open or none.
std::optional<Value> days_between(const Value& a, const Value& b);
Value concatenate(const Value& a, const Value& b);
/// Completed years by birthdays, or by years of so many days; unknown if a day is open or none.
Value age_by_birthdays(const Value& born, const Value& on);
Value age_by_length(const Value& born, const Value& on, const Rational& days_per_year);

}  // namespace assize::interpret
