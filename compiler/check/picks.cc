// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Counts, extremes, `the E of S`, and orders (language, 3.5). A pick that could leave a tie is refused.

#include <algorithm>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {

using syntax::ExprKind;

namespace {

const char* word_of(syntax::Pick pick) {
  switch (pick) {
    case syntax::Pick::kLatest: return "latest";
    case syntax::Pick::kEarliest: return "earliest";
    case syntax::Pick::kHighest: return "highest";
    case syntax::Pick::kLowest: return "lowest";
    case syntax::Pick::kTotal: return "total";
  }
  return "";
}

Pick pick_of(syntax::Pick pick) {
  switch (pick) {
    case syntax::Pick::kLatest: return Pick::kLatest;
    case syntax::Pick::kEarliest: return Pick::kEarliest;
    case syntax::Pick::kHighest: return Pick::kHighest;
    default: return Pick::kLowest;
  }
}

bool is_moment_pick(syntax::Pick pick) {
  return pick == syntax::Pick::kLatest || pick == syntax::Pick::kEarliest;
}

// Dates are latest or earliest, amounts highest or lowest.
bool pick_fits(Site& site, syntax::Pick pick, const Expr& value) {
  const bool date = value.type.base == Base::kDate;
  const bool amount = is_numeric(value.type) || value.type.base == Base::kDays;
  if (is_moment_pick(pick) ? date : amount) return true;
  site.sink.add(diagnostics::diagnose(
      value.span, errors::wrong_type, "`" + written(site, value.span) + "`", describe(value.type),
      is_moment_pick(pick) ? "a date (of amounts say `highest` or `lowest`)"
                           : "a number (of dates say `latest` or `earliest`)"));
  return false;
}

int order_column(Site& site, const syntax::Name& name, const Type& type) {
  if (type.base != Base::kCode) {
    site.sink.add(diagnostics::diagnose(name.span, errors::wrong_type, "what `best` is asked of",
                                        describe(type), "a value of a code list"));
    return -1;
  }
  std::vector<std::string> columns;
  for (std::size_t at = 0; at < type.list->orders.size(); ++at) {
    if (type.list->orders[at].name == name.text) return static_cast<int>(at);
    columns.push_back(type.list->orders[at].name);
  }
  report_unknown_name(site, name, "a column of `" + type.list->name + "` headed `NAME (1 is best)`",
                      columns);
  return -1;
}

void need_known_word(Site& site, const syntax::Expr& text, const Expr& value, const std::string& pick) {
  if (!value.type.may_be_unknown || text.known) return;
  const std::string all = written(site, text.span);
  auto error = diagnostics::diagnose(text.span, errors::known_missing, pick);
  error.label(value.span, "may be unknown");
  if (text.word.end > text.word.begin) {
    error.fix(diagnostics::Confidence::kCertain, "say that unknown ones are passed over",
              {{{text.span.file, text.word.end, text.word.end}, " known"}});
  } else if (all.starts_with(pick)) {
    const auto at = text.span.begin + static_cast<std::uint32_t>(pick.size());
    error.fix(diagnostics::Confidence::kCertain, "say that unknown ones are passed over",
              {{{text.span.file, at, at}, " known"}});
  }
  site.sink.add(std::move(error));
}

struct Body {
  ExprPtr set;
  ExprPtr value;
  const Variable* variable = nullptr;
};

// `PICK body of set`: the body asks each record of the set.
std::optional<Body> check_body(Site& site, const Scope& scope, const syntax::Expr& body,
                               const syntax::Expr& set, Wanted wanted) {
  CheckedSet checked = check_set(site, scope, set);
  if (!checked.expr) return std::nullopt;
  Body made;
  made.variable = make_variable(site, checked.name, checked.expr->type.subject);
  Scope inside = scope.inside(made.variable);
  carry_knowledge(*checked.expr, *made.variable, inside.known);
  made.value = check_value(site, inside, body, wanted);
  if (is_poison(made.value)) return std::nullopt;
  if (made.value->type.base == Base::kSet) {
    site.sink.add(diagnostics::diagnose(body.span, errors::wrong_type,
                                        "`" + written(site, body.span) + "`", "a set",
                                        "a single value"));
    return std::nullopt;
  }
  made.set = std::move(checked.expr);
  return made;
}

ExprPtr finish(Op op, Type type, Span span, Body body) {
  ExprPtr made = make(op, std::move(type), span);
  made->variable = body.variable;
  made->args.push_back(std::move(body.set));
  made->args.push_back(std::move(body.value));
  return made;
}

ExprPtr check_extreme_of_set(Site& site, const Scope& scope, const syntax::Expr& text) {
  auto body = check_body(site, scope, *text.args[0], *text.args[1], {});
  if (!body) return poison(text.span);
  if (text.pick == syntax::Pick::kTotal) {
    if (!is_numeric(body->value->type) && body->value->type.base != Base::kDays) {
      site.sink.add(diagnostics::diagnose(body->value->span, errors::wrong_type,
                                          "`" + written(site, body->value->span) + "`",
                                          describe(body->value->type), "a number"));
      return poison(text.span);
    }
    Type type = body->value->type;
    type.may_be_unknown = type.may_be_unknown && !text.known;
    ExprPtr made = finish(Op::kTotal, type, text.span, std::move(*body));
    made->known = text.known;
    return made;
  }
  if (!pick_fits(site, text.pick, *body->value)) return poison(text.span);
  if (body->value->type.may_be_none) {
    site.sink.add(diagnostics::diagnose(body->value->span, errors::none_into_value,
                                        "`" + written(site, body->value->span) + "`")
                      .note("narrow the set first: `where … is not none`"));
    return poison(text.span);
  }
  need_known_word(site, text, *body->value, word_of(text.pick));
  Type type = body->value->type;
  type.may_be_unknown = type.may_be_unknown || !is_nonempty(site, scope, *body->set);
  ExprPtr made = finish(Op::kExtreme, type, text.span, std::move(*body));
  made->pick = pick_of(text.pick);
  made->known = text.known;
  return made;
}

// A sum of values that are listed is their sum; after `known` an unknown one adds nothing.
ExprPtr sum_of_list(std::vector<ExprPtr> values, const Type& type, const syntax::Expr& text) {
  ExprPtr sum;
  for (ExprPtr& value : values) {
    if (text.known && value->type.may_be_unknown) {
      Type known = value->type;
      known.may_be_unknown = false;
      ExprPtr passed_over = make(Op::kFallback, known, value->span);
      passed_over->args.push_back(std::move(value));
      const Base base = known.base == Base::kDecimal ? Base::kNumber : known.base;
      passed_over->args.push_back(make_const(Value::of(base, 0), type_of(base), text.span));
      value = std::move(passed_over);
    }
    if (!sum) {
      sum = std::move(value);
      continue;
    }
    ExprPtr next = make(Op::kAdd, type, text.span);
    next->args.push_back(std::move(sum));
    next->args.push_back(std::move(value));
    sum = std::move(next);
  }
  return sum;
}

// `latest of (a, b)`, `best of (a, b) by rank`.
ExprPtr check_list_pick(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted) {
  const bool best = text.kind == ExprKind::kBestOfList;
  const bool total = !best && text.pick == syntax::Pick::kTotal;
  std::vector<ExprPtr> values;
  Type shared;  // of the first that has a type of its own: `open` has none
  for (const auto& arg : text.args) {
    ExprPtr value = check_value(site, scope, *arg, best ? wanted : Wanted{});
    if (is_poison(value)) return value;
    if (shared.base == Base::kNothing || (shared.unit.empty() && shared.base == value->type.base)) {
      shared = value->type;
    }
    values.push_back(std::move(value));
  }
  for (ExprPtr& value : values) {
    if (value->type.may_be_none) {
      site.sink.add(diagnostics::diagnose(value->span, errors::none_into_value,
                                          "`" + written(site, value->span) + "`"));
      return poison(text.span);
    }
    value = fit(site, std::move(value), shared);
    if (is_poison(value)) return poison(text.span);
    if (!best && !total && !pick_fits(site, text.pick, *value)) return poison(text.span);
    if (total && !is_numeric(value->type) && value->type.base != Base::kDays) {
      site.sink.add(diagnostics::diagnose(value->span, errors::wrong_type,
                                          "`" + written(site, value->span) + "`",
                                          describe(value->type), "a number"));
      return poison(text.span);
    }
    // A plain number may stand beside people to be compared with them, not to be added to them.
    if (total && value->type.unit != shared.unit) {
      site.sink.add(diagnostics::diagnose(value->span, errors::unlike_units, describe(value->type),
                                          describe(shared), "added"));
      return poison(text.span);
    }
  }
  Type type = values.front()->type;
  type.unit = shared.unit;
  bool all_unknown = true;
  bool any_open = false;
  bool all_open = true;
  bool any_unknown = false;
  for (const ExprPtr& value : values) {
    // A sum is unknown if one of its values is, unless `known` passes over it.
    if (!total) need_known_word(site, text, *value, best ? "best" : word_of(text.pick));
    any_unknown = any_unknown || value->type.may_be_unknown;
    all_unknown = all_unknown && value->type.may_be_unknown;
    any_open = any_open || value->type.may_be_open;
    // One that is unknown is passed over, and then an open one may be the earliest that is left.
    all_open = all_open && (value->type.may_be_open || value->type.may_be_unknown);
    if (value->type.base == Base::kDecimal) type.base = Base::kDecimal;
  }
  type.may_be_unknown = all_unknown;
  type.may_be_open = text.pick == syntax::Pick::kEarliest ? any_open && all_open : any_open;
  if (total) {
    type.may_be_unknown = any_unknown && !text.known;
    return sum_of_list(std::move(values), type, text);
  }
  ExprPtr made = make(best ? Op::kBestOfList : Op::kExtremeOfList, type, text.span);
  made->known = text.known;
  if (best) {
    made->column = order_column(site, text.column, type);
    if (made->column < 0) return poison(text.span);
    // A value without a place is never best, so none may be left.
    made->type.may_be_unknown = true;
  } else {
    made->pick = pick_of(text.pick);
  }
  made->args = std::move(values);
  return made;
}

ExprPtr check_best_of_set(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted) {
  static_cast<void>(wanted);
  auto body = check_body(site, scope, *text.args[0], *text.args[1], {});
  if (!body) return poison(text.span);
  const int column = order_column(site, text.column, body->value->type);
  if (column < 0) return poison(text.span);
  need_known_word(site, text, *body->value, "best");
  Type type = body->value->type;
  type.may_be_none = false;
  const auto& places = type.list->orders[static_cast<std::size_t>(column)].places;
  const bool all_placed = std::all_of(places.begin(), places.end(),
                                      [](const auto& place) { return place.has_value(); });
  type.may_be_unknown = body->value->type.may_be_unknown || body->value->type.may_be_none ||
                        !all_placed || !is_nonempty(site, scope, *body->set);
  ExprPtr made = finish(Op::kBest, type, text.span, std::move(*body));
  made->column = column;
  made->known = text.known;
  return made;
}

bool same_value(const Expr& a, const Expr& b) {
  // The same question of two variables of one set: compare all but the variable.
  if (a.op != b.op || a.field != b.field || a.let != b.let || a.args.size() != b.args.size()) {
    return false;
  }
  for (std::size_t at = 0; at < a.args.size(); ++at) {
    if (!same_value(*a.args[at], *b.args[at])) return false;
  }
  return a.op == Op::kField || a.op == Op::kLet || !a.args.empty();
}

const std::vector<Key>* keys_of(const Expr& set) {
  if (set.op == Op::kWith) return &set.keys;
  if ((set.op == Op::kLet || set.op == Op::kFact) && set.let->value) return keys_of(*set.let->value);
  return nullptr;
}

// `the E of S` cannot tie if S has one record at most, the keys end in the unique fields, or E is a key.
bool cannot_tie(const Site& site, const Expr& set, const Expr& value) {
  if (has_one_record_at_most(site, set)) return true;
  // A collection without a key was refused already; its ties are no mistake of their own.
  const Collection* of = set.type.subject.collection;
  if (of && of->unique.empty() && !of->unique_each_row) return true;
  const std::vector<Key>* keys = keys_of(set);
  if (!keys) return false;
  const Collection* collection = set.type.subject.collection;
  for (const Key& key : *keys) {
    if (key.kind == Key::Kind::kPreferring || !key.value) continue;
    if (key.kind == Key::Kind::kPick && same_value(*key.value, value)) return true;
  }
  if (!collection || collection->unique.empty() ||
      set.type.subject.what != Subject::What::kRecord) {
    return false;
  }
  return std::all_of(collection->unique.begin(), collection->unique.end(), [&](const Field* field) {
    return std::any_of(keys->begin(), keys->end(), [&](const Key& key) {
      return key.kind == Key::Kind::kPick && key.value && key.value->op == Op::kField &&
             key.value->field == field;
    });
  });
}

ExprPtr check_the(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted) {
  static_cast<void>(wanted);
  auto body = check_body(site, scope, *text.args[0], *text.args[1], {});
  if (!body) return poison(text.span);
  const bool says_conflict = text.args.size() > 2;
  ExprPtr replacement;
  if (says_conflict) {
    Wanted value_wanted;
    value_wanted.list = body->value->type.list;
    replacement = check_value(site, scope, *text.args[2], value_wanted);
    if (is_poison(replacement)) return replacement;
    replacement = fit(site, std::move(replacement), body->value->type);
    if (is_poison(replacement)) return replacement;
  } else if (!cannot_tie(site, *body->set, *body->value)) {
    const Collection* collection = body->set->type.subject.collection;
    auto error = diagnostics::diagnose(text.span, errors::open_tie,
                                       "`" + written(site, text.span) + "`");
    error.note("two records can come first and differ in `" + written(site, body->value->span) + "`");
    const auto end = text.span.end;
    const bool has_keys = keys_of(*body->set) != nullptr;
    if (has_keys && collection && !collection->unique.empty()) {
      const auto inner = text.args[1]->span.end;
      const bool bracketed = text.args[1]->kind == ExprKind::kBrackets;
      const auto at = bracketed ? inner - 1 : inner;
      error.fix(diagnostics::Confidence::kMaybe, "add a key that settles it",
                {{{text.span.file, at, at}, " then highest " + collection->unique.back()->name}});
    }
    error.fix(diagnostics::Confidence::kMaybe, "say what a tie gives",
              {{{text.span.file, end, end}, " if they differ unknown"}});
    site.sink.add(std::move(error));
    return poison(text.span);
  }
  Type type = body->value->type;
  type.may_be_unknown = type.may_be_unknown || !is_nonempty(site, scope, *body->set);
  if (replacement) type.may_be_unknown = type.may_be_unknown || replacement->type.may_be_unknown;
  ExprPtr made = finish(Op::kThe, type, text.span, std::move(*body));
  if (replacement) made->args.push_back(std::move(replacement));
  return made;
}

ExprPtr check_count(Site& site, const Scope& scope, const syntax::Expr& text) {
  if (text.kind == ExprKind::kNumberOfDifferent) {
    auto body = check_body(site, scope, *text.args[0], *text.args[1], {});
    if (!body) return poison(text.span);
    return finish(Op::kCountDifferent, type_of(Base::kNumber), text.span, std::move(*body));
  }
  CheckedSet set = check_set(site, scope, *text.args[0]);
  if (!set.expr) return poison(text.span);
  Type type = type_of(Base::kNumber);
  const Subject& subject = set.expr->type.subject;
  if (subject.what == Subject::What::kEpisode) {
    type.unit = subject.episodes->name;
  } else if (subject.collection) {
    type.unit = subject.collection->stands_for ? subject.collection->stands_for_unit
                                               : subject.collection->plural;
  }
  ExprPtr made = make(Op::kCount, type, text.span);
  made->args.push_back(std::move(set.expr));
  return made;
}

}  // namespace

namespace {

// What tells records apart may be a text, and has a place as the last resort of an order.
bool is_text_of_key(const Expr& value) {
  if (value.op != Op::kField || value.type.base != Base::kText) return false;
  const Collection* collection = value.variable->subject.collection;
  return collection != nullptr && std::find(collection->unique.begin(), collection->unique.end(),
                                            value.field) != collection->unique.end();
}

}  // namespace

std::vector<Key> check_keys(Site& site, const Scope& scope, const std::vector<syntax::Key>& keys) {
  std::vector<Key> made;
  Scope inner = scope;
  for (const syntax::Key& text : keys) {
    Key key;
    key.span = text.span;
    if (text.kind == syntax::Key::Kind::kPreferring) {
      key.kind = Key::Kind::kPreferring;
      key.value = check_filter(site, inner, *text.value);
      if (is_poison(key.value)) continue;
      // After `preferring x is known`, an unknown x stands only among unknown ones.
      learn(*key.value, true, inner.known);
    } else if (text.kind == syntax::Key::Kind::kBest) {
      key.kind = Key::Kind::kBest;
      key.value = check_value(site, inner, *text.value);
      if (is_poison(key.value)) continue;
      key.column = order_column(site, text.column, key.value->type);
      if (key.column < 0) continue;
    } else {
      key.kind = Key::Kind::kPick;
      key.value = check_value(site, inner, *text.value);
      if (is_poison(key.value)) continue;
      const bool is_last_resort = !is_moment_pick(text.pick) && is_text_of_key(*key.value);
      if (!is_last_resort && !pick_fits(site, text.pick, *key.value)) continue;
      key.pick = pick_of(text.pick);
      key.unknown_first = text.unknown == syntax::Key::Placing::kFirst;
      const bool said = text.unknown != syntax::Key::Placing::kNotSaid;
      const std::string what = "`" + written(site, text.value->span) + "`";
      if (key.value->type.may_be_unknown && !said) {
        auto error = diagnostics::diagnose(text.span, errors::unplaced_unknown, what);
        for (const char* where : {"last", "first"}) {
          error.fix(diagnostics::Confidence::kMaybe, std::string("unknown ones stand ") + where,
                    {{{text.span.file, text.span.end, text.span.end},
                      std::string(" unknown ") + where}});
        }
        site.sink.add(std::move(error));
      }
      if (!key.value->type.may_be_unknown && said) {
        site.sink.add(diagnostics::diagnose(text.span, errors::nothing_to_decide, what));
      }
    }
    made.push_back(std::move(key));
  }
  return made;
}

ExprPtr check_pick(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted) {
  switch (text.kind) {
    case ExprKind::kAny:
    case ExprKind::kNoSet: {
      CheckedSet set = check_set(site, scope, *text.args[0]);
      if (!set.expr) return poison(text.span);
      const Op op = text.kind == ExprKind::kAny ? Op::kAny : Op::kNoneOf;
      ExprPtr made = make(op, type_of(Base::kBool), text.span);
      made->args.push_back(std::move(set.expr));
      return made;
    }
    case ExprKind::kNumberOf:
    case ExprKind::kNumberOfDifferent: return check_count(site, scope, text);
    case ExprKind::kExtremeOfSet: return check_extreme_of_set(site, scope, text);
    case ExprKind::kExtremeOfList:
    case ExprKind::kBestOfList: return check_list_pick(site, scope, text, wanted);
    case ExprKind::kBestOfSet: return check_best_of_set(site, scope, text, wanted);
    case ExprKind::kThe: return check_the(site, scope, text, wanted);
    default: break;
  }
  // `the furthest end`, `the previous end`.
  if (!scope.joining) {
    site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type,
                                        "`" + written(site, text.span) + "`",
                                        "known only while episodes are made",
                                        "a day that is known here"));
    return poison(text.span);
  }
  return make(text.kind == ExprKind::kFurthestEnd ? Op::kFurthestEnd : Op::kPreviousEnd,
              scope.joining->end_type, text.span);
}

}  // namespace assize::check
