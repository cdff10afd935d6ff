// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Arithmetic with units, and the few functions of the language.

#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {

using syntax::ExprKind;
using syntax::Operation;

namespace {

Type numeric(Base base, std::string unit, const Expr& left, const Expr& right) {
  Type type = type_of(base);
  type.unit = std::move(unit);
  type.may_be_unknown = left.type.may_be_unknown || right.type.may_be_unknown;
  return type;
}

ExprPtr combine(Op op, Type type, Span span, ExprPtr left, ExprPtr right) {
  ExprPtr made = make(op, std::move(type), span);
  made->args.push_back(std::move(left));
  made->args.push_back(std::move(right));
  return made;
}

ExprPtr unlike(Site& site, const syntax::Expr& text, const Expr& left, const Expr& right,
               const std::string& done) {
  site.sink.add(diagnostics::diagnose(text.span, errors::unlike_units, describe(left.type),
                                      describe(right.type), done)
                    .label(left.span, describe(left.type))
                    .label(right.span, describe(right.type)));
  return poison(text.span);
}

// `+` and `-`: dates with days, days with days, numbers of one unit, texts.
ExprPtr check_sum(Site& site, const syntax::Expr& text, ExprPtr left, ExprPtr right) {
  const bool add = text.operation == Operation::kAdd;
  const Op op = add ? Op::kAdd : Op::kSubtract;
  // `open` by itself is a day: open plus or minus days stays open.
  const bool is_open_word = left->op == Op::kConst && left->value.state == Value::State::kOpen;
  if (is_open_word && left->type.base == Base::kNothing && right->type.base == Base::kDays) {
    left->type.base = Base::kDate;
    left->value.base = Base::kDate;
  }
  const Base a = left->type.base;
  const Base b = right->type.base;
  if (a == Base::kDate && b == Base::kDays) {
    Type type = numeric(Base::kDate, "", *left, *right);
    type.may_be_open = left->type.may_be_open;
    type.may_be_none = left->type.may_be_none;
    return combine(op, type, text.span, std::move(left), std::move(right));
  }
  if (a == Base::kDate && b == Base::kDate && !add) {
    Type type = numeric(Base::kDays, "", *left, *right);
    // No number of days lies between a day and one that has not come or never was.
    type.may_be_unknown = type.may_be_unknown || left->type.may_be_open || right->type.may_be_open ||
                          left->type.may_be_none || right->type.may_be_none;
    return combine(op, type, text.span, std::move(left), std::move(right));
  }
  if (a == Base::kDays && b == Base::kDays) {
    Type type = numeric(Base::kDays, "", *left, *right);
    return combine(op, type, text.span, std::move(left), std::move(right));
  }
  if (a == Base::kText && b == Base::kText && add) {
    Type type = numeric(Base::kText, "", *left, *right);
    return combine(Op::kConcat, type, text.span, std::move(left), std::move(right));
  }
  if (is_numeric(left->type) && is_numeric(right->type)) {
    if (left->type.unit != right->type.unit) {
      return unlike(site, text, *left, *right, add ? "added" : "subtracted");
    }
    const Base base = a == Base::kNumber && b == Base::kNumber ? Base::kNumber : Base::kDecimal;
    Type type = numeric(base, left->type.unit, *left, *right);
    return combine(op, type, text.span, std::move(left), std::move(right));
  }
  return unlike(site, text, *left, *right, add ? "added" : "subtracted");
}

ExprPtr check_product(Site& site, const syntax::Expr& text, ExprPtr left, ExprPtr right) {
  const bool times = text.operation == Operation::kMultiply;
  const auto amount = [](const Expr& expr) {
    return is_numeric(expr.type) || expr.type.base == Base::kDays;
  };
  if (!amount(*left) || !amount(*right)) {
    return unlike(site, text, *left, *right, times ? "multiplied" : "divided");
  }
  const std::string left_unit = left->type.base == Base::kDays ? "days" : left->type.unit;
  const std::string right_unit = right->type.base == Base::kDays ? "days" : right->type.unit;
  if (times) {
    if (!left_unit.empty() && !right_unit.empty()) {
      return unlike(site, text, *left, *right, "multiplied");
    }
    const bool whole = left->type.base != Base::kDecimal && right->type.base != Base::kDecimal;
    Base base = whole ? Base::kNumber : Base::kDecimal;
    if (whole && (left->type.base == Base::kDays || right->type.base == Base::kDays)) {
      base = Base::kDays;
    }
    const std::string unit = base == Base::kDays ? "" : left_unit + right_unit;
    Type type = numeric(base, unit, *left, *right);
    return combine(Op::kMultiply, type, text.span, std::move(left), std::move(right));
  }
  const std::string unit = right_unit.empty() ? left_unit : (left_unit == right_unit ? "" : left_unit);
  Type type = numeric(Base::kDecimal, unit, *left, *right);
  const bool by_constant = right->op == Op::kConst && right->value.state == Value::State::kKnown &&
                           (right->value.whole != 0 || right->value.decimal != Rational(0));
  type.may_be_unknown |= !by_constant;
  return combine(Op::kDivide, type, text.span, std::move(left), std::move(right));
}

ExprPtr wrong_arguments(Site& site, const syntax::Expr& text, const std::string& wanted) {
  site.sink.add(diagnostics::diagnose(text.span, errors::wrong_arguments,
                                      text.path.names.front().text, wanted));
  return poison(text.span);
}

bool read_reckoning(Site& site, const syntax::Expr& text, Expr& age) {
  if (text.by_birthdays) {
    age.by_birthdays = true;
    return true;
  }
  if (text.args.empty() || text.args[0]->kind != ExprKind::kNumber) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "this length of a year",
                                        "no plain number", "a number of days, such as 365.25 days"));
    return false;
  }
  const auto days = Rational::parse(text.args[0]->text);
  if (!days || *days <= Rational(0)) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "this length of a year",
                                        "no length", "a number of days, such as 365.25 days"));
    return false;
  }
  age.days_per_year = *days;
  return true;
}

// `age(on d)`, `age(born, on d)`, `age(born, on d, in completed years by birthdays)`.
ExprPtr check_age(Site& site, const Scope& scope, const syntax::Expr& text) {
  Type type = type_of(Base::kNumber);
  type.unit = "years";
  ExprPtr made = make(Op::kAge, type, text.span);
  ExprPtr born;
  ExprPtr day;
  bool reckoned = false;
  for (const auto& arg : text.args) {
    if (arg->kind == ExprKind::kOn) {
      day = check_value(site, scope, *arg->args[0]);
    } else if (arg->kind == ExprKind::kReckoning) {
      if (!read_reckoning(site, *arg, *made)) return poison(text.span);
      reckoned = true;
    } else {
      born = check_value(site, scope, *arg);
    }
  }
  const std::string form = "write `age(on day)` or `age(born, on day, in completed years by birthdays)`";
  if (!day) return wrong_arguments(site, text, form);
  const Collection* main = site.main();
  const bool names_birth = born != nullptr;
  if (!born) {
    if (!main || !main->born) {
      return wrong_arguments(site, text,
                             "the collection does not say from what ages are reckoned (`ages from`), so "
                             "the birth must be given: " + form);
    }
    born = clone(*main->born);
    if (const auto key = key_of(*born)) {
      if (scope.known.contains(*key)) born->type.may_be_unknown = false;
    }
  }
  if (!reckoned) {
    // A birth given without a way of reckoning takes the collection's; alone, by birthdays.
    made->by_birthdays = !main || !main->born || main->ages_by_birthdays;
    if (main && !made->by_birthdays) made->days_per_year = main->days_per_year;
    if (names_birth && !site.alone && (!main || !main->born)) return wrong_arguments(site, text, form);
  }
  if (is_poison(born) || is_poison(day)) return poison(text.span);
  if (born->type.base != Base::kDate || day->type.base != Base::kDate) {
    return wrong_arguments(site, text, "birth and day are dates");
  }
  made->type.may_be_unknown = born->type.may_be_unknown || day->type.may_be_unknown ||
                              day->type.may_be_open || day->type.may_be_none ||
                              born->type.may_be_none || born->type.may_be_open;
  made->args.push_back(std::move(born));
  made->args.push_back(std::move(day));
  return made;
}

// `shift(day, 3 months, down)`: by whole months or years; a day that the month lacks goes down to its
// last day, or up to the first of the next.
ExprPtr check_shift(Site& site, const Scope& scope, const syntax::Expr& text) {
  const std::string form = "write `shift(day, 3 months, down)` or `up`";
  if (text.args.size() != 3) return wrong_arguments(site, text, form);
  ExprPtr day = check_value(site, scope, *text.args[0]);
  if (is_poison(day)) return day;
  if (day->type.base != Base::kDate) return wrong_arguments(site, text, "the first is a date; " + form);
  const syntax::Expr* length = text.args[1].get();
  bool negative = false;
  if (length->kind == ExprKind::kNegative) {
    negative = true;
    length = length->args[0].get();
  }
  const bool months = length->kind == ExprKind::kNumber && length->unit == syntax::TimeUnit::kMonths;
  const bool years = length->kind == ExprKind::kNumber && length->unit == syntax::TimeUnit::kYears;
  const auto number = months || years ? Rational::parse(length->text) : std::nullopt;
  if (!number || !number->is_whole()) {
    return wrong_arguments(site, text, "the second is a whole number of months or years; " + form);
  }
  const syntax::Expr& way = *text.args[2];
  const std::string word = way.kind == ExprKind::kPath && way.path.names.size() == 1
                               ? way.path.names[0].text
                               : std::string();
  if (word != "up" && word != "down") return wrong_arguments(site, text, form);
  Type type = day->type;
  ExprPtr made = make(Op::kShift, type, text.span);
  made->months = static_cast<int>(number->floor()) * (years ? 12 : 1) * (negative ? -1 : 1);
  made->round_up = word == "up";
  made->args.push_back(std::move(day));
  return made;
}

ExprPtr check_of_date(Site& site, const Scope& scope, const syntax::Expr& text, Op op, Type type) {
  if (text.args.size() != 1) return wrong_arguments(site, text, "it takes one date");
  ExprPtr day = check_value(site, scope, *text.args[0]);
  if (is_poison(day)) return day;
  if (day->type.base != Base::kDate) return wrong_arguments(site, text, "it takes one date");
  type.may_be_unknown = day->type.may_be_unknown || day->type.may_be_open || day->type.may_be_none;
  ExprPtr made = make(op, type, text.span);
  made->args.push_back(std::move(day));
  return made;
}

}  // namespace

ExprPtr check_arithmetic(Site& site, const Scope& scope, const syntax::Expr& text) {
  ExprPtr left = check_value(site, scope, *text.args[0]);
  if (is_poison(left)) return left;
  if (text.kind == ExprKind::kNegative) {
    if (!is_numeric(left->type) && left->type.base != Base::kDays) {
      site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                          "`" + written(site, left->span) + "`",
                                          describe(left->type), "a number"));
      return poison(text.span);
    }
    Type type = left->type;
    ExprPtr made = make(Op::kNegative, type, text.span);
    made->args.push_back(std::move(left));
    return made;
  }
  ExprPtr right = check_value(site, scope, *text.args[1]);
  if (is_poison(right)) return right;
  if (text.operation == Operation::kAdd || text.operation == Operation::kSubtract) {
    return check_sum(site, text, std::move(left), std::move(right));
  }
  return check_product(site, text, std::move(left), std::move(right));
}

ExprPtr check_call(Site& site, const Scope& scope, const syntax::Expr& text) {
  const syntax::Name& name = text.path.names.front();
  if (name.text == "age") return check_age(site, scope, text);
  if (name.text == "shift") return check_shift(site, scope, text);
  if (name.text == "year") {
    return check_of_date(site, scope, text, Op::kYear, type_of(Base::kNumber));
  }
  if (name.text == "month_length") {
    return check_of_date(site, scope, text, Op::kMonthLength, type_of(Base::kNumber));
  }
  report_unknown_name(site, name, "a function: `age`, `shift`, `year` or `month_length`",
                      {"age", "shift", "year", "month_length"});
  return poison(text.span);
}

}  // namespace assize::check
