// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of pass `lower`: expressions. What can be said in simpler words is: `>` as `<` with its
// sides exchanged, ranges and spans as comparisons, a list of codes as members.

#include <algorithm>
#include <utility>

#include "compiler/lower/lowering.h"

namespace assize::lower {
namespace {

using check::Op;

/// Gives the kind of node that says the same with the same operands; nothing if there is none.
std::optional<plan::Op> same_op(Op op) {
  switch (op) {
    case Op::kConst:
      return plan::Op::kConst;
    case Op::kCouncil:
      return plan::Op::kCouncil;
    case Op::kPeriodStart:
      return plan::Op::kPeriodStart;
    case Op::kPeriodEnd:
      return plan::Op::kPeriodEnd;
    case Op::kField:
      return plan::Op::kField;
    case Op::kEpisodeStart:
      return plan::Op::kEpisodeStart;
    case Op::kEpisodeEnd:
      return plan::Op::kEpisodeEnd;
    case Op::kFurthestEnd:
      return plan::Op::kFurthestEnd;
    case Op::kPreviousEnd:
      return plan::Op::kPreviousEnd;
    case Op::kScore:
      return plan::Op::kScore;
    case Op::kWiden:
      return plan::Op::kWiden;
    case Op::kNot:
      return plan::Op::kNot;
    case Op::kAnd:
      return plan::Op::kAnd;
    case Op::kOr:
      return plan::Op::kOr;
    case Op::kInGroup:
      return plan::Op::kIsIn;
    case Op::kIsKnown:
      return plan::Op::kIsKnown;
    case Op::kIsOpen:
      return plan::Op::kIsOpen;
    case Op::kIsNone:
      return plan::Op::kIsNone;
    case Op::kStartsWith:
      return plan::Op::kStartsWith;
    case Op::kAdd:
      return plan::Op::kAdd;
    case Op::kSubtract:
      return plan::Op::kSubtract;
    case Op::kMultiply:
      return plan::Op::kMultiply;
    case Op::kDivide:
      return plan::Op::kDivide;
    case Op::kNegative:
      return plan::Op::kNegative;
    case Op::kConcat:
      return plan::Op::kJoin;
    case Op::kAge:
      return plan::Op::kAge;
    case Op::kYear:
      return plan::Op::kYear;
    case Op::kMonthLength:
      return plan::Op::kMonthLength;
    case Op::kShift:
      return plan::Op::kShift;
    case Op::kFallback:
      return plan::Op::kFallback;
    case Op::kEpisodeSet:
      return plan::Op::kEpisodes;
    case Op::kEpisodeRecords:
      return plan::Op::kEpisodeRecords;
    case Op::kWhere:
      return plan::Op::kWhere;
    case Op::kWith:
      return plan::Op::kWith;
    case Op::kAny:
      return plan::Op::kAny;
    case Op::kCount:
      return plan::Op::kCount;
    case Op::kCountDifferent:
      return plan::Op::kCountDifferent;
    case Op::kExtreme:
      return plan::Op::kExtreme;
    case Op::kTotal:
      return plan::Op::kTotal;
    case Op::kExtremeOfList:
      return plan::Op::kExtremeOf;
    case Op::kBest:
      return plan::Op::kBest;
    case Op::kBestOfList:
      return plan::Op::kBestOf;
    case Op::kThe:
      return plan::Op::kThe;
    default:
      return std::nullopt;
  }
}

plan::Pick pick_of(check::Pick pick) {
  switch (pick) {
    case check::Pick::kLatest:
      return plan::Pick::kLatest;
    case check::Pick::kEarliest:
      return plan::Pick::kEarliest;
    case check::Pick::kHighest:
      return plan::Pick::kHighest;
    case check::Pick::kLowest:
      return plan::Pick::kLowest;
  }
  return plan::Pick::kLatest;
}

/// A condition made of these may be unknown if one of them may be.
plan::Type condition_over(const plan::Plan& plan, const std::vector<plan::NodeId>& operands) {
  plan::Type type;
  for (const plan::NodeId operand : operands) {
    type.may_be_unknown = type.may_be_unknown || plan.node(operand).type.may_be_unknown;
  }
  return type;
}

}  // namespace

plan::NodeId Lowering::add(plan::Node node) {
  plan_.nodes.push_back(std::move(node));
  return static_cast<plan::NodeId>(plan_.nodes.size() - 1);
}

plan::NodeId Lowering::add(plan::Op op, std::initializer_list<plan::NodeId> operands,
                           source::Span span) {
  plan::Node node;
  node.op = op;
  node.operands = operands;
  node.type = condition_over(plan_, node.operands);
  node.span = span;
  return add(std::move(node));
}

plan::NodeId Lowering::constant(bool yes, source::Span span) {
  plan::Node node;
  node.value = value(check::Value::yes_or_no(yes));
  node.span = span;
  return add(std::move(node));
}

plan::NodeId Lowering::not_built_yet(const std::string& construct, source::Span span) {
  if (!gap_) gap_ = Gap{construct, span};
  return constant(false, span);
}

plan::NodeId Lowering::optional_expression(const check::ExprPtr& expr) {
  return expr == nullptr ? plan::NodeId::kNone : expression(*expr);
}

std::vector<plan::Key> Lowering::keys(const std::vector<check::Key>& keys) {
  std::vector<plan::Key> made;
  for (const check::Key& key : keys) {
    plan::Key one;
    switch (key.kind) {
      case check::Key::Kind::kPick:
        one.kind = plan::Key::Kind::kPick;
        break;
      case check::Key::Kind::kBest:
        one.kind = plan::Key::Kind::kBest;
        break;
      case check::Key::Kind::kPreferring:
        one.kind = plan::Key::Kind::kPreferring;
        break;
    }
    one.pick = pick_of(key.pick);
    one.unknown_first = key.unknown_first;
    one.column = key.column;
    one.value = expression(*key.value);
    made.push_back(one);
  }
  return made;
}

plan::NodeId Lowering::expression_as_is(const check::Expr& expr, plan::Op op) {
  plan::Node made;
  made.op = op;
  for (const check::ExprPtr& operand : expr.args) made.operands.push_back(expression(*operand));
  made.type = type(expr.type);
  made.value = value(expr.value);
  made.variable = variable(expr.variable);
  if (op == plan::Op::kFurthestEnd || op == plan::Op::kPreviousEnd) made.variable = joining_;
  made.collection = collection(expr.collection);
  made.episodes = episodes(expr.episodes);
  if (expr.field != nullptr) made.field = expr.field->index;
  made.keys = keys(expr.keys);
  made.column = expr.column;
  made.members = expr.members;
  made.table.assign(expr.table.begin(), expr.table.end());
  made.pick = pick_of(expr.pick);
  made.known = expr.known;
  made.by_birthdays = expr.by_birthdays;
  made.days_per_year = expr.days_per_year;
  made.round_up = expr.round_up;
  made.months = expr.months;
  made.span = expr.span;
  return add(std::move(made));
}

plan::NodeId Lowering::comparison(const check::Expr& expr, plan::Op op, bool is_swapped) {
  const plan::NodeId left = expression(*expr.args[0]);
  const plan::NodeId right = expression(*expr.args[1]);
  return is_swapped ? add(op, {right, left}, expr.span) : add(op, {left, right}, expr.span);
}

plan::NodeId Lowering::equality(const check::Expr& expr) {
  // The name of a deciding case stands as text beside the let it is asked of.
  for (std::size_t i = 0; i < expr.args.size(); ++i) {
    const check::Expr& asked = *expr.args[1 - i];
    if (expr.args[i]->op != Op::kConst || asked.op != Op::kStepOf) continue;
    plan::Node name;
    name.type.base = plan::Base::kCase;
    name.value = value(
        check::Value::of(check::Base::kStepName, case_index(*asked.let, expr.args[i]->value.text)));
    name.span = expr.span;
    const plan::NodeId step = expression(asked);
    return add(plan::Op::kIs, {step, add(std::move(name))}, expr.span);
  }
  return expression_as_is(expr, plan::Op::kIs);
}

plan::NodeId Lowering::values_test(const check::Expr& expr) {
  const check::Expr& asked = *expr.args[0];
  const bool is_plain =
      asked.type.base == check::Base::kCode &&
      std::all_of(expr.args.begin() + 1, expr.args.end(), [&](const check::ExprPtr& operand) {
        return operand->op == Op::kConst && operand->value.state == check::Value::State::kKnown &&
               operand->type.list == asked.type.list;
      });
  if (!is_plain) return expression_as_is(expr, plan::Op::kIsAnyOf);
  plan::Node made;
  made.op = plan::Op::kIsIn;
  made.operands = {expression(asked)};
  made.type = type(expr.type);
  made.members.resize(asked.type.list->values.size());
  for (std::size_t i = 1; i < expr.args.size(); ++i) {
    made.members[static_cast<std::size_t>(expr.args[i]->value.whole)] = true;
  }
  made.span = expr.span;
  return add(std::move(made));
}

plan::NodeId Lowering::range_test(const check::Expr& expr) {
  const plan::NodeId asked = expression(*expr.args[0]);
  const plan::NodeId from = expression(*expr.args[1]);
  const plan::NodeId to = expression(*expr.args[2]);
  return add(plan::Op::kAnd,
             {add(plan::Op::kLessOrEqual, {from, asked}, expr.span),
              add(plan::Op::kLessOrEqual, {asked, to}, expr.span)},
             expr.span);
}

plan::NodeId Lowering::span_test(const check::Expr& expr) {
  const plan::NodeId start = expression(*expr.args[0]);
  const plan::NodeId end = expression(*expr.args[1]);
  const plan::NodeId other_start = expression(*expr.args[2]);
  const plan::NodeId other_end = expression(*expr.args[3]);
  const auto not_after = [&](plan::NodeId first, plan::NodeId second) {
    return add(plan::Op::kLessOrEqual, {first, second}, expr.span);
  };
  if (expr.op == Op::kOverlaps) {
    const plan::NodeId begins = not_after(start, other_end);
    return add(plan::Op::kAnd, {begins, not_after(other_start, end)}, expr.span);
  }
  const plan::NodeId begins = not_after(other_start, start);
  return add(plan::Op::kAnd, {begins, not_after(end, other_end)}, expr.span);
}

plan::NodeId Lowering::window_test(const check::Expr& expr) {
  // Two comparisons, so that an open day gives yes or no.
  const plan::NodeId day = expression(*expr.args[0]);
  const plan::NodeId length = expression(*expr.args[1]);
  const plan::NodeId of = expression(*expr.args[2]);
  const auto moved = [&](plan::Op op) {
    plan::Node made;
    made.op = op;
    made.operands = {of, length};
    made.type = node(of).type;
    made.type.may_be_unknown = made.type.may_be_unknown || node(length).type.may_be_unknown;
    made.span = expr.span;
    return add(std::move(made));
  };
  const plan::NodeId first = expr.window == check::Window::kAfter ? of : moved(plan::Op::kSubtract);
  const plan::NodeId last = expr.window == check::Window::kBefore ? of : moved(plan::Op::kAdd);
  const plan::NodeId begins = add(plan::Op::kLessOrEqual, {first, day}, expr.span);
  return add(plan::Op::kAnd, {begins, add(plan::Op::kLessOrEqual, {day, last}, expr.span)},
             expr.span);
}

plan::NodeId Lowering::let_use(const check::Expr& expr, plan::Op op) {
  plan::Node made;
  made.op = op;
  made.let = let(expr.let);
  made.type = type(expr.type);
  made.variable = variable(expr.variable);
  made.span = expr.span;
  // What stands for every value of the file or the unit needs no variable.
  const plan::Let::Of of = plan_.let(made.let).of;
  if (of == plan::Let::Of::kFile || of == plan::Let::Of::kUnit)
    made.variable = plan::VariableId::kNone;
  return add(std::move(made));
}

plan::NodeId Lowering::expression(const check::Expr& expr) {
  switch (expr.op) {
    case Op::kPoison:
      return not_built_yet("an expression with an error", expr.span);
    case Op::kParameter:
    case Op::kFlag: {
      plan::Node made;
      made.op = plan::Op::kParameter;
      made.parameter = expr.op == Op::kFlag ? flag(*expr.flag) : parameter(*expr.parameter);
      made.type = plan_.parameters[plan::index_of(made.parameter)].type;
      made.span = expr.span;
      return add(std::move(made));
    }
    case Op::kLet:
    case Op::kFact:
      return let_use(expr, plan::Op::kLet);
    case Op::kStepOf:
      return let_use(expr, plan::Op::kDecidingCase);
    case Op::kIs:
      return equality(expr);
    case Op::kInValues:
      return values_test(expr);
    case Op::kInRange:
      return range_test(expr);
    case Op::kOverlaps:
    case Op::kInside:
      return span_test(expr);
    case Op::kWithin:
      return window_test(expr);
    case Op::kLess:
      return comparison(expr, plan::Op::kLess, false);
    case Op::kLessOrEqual:
      return comparison(expr, plan::Op::kLessOrEqual, false);
    case Op::kMore:
      return comparison(expr, plan::Op::kLess, true);
    case Op::kMoreOrEqual:
      return comparison(expr, plan::Op::kLessOrEqual, true);
    case Op::kFileRecords:
      return records(expr, expr.in_every_council ? plan::Reach::kEveryCouncil : plan::Reach::kFile);
    case Op::kAllRecords:
      return records(expr, plan::Reach::kAll);
    case Op::kNamedPopulation:
      return population_records(expr);
    case Op::kNoneOf:
      return add(plan::Op::kNot, {add(plan::Op::kAny, {expression(*expr.args[0])}, expr.span)},
                 expr.span);
    default:
      break;
  }
  const std::optional<plan::Op> same = same_op(expr.op);
  return same ? expression_as_is(expr, *same) : not_built_yet("this expression", expr.span);
}

}  // namespace assize::lower
