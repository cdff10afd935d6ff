// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Plain values, brackets, `if unknown`, and how a value fits where another type is wanted.

#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/period.h"
#include "compiler/check/site.h"

namespace assize::check {

using syntax::ExprKind;

namespace {

ExprPtr check_number(Site& site, const syntax::Expr& text) {
  const auto value = Rational::parse(text.text);
  if (!value || value->overflowed()) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "`" + text.text + "`",
                                        "too long", "a number of at most 18 digits"));
    return poison(text.span);
  }
  if (text.unit == syntax::TimeUnit::kDays || text.unit == syntax::TimeUnit::kWeeks) {
    const std::int64_t days = value->floor() * (text.unit == syntax::TimeUnit::kWeeks ? 7 : 1);
    if (value->is_whole()) {
      return make_const(Value::of(Base::kDays, days), type_of(Base::kDays), text.span);
    }
    // `365.25 days` stands in `completed years of …` alone, which reads it itself.
  }
  if (text.unit == syntax::TimeUnit::kMonths || text.unit == syntax::TimeUnit::kYears) {
    site.sink.add(
        diagnostics::diagnose(text.span, errors::wrong_type, "`" + written(site, text.span) + "`",
                              "no fixed number of days", "days or weeks")
            .note("`shift(day, 3 months, down)` moves a day by months"));
    return poison(text.span);
  }
  if (value->is_whole() && text.text.find('.') == std::string::npos) {
    return make_const(Value::of(Base::kNumber, value->floor()), type_of(Base::kNumber), text.span);
  }
  Value made = Value::of(Base::kDecimal, 0);
  made.decimal = *value;
  return make_const(made, type_of(Base::kDecimal), text.span);
}

ExprPtr check_date(Site& site, const syntax::Expr& text) {
  const auto day = parse_day(text.text);
  if (!day) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "`" + text.text + "`",
                                        "no day of the calendar", "a day such as 2024-04-01"));
    return poison(text.span);
  }
  return make_const(Value::of(Base::kDate, *day), type_of(Base::kDate), text.span);
}

ExprPtr check_fallback(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted) {
  ExprPtr value = check_value(site, scope, *text.args[0], wanted);
  if (is_poison(value)) return value;
  if (value->type.base == Base::kSet) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                        "`" + written(site, text.args[0]->span) + "`", "a set",
                                        "a single value"));
    return poison(text.span);
  }
  Wanted replacement_wanted;
  replacement_wanted.list = value->type.list;
  ExprPtr replacement = check_value(site, scope, *text.args[1], replacement_wanted);
  if (is_poison(replacement)) return replacement;
  replacement = fit(site, std::move(replacement), value->type);
  if (is_poison(replacement)) return replacement;
  if (!value->type.may_be_unknown) {
    site.sink.add(diagnostics::diagnose(text.word.end > text.word.begin ? text.word : text.span,
                                        errors::nothing_to_decide,
                                        "`" + written(site, text.args[0]->span) + "`")
                      .fix(diagnostics::Confidence::kCertain, "take it out",
                           {{{text.span.file, text.args[0]->span.end, text.args[1]->span.end}, ""}}));
  }
  Type type = value->type;
  type.may_be_unknown = replacement->type.may_be_unknown;
  type.may_be_none = type.may_be_none || replacement->type.may_be_none;
  type.may_be_open = type.may_be_open || replacement->type.may_be_open;
  ExprPtr made = make(Op::kFallback, type, text.span);
  made->args.push_back(std::move(value));
  made->args.push_back(std::move(replacement));
  return made;
}

ExprPtr special(Value value, Span span) {
  Type type;
  type.may_be_unknown = value.state == Value::State::kUnknown;
  type.may_be_none = value.state == Value::State::kNone;
  type.may_be_open = value.state == Value::State::kOpen;
  return make_const(std::move(value), type, span);
}

}  // namespace

ExprPtr check_value(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted) {
  switch (text.kind) {
    case ExprKind::kNumber: return check_number(site, text);
    case ExprKind::kDate: return check_date(site, text);
    case ExprKind::kText: {
      Value value = Value::of(Base::kText, 0);
      value.text = text.text;
      return make_const(value, type_of(Base::kText), text.span);
    }
    case ExprKind::kYes:
    case ExprKind::kNoValue:
      return make_const(Value::yes_or_no(text.kind == ExprKind::kYes), type_of(Base::kBool),
                        text.span);
    case ExprKind::kUnknown: return special(Value::unknown(), text.span);
    case ExprKind::kOpen: return special(Value::open(), text.span);
    case ExprKind::kNone: return special(Value::none(), text.span);
    case ExprKind::kPath: return check_path(site, scope, text.path, wanted);
    case ExprKind::kBrackets: return check_value(site, scope, *text.args[0], wanted);
    case ExprKind::kIfUnknown: return check_fallback(site, scope, text, wanted);
    case ExprKind::kCall: return check_call(site, scope, text);
    case ExprKind::kNegative:
    case ExprKind::kBinary: return check_arithmetic(site, scope, text);
    case ExprKind::kTheir:
    case ExprKind::kAll:
    case ExprKind::kWhere:
    case ExprKind::kWith:
    case ExprKind::kAs: {
      CheckedSet set = check_set(site, scope, text);
      return set.expr ? std::move(set.expr) : poison(text.span);
    }
    case ExprKind::kAny:
    case ExprKind::kNoSet:
    case ExprKind::kNumberOf:
    case ExprKind::kNumberOfDifferent:
    case ExprKind::kExtremeOfSet:
    case ExprKind::kExtremeOfList:
    case ExprKind::kBestOfSet:
    case ExprKind::kBestOfList:
    case ExprKind::kThe:
    case ExprKind::kFurthestEnd:
    case ExprKind::kPreviousEnd: return check_pick(site, scope, text, wanted);
    case ExprKind::kList:
      site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "this list", "several values",
                                          "a single value")
                        .note("a list stands after `in`, or after `latest of`, `best of` and the like"));
      return poison(text.span);
    case ExprKind::kOn:
    case ExprKind::kReckoning:
      site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                          "`" + written(site, text.span) + "`",
                                          "part of a call of `age`", "a value"));
      return poison(text.span);
    default: return check_test(site, scope, text);
  }
}

ExprPtr fit(Site& site, ExprPtr expr, const Type& wanted) {
  if (is_poison(expr) || wanted.base == Base::kNothing) return expr;
  const std::string what = "`" + written(site, expr->span) + "`";
  if (expr->op == Op::kConst && expr->type.base == Base::kNothing) {
    const bool fits = expr->value.state == Value::State::kUnknown ||
                      (expr->value.state == Value::State::kNone && wanted.may_be_none) ||
                      (expr->value.state == Value::State::kOpen &&
                       (wanted.may_be_open || wanted.base == Base::kDate));
    if (!fits) {
      site.sink.add(diagnostics::diagnose(expr->span, errors::wrong_type, what,
                                          "a word for a missing value", describe(wanted)));
      return poison(expr->span);
    }
    Type type = wanted;
    type.may_be_unknown = expr->value.state == Value::State::kUnknown;
    type.may_be_none = expr->value.state == Value::State::kNone;
    type.may_be_open = expr->value.state == Value::State::kOpen;
    expr->type = type;
    return expr;
  }
  if (expr->type.may_be_none && !wanted.may_be_none) {
    site.sink.add(diagnostics::diagnose(expr->span, errors::none_into_value, what)
                      .note("ask `is not none` first, or write `or none` in the type"));
    return poison(expr->span);
  }
  if (expr->type.base == wanted.base) {
    if (is_numeric(wanted)) {
      if (expr->type.unit == wanted.unit || expr->type.unit.empty() || wanted.unit.empty()) return expr;
      site.sink.add(diagnostics::diagnose(expr->span, errors::unlike_units, describe(expr->type),
                                          describe(wanted), "values of one thing"));
      return poison(expr->span);
    }
    if (wanted.base != Base::kCode || expr->type.list == wanted.list) return expr;
    for (const std::string& included : wanted.list->includes) {
      if (expr->type.list->name != included) continue;
      Type type = expr->type;
      type.list = wanted.list;
      ExprPtr made = make(Op::kWiden, type, expr->span);
      for (const CodeValue& value : expr->type.list->values) {
        made->table.push_back(wanted.list->index_of(value.code));
      }
      made->args.push_back(std::move(expr));
      return made;
    }
  }
  // A whole number is a decimal too.
  if (expr->type.base == Base::kNumber && wanted.base == Base::kDecimal) return expr;
  site.sink.add(diagnostics::diagnose(expr->span, errors::wrong_type, what, describe(expr->type),
                                      describe(wanted)));
  return poison(expr->span);
}

std::optional<Value> literal_value(Site& site, const syntax::Expr& text, Type& type) {
  Scope nothing;
  ExprPtr made = check_value(site, nothing, text);
  if (is_poison(made)) return std::nullopt;
  if (made->op == Op::kNegative && made->args[0]->op == Op::kConst) {
    Value value = made->args[0]->value;
    value.whole = -value.whole;
    value.decimal = Rational(0) - value.decimal;
    type = made->type;
    return value;
  }
  if (made->op != Op::kConst || made->type.base == Base::kNothing) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                        "`" + written(site, text.span) + "`", "an expression",
                                        "a plain number, date or number of days"));
    return std::nullopt;
  }
  type = made->type;
  return made->value;
}

Type type_from(Site& site, const syntax::TypeName& text) {
  Type type;
  const std::string& name = text.name.text;
  if (name == "yes or no") {
    type.base = Base::kBool;
  } else if (name == "number") {
    type.base = Base::kNumber;
  } else if (name == "decimal") {
    type.base = Base::kDecimal;
  } else if (name == "date") {
    type.base = Base::kDate;
  } else if (name == "text") {
    type.base = Base::kText;
  } else if (name == "days") {
    type.base = Base::kDays;
  } else if (const CodeList* list = find_code_list(site, name)) {
    type.base = Base::kCode;
    type.list = list;
  } else {
    std::vector<std::string> candidates{"date", "text", "number", "decimal", "days"};
    for (const auto& known : site.framework.code_lists) candidates.push_back(known->name);
    report_unknown_name(site, text.name, "a type or a code list", candidates);
    return type;
  }
  if (text.or_open && type.base != Base::kDate) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "`or still open`",
                                        "a word for dates", "another word"));
  }
  type.may_be_open = text.or_open && type.base == Base::kDate;
  type.may_be_none = text.or_none;
  type.may_be_unknown = text.may_be_unknown;
  return type;
}

}  // namespace assize::check
