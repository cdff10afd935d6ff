// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/days.h"
#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/picks.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {

using check::Op;

Value Evaluation::value_of(const Expr& expr, Scope& scope) {
  Observer* const observer = setting_.observer;
  if (observer == nullptr) return compute(expr, scope);
  observer->asks(expr, scope);
  Value value = compute(expr, scope);
  observer->answers(expr, value);
  return value;
}

Value Evaluation::compute(const Expr& expr, Scope& scope) {
  switch (expr.op) {
    case Op::kNot:
    case Op::kAnd:
    case Op::kOr:
    case Op::kIsKnown:
    case Op::kIsOpen:
    case Op::kIsNone:
      return logic(expr, scope);
    case Op::kIs:
    case Op::kInGroup:
    case Op::kInValues:
    case Op::kInRange:
    case Op::kLess:
    case Op::kLessOrEqual:
    case Op::kMore:
    case Op::kMoreOrEqual:
    case Op::kStartsWith:
    case Op::kOverlaps:
    case Op::kInside:
    case Op::kWithin:
      return test(expr, scope);
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kNegative:
    case Op::kConcat:
      return arithmetic(expr, scope);
    case Op::kAge:
    case Op::kYear:
    case Op::kMonthLength:
    case Op::kShift:
      return day_function(expr, scope);
    case Op::kFallback:
      return fallback(expr, scope);
    case Op::kAny:
      return Value::yes_or_no(!set_of(*expr.args[0], scope).empty());
    case Op::kNoneOf:
      return Value::yes_or_no(set_of(*expr.args[0], scope).empty());
    case Op::kCount:
      return count(expr, scope);
    case Op::kCountDifferent:
      return count_different(expr, scope);
    case Op::kTotal:
      return total(expr, scope);
    case Op::kExtreme:
    case Op::kBest:
      return pick_of_set(expr, scope);
    case Op::kExtremeOfList:
    case Op::kBestOfList:
      return pick_of_list(expr, scope);
    case Op::kThe:
      return the_one(expr, scope);
    default:
      return leaf(expr, scope);
  }
}

Value Evaluation::leaf(const Expr& expr, Scope& scope) {
  switch (expr.op) {
    case Op::kConst:
      return expr.value;
    case Op::kParameter:
      return expr.parameter->value;
    case Op::kFlag:
      return Value::yes_or_no(expr.flag->value);
    case Op::kCouncil: {
      if (scope.file == nullptr || scope.file->council < 0) return Value::unknown();
      Value key = Value::of(Base::kText, 0);
      key.text = setting_.inputs->councils[static_cast<std::size_t>(scope.file->council)].key;
      return key;
    }
    case Op::kPeriodStart:
      return Value::of(Base::kDate, setting_.period.start);
    case Op::kPeriodEnd:
      return Value::of(Base::kDate, setting_.period.end);
    case Op::kField: {
      const Item* record = scope.find(expr.variable);
      if (record == nullptr || record->records == nullptr) return Value::unknown();
      return cell_value(*record, *expr.field, *setting_.texts);
    }
    case Op::kLet:
    case Op::kFact:
      return answer_of(*expr.let, expr.variable, scope).value;
    case Op::kStepOf: {
      Value step = Value::of(Base::kStepName, 0);
      step.text = answer_of(*expr.let, expr.variable, scope).step;
      return step;
    }
    case Op::kEpisodeStart:
    case Op::kEpisodeEnd: {
      const Item* item = scope.find(expr.variable);
      if (item == nullptr || item->episode == nullptr) return Value::unknown();
      return expr.op == Op::kEpisodeStart ? item->episode->start : item->episode->end;
    }
    case Op::kFurthestEnd:
      return scope.so_far == nullptr ? Value::unknown() : scope.so_far->furthest_end;
    case Op::kPreviousEnd:
      return scope.so_far == nullptr ? Value::unknown() : scope.so_far->previous_end;
    case Op::kScore:
      return score(expr, scope);
    case Op::kWiden: {
      Value code = argument(expr, 0, scope);
      if (is_plain(code)) code.whole = expr.table[static_cast<std::size_t>(code.whole)];
      return code;
    }
    default:
      return Value::unknown();  // poisoned; a framework with one of these is never run
  }
}

Value Evaluation::score(const Expr& expr, Scope& scope) {
  const Value code = argument(expr, 0, scope);
  if (!is_plain(code)) return Value::unknown();
  const check::CodeList& list = *expr.args[0]->type.list;
  const check::CodeScore& column = list.scores[static_cast<std::size_t>(expr.column)];
  const std::optional<Rational>& cell = column.scores[static_cast<std::size_t>(code.whole)];
  return cell ? within_limits(number_of(expr.type.base, *cell)) : Value::unknown();
}

Value Evaluation::fallback(const Expr& expr, Scope& scope) {
  const Value value = argument(expr, 0, scope);
  if (!is_unknown(value)) return value;
  if (const Item* under_test = scope.innermost()) {
    note_unknown(&expr, *under_test);
  } else if (scope.file != nullptr) {
    note_unknown(&expr, Item::of_file(*scope.file));
  }
  if (setting_.observer != nullptr) setting_.observer->falls_back(expr);
  return argument(expr, 1, scope);
}

Value Evaluation::logic(const Expr& expr, Scope& scope) {
  switch (expr.op) {
    case Op::kNot:
      return logical_not(argument(expr, 0, scope));
    case Op::kIsKnown:
      return Value::yes_or_no(!is_unknown(argument(expr, 0, scope)));
    case Op::kIsOpen:
      return Value::yes_or_no(argument(expr, 0, scope).state == Value::State::kOpen);
    case Op::kIsNone:
      return Value::yes_or_no(argument(expr, 0, scope).state == Value::State::kNone);
    default:
      break;
  }
  const bool is_and = expr.op == Op::kAnd;
  Value result = Value::yes_or_no(is_and);
  for (std::size_t i = 0; i < expr.args.size(); ++i) {
    if (is_and ? is_no(result) : is_yes(result)) {
      if (!setting_.attrition) break;
      // The rest decides nothing; it is looked at for its unknowns alone.
      const std::optional<Stop> kept = stop_;
      static_cast<void>(argument(expr, i, scope));
      stop_ = kept;
      continue;
    }
    const Value value = argument(expr, i, scope);
    result = is_and ? logical_and(result, value) : logical_or(result, value);
  }
  return result;
}

Value Evaluation::test(const Expr& expr, Scope& scope) {
  const Value first = argument(expr, 0, scope);
  switch (expr.op) {
    case Op::kInGroup:
      if (is_unknown(first)) return first;
      return Value::yes_or_no(is_plain(first) &&
                              expr.members[static_cast<std::size_t>(first.whole)]);
    case Op::kInValues: {
      Value found = Value::yes_or_no(false);
      for (std::size_t i = 1; i < expr.args.size(); ++i) {
        found = logical_or(found, is_same(first, argument(expr, i, scope)));
      }
      return found;
    }
    default:
      break;
  }
  const Value second = argument(expr, 1, scope);
  switch (expr.op) {
    case Op::kIs:
      return is_same(first, second);
    case Op::kLess:
      return is_less(first, second);
    case Op::kLessOrEqual:
      return is_less_or_equal(first, second);
    case Op::kMore:
      return is_less(second, first);
    case Op::kMoreOrEqual:
      return is_less_or_equal(second, first);
    case Op::kStartsWith:
      return starts_with(first, second);
    case Op::kInRange:
      return is_in_range(first, second, argument(expr, 2, scope));
    case Op::kWithin:
      return is_within(first, second, argument(expr, 2, scope), expr.window);
    case Op::kOverlaps:
      return overlaps(first, second, argument(expr, 2, scope), argument(expr, 3, scope));
    case Op::kInside:
      return lies_inside(first, second, argument(expr, 2, scope), argument(expr, 3, scope));
    default:
      return Value::unknown();
  }
}

Value Evaluation::arithmetic(const Expr& expr, Scope& scope) {
  const Value first = argument(expr, 0, scope);
  const Base base = expr.type.base;
  if (expr.op == Op::kNegative) {
    return within_limits(subtract(base, Value::of(Base::kNumber, 0), first));
  }
  const Value second = argument(expr, 1, scope);
  const bool first_is_day = expr.args[0]->type.base == Base::kDate;
  const bool second_is_day = expr.args[1]->type.base == Base::kDate;
  switch (expr.op) {
    case Op::kAdd:
      if (first_is_day) return within_limits(day_plus(first, second));
      if (second_is_day) return within_limits(day_plus(second, first));
      return within_limits(add(base, first, second));
    case Op::kSubtract:
      if (first_is_day && second_is_day) return within_limits(days_between(first, second));
      if (first_is_day) return within_limits(day_minus(first, second));
      return within_limits(subtract(base, first, second));
    case Op::kMultiply:
      return within_limits(multiply(base, first, second));
    case Op::kDivide:
      return within_limits(divide(first, second));
    case Op::kConcat: {
      Value joined = concatenate(first, second);
      for (std::size_t i = 2; i < expr.args.size(); ++i) {
        joined = concatenate(joined, argument(expr, i, scope));
      }
      return joined;
    }
    default:
      return Value::unknown();
  }
}

Value Evaluation::day_function(const Expr& expr, Scope& scope) {
  const Value day = argument(expr, 0, scope);
  switch (expr.op) {
    case Op::kAge: {
      const Value on = argument(expr, 1, scope);
      return expr.by_birthdays ? age_by_birthdays(day, on)
                               : age_by_length(day, on, expr.days_per_year);
    }
    case Op::kYear:
      if (!is_plain(day)) return Value::unknown();
      return Value::of(expr.type.base, calendar_day(day.whole).year);
    case Op::kMonthLength: {
      if (!is_plain(day)) return Value::unknown();
      const CalendarDay in_month = calendar_day(day.whole);
      return Value::of(expr.type.base, days_in_month(in_month.year, in_month.month));
    }
    case Op::kShift:
      if (!is_plain(day)) return day;
      return Value::of(
          Base::kDate,
          moved_by_months(day.whole, expr.months, expr.round_up ? Rounding::kUp : Rounding::kDown));
    default:
      return Value::unknown();
  }
}

Value Evaluation::within_limits(std::optional<Value> value) {
  if (value) return *std::move(value);
  beyond_limits_ = true;
  return Value::unknown();
}

}  // namespace assize::interpret
