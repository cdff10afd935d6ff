// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Tests: what gives a yes or a no. Three-valued; a filter settles them (unknowns.cc).

#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {

using syntax::ExprKind;

namespace {

Type test_type(std::initializer_list<const Expr*> operands) {
  Type type = type_of(Base::kBool);
  for (const Expr* operand : operands) type.may_be_unknown |= operand->type.may_be_unknown;
  return type;
}

ExprPtr make_test(Op op, Span span, std::vector<ExprPtr> args) {
  Type type = type_of(Base::kBool);
  for (const ExprPtr& arg : args) type.may_be_unknown |= arg->type.may_be_unknown;
  ExprPtr made = make(op, type, span);
  made->args = std::move(args);
  return made;
}

ExprPtr negate(ExprPtr test, Span span) {
  ExprPtr made = make(Op::kNot, test->type, span);
  made->args.push_back(std::move(test));
  return made;
}

ExprPtr wrong(Site& site, const Expr& found, const std::string& wanted) {
  site.sink.add(diagnostics::diagnose(found.span, errors::wrong_type,
                                      "`" + written(site, found.span) + "`", describe(found.type),
                                      wanted));
  return poison(found.span);
}

// Two values that may be compared: equal bases, numbers of one unit (a plain number fits any unit).
bool comparable(Site& site, const Expr& left, const Expr& right, Span span) {
  const bool constant = right.op == Op::kConst && right.type.base == Base::kNothing;
  if (constant) return true;
  if (is_numeric(left.type) && is_numeric(right.type)) {
    if (left.type.unit == right.type.unit || left.type.unit.empty() || right.type.unit.empty()) {
      return true;
    }
    site.sink.add(diagnostics::diagnose(span, errors::unlike_units, describe(left.type),
                                        describe(right.type), "compared")
                      .label(left.span, left.type.unit)
                      .label(right.span, right.type.unit));
    return false;
  }
  if (left.type.base == right.type.base && left.type.list == right.type.list) return true;
  if ((left.type.base == Base::kDays && is_numeric(right.type)) ||
      (is_numeric(left.type) && right.type.base == Base::kDays)) {
    site.sink.add(diagnostics::diagnose(span, errors::unlike_units, describe(left.type),
                                        describe(right.type), "compared")
                      .label(right.span, "write the days out, as in `7 days`"));
    return false;
  }
  site.sink.add(diagnostics::diagnose(right.span, errors::wrong_type,
                                      "`" + written(site, right.span) + "`", describe(right.type),
                                      describe(left.type)));
  return false;
}

ExprPtr check_is(Site& site, const Scope& scope, const syntax::Expr& text) {
  ExprPtr left = check_value(site, scope, *text.args[0]);
  if (is_poison(left)) return left;
  const syntax::Expr& right_text = *text.args[1];
  const auto about_state = [&](Op op) {
    ExprPtr made = make(op, type_of(Base::kBool), text.span);
    made->args.push_back(std::move(left));
    return made;
  };
  if (right_text.kind == ExprKind::kUnknown) {
    ExprPtr made = about_state(Op::kIsKnown);
    return text.negated ? std::move(made) : negate(std::move(made), text.span);
  }
  if (right_text.kind == ExprKind::kOpen || right_text.kind == ExprKind::kNone) {
    const Op op = right_text.kind == ExprKind::kOpen ? Op::kIsOpen : Op::kIsNone;
    ExprPtr made = about_state(op);
    return text.negated ? negate(std::move(made), text.span) : std::move(made);
  }
  Wanted wanted;
  wanted.list = left->type.list;
  wanted.values_only = left->type.base == Base::kCode && right_text.kind == ExprKind::kPath &&
                       right_text.path.names.size() == 1;
  ExprPtr right = check_value(site, scope, right_text, wanted);
  if (is_poison(right)) return right;
  if (left->type.base == Base::kStepName || left->type.base == Base::kSet) {
    return wrong(site, *left, "a single value");
  }
  if (!comparable(site, *left, *right, text.span)) return poison(text.span);
  std::vector<ExprPtr> args;
  args.push_back(std::move(left));
  args.push_back(std::move(right));
  ExprPtr made = make_test(Op::kIs, text.span, std::move(args));
  made->plain = !text.negated;
  return text.negated ? negate(std::move(made), text.span) : std::move(made);
}

void add_members(Site& site, const CodeList& list, const syntax::Expr& text,
                 std::vector<bool>& members, bool& ok) {
  if (text.kind == ExprKind::kPath && text.path.names.size() == 1) {
    const syntax::Name& name = text.path.names.front();
    for (const CodeGroup& group : list.groups) {
      if (group.name != name.text) continue;
      for (std::size_t at = 0; at < members.size(); ++at) {
        if (group.members[at]) members[at] = true;
      }
      return;
    }
    Scope nothing;
    Wanted wanted{&list, true};
    ExprPtr value = check_path(site, nothing, text.path, wanted);
    if (is_poison(value)) {
      ok = false;
    } else {
      members[static_cast<std::size_t>(value->value.whole)] = true;
    }
    return;
  }
  site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                      "`" + written(site, text.span) + "`", "no name",
                                      "a value or group of `" + list.name + "`"));
  ok = false;
}

ExprPtr check_in_list(Site& site, const Scope& scope, const syntax::Expr& text, ExprPtr left) {
  const syntax::Expr& right = *text.args[1];
  std::vector<const syntax::Expr*> items;
  if (right.kind == ExprKind::kList || right.kind == ExprKind::kBrackets) {
    for (const auto& item : right.args) items.push_back(item.get());
  } else {
    items.push_back(&right);
  }
  if (left->type.base == Base::kCode) {
    const CodeList& list = *left->type.list;
    std::vector<bool> members(list.values.size(), false);
    bool ok = true;
    for (const syntax::Expr* item : items) add_members(site, list, *item, members, ok);
    if (!ok) return poison(text.span);
    ExprPtr made = make(Op::kInGroup, test_type({left.get()}), text.span);
    made->members = std::move(members);
    made->args.push_back(std::move(left));
    return made;
  }
  std::vector<ExprPtr> args;
  args.push_back(std::move(left));
  for (const syntax::Expr* item : items) {
    ExprPtr value = check_value(site, scope, *item);
    if (is_poison(value)) return value;
    if (!comparable(site, *args.front(), *value, text.span)) return poison(text.span);
    args.push_back(std::move(value));
  }
  return make_test(Op::kInValues, text.span, std::move(args));
}

bool is_ordered(const Type& type) {
  return type.base == Base::kDate || type.base == Base::kDays || is_numeric(type);
}

ExprPtr check_in(Site& site, const Scope& scope, const syntax::Expr& text) {
  ExprPtr left = check_value(site, scope, *text.args[0]);
  if (is_poison(left)) return left;
  ExprPtr made;
  if (text.args.size() == 3) {
    ExprPtr from = check_value(site, scope, *text.args[1]);
    ExprPtr to = check_value(site, scope, *text.args[2]);
    if (is_poison(from) || is_poison(to)) return poison(text.span);
    if (!is_ordered(left->type)) return wrong(site, *left, "a number or a date");
    if (!comparable(site, *left, *from, text.span) || !comparable(site, *left, *to, text.span)) {
      return poison(text.span);
    }
    std::vector<ExprPtr> args;
    args.push_back(std::move(left));
    args.push_back(std::move(from));
    args.push_back(std::move(to));
    made = make_test(Op::kInRange, text.span, std::move(args));
  } else if (auto span = left->type.base == Base::kDate
                             ? check_span(site, scope, *text.args[1])
                             : std::nullopt) {
    if (is_poison(span->first) || is_poison(span->second)) return poison(text.span);
    std::vector<ExprPtr> args;
    args.push_back(std::move(left));
    args.push_back(std::move(span->first));
    args.push_back(std::move(span->second));
    made = make_test(Op::kInRange, text.span, std::move(args));
  } else {
    made = check_in_list(site, scope, text, std::move(left));
  }
  if (is_poison(made)) return made;
  made->plain = !text.negated;
  return text.negated ? negate(std::move(made), text.span) : std::move(made);
}

ExprPtr check_compare(Site& site, const Scope& scope, const syntax::Expr& text) {
  using syntax::Operation;
  ExprPtr left = check_value(site, scope, *text.args[0]);
  ExprPtr right = check_value(site, scope, *text.args[1]);
  if (is_poison(left) || is_poison(right)) return poison(text.span);
  Op op = Op::kLess;
  bool moment = true;
  switch (text.operation) {
    case Operation::kBefore: op = Op::kLess; break;
    case Operation::kAfter: op = Op::kMore; break;
    case Operation::kOnOrBefore: op = Op::kLessOrEqual; break;
    case Operation::kOnOrAfter: op = Op::kMoreOrEqual; break;
    default:
      moment = false;
      op = text.operation == Operation::kLess          ? Op::kLess
           : text.operation == Operation::kLessOrEqual ? Op::kLessOrEqual
           : text.operation == Operation::kMore        ? Op::kMore
                                                       : Op::kMoreOrEqual;
  }
  if (moment && left->type.base != Base::kDate) return wrong(site, *left, "a date");
  if (moment && right->type.base != Base::kDate) return wrong(site, *right, "a date");
  if (!moment && left->type.base == Base::kDate) {
    return wrong(site, *left, "a number (of dates say `before`, `after`, `on or before`)");
  }
  if (!is_ordered(left->type)) return wrong(site, *left, "a number");
  if (!comparable(site, *left, *right, text.span)) return poison(text.span);
  std::vector<ExprPtr> args;
  args.push_back(std::move(left));
  args.push_back(std::move(right));
  return make_test(op, text.span, std::move(args));
}

ExprPtr check_span_test(Site& site, const Scope& scope, const syntax::Expr& text) {
  auto left = check_span(site, scope, *text.args[0]);
  std::optional<std::pair<ExprPtr, ExprPtr>> right;
  if (text.args.size() == 3) {
    right.emplace(check_value(site, scope, *text.args[1]), check_value(site, scope, *text.args[2]));
  } else {
    right = check_span(site, scope, *text.args[1]);
  }
  if (!left || !right) {
    const syntax::Expr& bad = left ? *text.args[1] : *text.args[0];
    site.sink.add(diagnostics::diagnose(bad.span, errors::wrong_type,
                                        "`" + written(site, bad.span) + "`", "no span of days",
                                        "a span, such as `period`, `span` or `a to b`"));
    return poison(text.span);
  }
  std::vector<ExprPtr> args;
  for (ExprPtr* day : {&left->first, &left->second, &right->first, &right->second}) {
    if (is_poison(*day)) return poison(text.span);
    if (!is_date_like((*day)->type)) return wrong(site, **day, "a date");
    args.push_back(std::move(*day));
  }
  const Op op = text.kind == ExprKind::kOverlaps ? Op::kOverlaps : Op::kInside;
  return make_test(op, text.span, std::move(args));
}

ExprPtr check_within(Site& site, const Scope& scope, const syntax::Expr& text) {
  std::vector<ExprPtr> args;
  for (const auto& arg : text.args) {
    args.push_back(check_value(site, scope, *arg));
    if (is_poison(args.back())) return poison(text.span);
  }
  if (args[0]->type.base != Base::kDate) return wrong(site, *args[0], "a date");
  if (args[1]->type.base != Base::kDays) return wrong(site, *args[1], "a number of days");
  if (args[2]->type.base != Base::kDate) return wrong(site, *args[2], "a date");
  ExprPtr made = make_test(Op::kWithin, text.span, std::move(args));
  made->window = text.window == syntax::Window::kAfter    ? Window::kAfter
                 : text.window == syntax::Window::kBefore ? Window::kBefore
                                                          : Window::kOf;
  return made;
}

ExprPtr check_starts_with(Site& site, const Scope& scope, const syntax::Expr& text) {
  ExprPtr left = check_value(site, scope, *text.args[0]);
  if (is_poison(left)) return left;
  if (left->type.base != Base::kText) return wrong(site, *left, "a text");
  Value value = Value::of(Base::kText, 0);
  value.text = text.text;
  std::vector<ExprPtr> args;
  args.push_back(std::move(left));
  args.push_back(make_const(value, type_of(Base::kText), text.span));
  return make_test(Op::kStartsWith, text.span, std::move(args));
}

// In `A and B`, what A tests is known in B; in `A or B`, B is asked where A is no.
ExprPtr check_chain(Site& site, const Scope& scope, const syntax::Expr& text) {
  const bool all = text.kind == ExprKind::kAnd;
  Scope inner = scope;
  std::vector<ExprPtr> args;
  bool poisoned = false;
  for (const auto& arg : text.args) {
    inner.known.share();
    ExprPtr made = check_condition(site, inner, *arg);
    if (is_poison(made)) {
      poisoned = true;
      continue;
    }
    learn(*made, all, inner.known);
    args.push_back(std::move(made));
  }
  if (poisoned) return poison(text.span);
  return make_test(all ? Op::kAnd : Op::kOr, text.span, std::move(args));
}

}  // namespace

ExprPtr check_test(Site& site, const Scope& scope, const syntax::Expr& text) {
  switch (text.kind) {
    case ExprKind::kAnd:
    case ExprKind::kOr: return check_chain(site, scope, text);
    case ExprKind::kNot: {
      ExprPtr inner = check_condition(site, scope, *text.args[0]);
      return is_poison(inner) ? std::move(inner) : negate(std::move(inner), text.span);
    }
    case ExprKind::kIs: return check_is(site, scope, text);
    case ExprKind::kIsKnown: {
      ExprPtr inner = check_value(site, scope, *text.args[0]);
      if (is_poison(inner)) return inner;
      ExprPtr made = make(Op::kIsKnown, type_of(Base::kBool), text.span);
      made->args.push_back(std::move(inner));
      return text.negated ? negate(std::move(made), text.span) : std::move(made);
    }
    case ExprKind::kIn: return check_in(site, scope, text);
    case ExprKind::kCompare: return check_compare(site, scope, text);
    case ExprKind::kOverlaps:
    case ExprKind::kInside: return check_span_test(site, scope, text);
    case ExprKind::kWithin: return check_within(site, scope, text);
    case ExprKind::kStartsWith: return check_starts_with(site, scope, text);
    default: break;
  }
  site.sink.add(diagnostics::diagnose(text.span, errors::not_built_yet,
                                      "`" + written(site, text.span) + "`"));
  return poison(text.span);
}

ExprPtr check_condition(Site& site, const Scope& scope, const syntax::Expr& text) {
  ExprPtr made = check_value(site, scope, text);
  if (is_poison(made)) return made;
  if (made->op == Op::kConst && made->type.base == Base::kNothing &&
      made->value.state == Value::State::kUnknown) {
    made->type.base = Base::kBool;
    return made;
  }
  if (made->type.base != Base::kBool) return wrong(site, *made, "a yes or no");
  if (made->type.may_be_none) {
    site.sink.add(diagnostics::diagnose(made->span, errors::none_into_value,
                                        "`" + written(site, made->span) + "`"));
    return poison(text.span);
  }
  return made;
}

ExprPtr check_filter(Site& site, const Scope& scope, const syntax::Expr& text) {
  ExprPtr made = check_condition(site, scope, text);
  if (!is_poison(made)) settle_filter(site, *made);
  return made;
}

// Walks the chain of `and` and `or`; each test in it is plain, or cannot be unknown, or says what an
// unknown does.
void settle_filter(Site& site, const Expr& condition) {
  if (condition.op == Op::kAnd || condition.op == Op::kOr) {
    for (const ExprPtr& arg : condition.args) settle_filter(site, *arg);
    return;
  }
  if (!condition.type.may_be_unknown || condition.plain) return;
  // Names the operand that may be unknown, rather than the whole test.
  const Expr* culprit = &condition;
  mentions(condition, [&](const Expr& inner) {
    const bool named = inner.op == Op::kField || inner.op == Op::kLet || inner.op == Op::kFact;
    if (!named || !inner.type.may_be_unknown) return false;
    culprit = &inner;
    return true;
  });
  const std::string test = written(site, condition.span);
  auto error = diagnostics::diagnose(
      culprit->span, errors::unsettled_unknown, "`" + written(site, culprit->span) + "`",
      "As yes, what is unknown would be taken; as no, it would be left, without a word.");
  for (const char* answer : {"yes", "no"}) {
    error.fix(diagnostics::Confidence::kMaybe,
              answer == std::string("yes") ? "take those that are unknown"
                                           : "leave those that are unknown",
              {{condition.span, "(" + test + " if unknown " + answer + ")"}});
  }
  site.sink.add(std::move(error));
}

std::optional<std::pair<ExprPtr, ExprPtr>> check_span(Site& site, const Scope& scope,
                                                      const syntax::Expr& text) {
  if (text.kind == ExprKind::kBrackets) return check_span(site, scope, *text.args[0]);
  if (text.kind != ExprKind::kPath) return std::nullopt;
  const auto& names = text.path.names;
  if (names.size() == 1 && names[0].text == "period") {
    return std::make_pair(make(Op::kPeriodStart, type_of(Base::kDate), text.span),
                          make(Op::kPeriodEnd, type_of(Base::kDate), text.span));
  }
  if (names.back().text != "span" || names.size() > 2) return std::nullopt;
  const Variable* variable = scope.under_test;
  if (names.size() == 2) {
    variable = nullptr;
    for (const Variable* seen : scope.visible) {
      if (seen->name == names[0].text) variable = seen;
    }
  }
  if (!variable) return std::nullopt;
  if (variable->subject.what == Subject::What::kEpisode) {
    const Episodes& of = *variable->subject.episodes;
    auto days = std::make_pair(make(Op::kEpisodeStart, of.start_type, text.span),
                               make(Op::kEpisodeEnd, of.end_type, text.span));
    days.first->variable = variable;
    days.second->variable = variable;
    return days;
  }
  const Collection* collection = variable->subject.collection;
  if (!collection || !collection->lasts_from) {
    if (collection) {
      site.sink.add(diagnostics::diagnose(text.span, errors::collection_lacks, collection->name,
                                          "how long a record lasts (`lasts start to end`)"));
      return std::make_pair(poison(text.span), poison(text.span));
    }
    return std::nullopt;
  }
  const auto asked = [&](const ExprPtr& day) {
    ExprPtr copy = clone(*day);
    const auto rebind = [&](auto&& self, Expr& expr) -> void {
      if (expr.variable == collection->record) expr.variable = variable;
      for (const ExprPtr& arg : expr.args) self(self, *arg);
    };
    rebind(rebind, *copy);
    copy->span = text.span;
    if (const auto key = key_of(*copy); key && scope.known.contains(*key)) {
      copy->type.may_be_unknown = false;
    }
    return copy;
  };
  return std::make_pair(asked(collection->lasts_from), asked(collection->lasts_to));
}

}  // namespace assize::check
