// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/picks.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {

using check::Op;

Items Evaluation::set_of(const Expr& expr, Scope& scope) {
  Observer* const observer = setting_.observer;
  if (observer == nullptr) return gather(expr, scope);
  observer->asks(expr, scope);
  Items items = gather(expr, scope);
  observer->answers_with(expr, items);
  return items;
}

Items Evaluation::gather(const Expr& expr, Scope& scope) {
  switch (expr.op) {
    case Op::kFileRecords:
      if (scope.file == nullptr || setting_.filed == nullptr) return {};
      return setting_.filed->records_of(expr.collection, *scope.file, expr.in_every_council);
    case Op::kAllRecords:
      return setting_.filed == nullptr ? Items{} : setting_.filed->all_records(expr.collection);
    case Op::kNamedPopulation:
      return members_of_population(expr, scope);
    case Op::kEpisodeSet:
      return episodes_of(*expr.episodes, scope);
    case Op::kEpisodeRecords:
      return records_of_episodes(expr, scope);
    case Op::kWhere:
      return members_where(expr, scope);
    case Op::kWith:
      return members_with(expr, scope);
    case Op::kLet:
    case Op::kFact:
      return answer_of(*expr.let, expr.variable, scope).items;
    default:
      return {};  // poisoned
  }
}

Items Evaluation::members_where(const Expr& expr, Scope& scope) {
  Items kept;
  for (const Item& item : set_of(*expr.args[0], scope)) {
    const Bound bound(scope, expr.variable, item);
    const Value fits = value_of(*expr.args[1], scope);
    if (is_yes(fits)) kept.push_back(item);
    if (is_unknown(fits)) note_quiet_unknown(&expr, item);
  }
  return kept;
}

Items Evaluation::members_with(const Expr& expr, Scope& scope) {
  const Items items = set_of(*expr.args[0], scope);
  std::vector<std::vector<Value>> values;
  for (const check::Key& key : expr.keys) {
    std::vector<Value>& of_key = values.emplace_back();
    for (const Item& item : items) {
      const Bound bound(scope, expr.variable, item);
      of_key.push_back(value_of(*key.value, scope));
      if (!is_unknown(of_key.back())) continue;
      if (key.kind == check::Key::Kind::kPreferring) {
        note_quiet_unknown(&key, item);
      } else {
        note_unknown(&key, item);
      }
    }
  }
  const std::vector<std::size_t> first = stand_first(expr.keys, values, items.size());
  if (setting_.observer != nullptr) setting_.observer->picks({expr.keys, items, values, first});
  Items kept;
  for (const std::size_t i : first) kept.push_back(items[i]);
  return kept;
}

Items Evaluation::members_of_population(const Expr& expr, Scope& scope) {
  const auto found = members_.find(expr.population);
  if (found == members_.end() || (!expr.in_all && scope.file == nullptr)) return {};
  const check::Collection* collection = expr.population->collection;
  const Items records =
      expr.in_all ? setting_.filed->all_records(collection)
                  : setting_.filed->records_of(collection, *scope.file, expr.in_every_council);
  Items members;
  for (const Item& record : records) {
    if (found->second[record.row]) members.push_back(record);
  }
  return members;
}

Items Evaluation::records_of_episodes(const Expr& expr, Scope& scope) {
  Items episodes;
  if (expr.args.empty()) {
    const Item* episode = scope.find(expr.variable);
    if (episode != nullptr) episodes.push_back(*episode);
  } else {
    episodes = set_of(*expr.args[0], scope);
  }
  std::set<Item> records;
  for (const Item& item : episodes) {
    if (item.episode != nullptr) {
      records.insert(item.episode->records.begin(), item.episode->records.end());
    }
  }
  return {records.begin(), records.end()};
}

// Sums are exact until they are whole, so that their order never shows.
Value Evaluation::count(const Expr& expr, Scope& scope) {
  Rational sum(0);
  for (const Item& item : set_of(*expr.args[0], scope)) sum = sum + Rational(weight_of(item));
  return within_limits(number_of(Base::kNumber, sum));
}

Value Evaluation::count_different(const Expr& expr, Scope& scope) {
  std::set<Value, decltype(&comes_before)> different(&comes_before);
  for (const Value& value : body_values(expr, set_of(*expr.args[0], scope), scope)) {
    if (!is_unknown(value)) different.insert(value);
  }
  return Value::of(Base::kNumber, static_cast<std::int64_t>(different.size()));
}

Value Evaluation::total(const Expr& expr, Scope& scope) {
  const Items items = set_of(*expr.args[0], scope);
  const std::vector<Value> values = body_values(expr, items, scope);
  note_passed_over(expr, items, values);
  Rational sum(0);
  for (const Value& value : values) {
    if (is_plain(value)) {
      sum = sum + exact(value);
    } else if (!expr.known) {
      return Value::unknown();
    }
  }
  return within_limits(number_of(expr.type.base, sum));
}

Value Evaluation::pick_of_set(const Expr& expr, Scope& scope) {
  const Items items = set_of(*expr.args[0], scope);
  std::vector<Value> values = body_values(expr, items, scope);
  note_passed_over(expr, items, values);
  if (expr.op == Op::kExtreme) return extreme_of(values, expr.pick);
  // Of two codes on one place, the one that the list has first: records come in no order.
  std::sort(values.begin(), values.end(), &comes_before);
  return best_of(values, *expr.args[1]->type.list, expr.column);
}

Value Evaluation::pick_of_list(const Expr& expr, Scope& scope) {
  const std::vector<Value> values = list_values(expr, scope);
  if (expr.op == Op::kExtremeOfList) return extreme_of(values, expr.pick);
  return best_of(values, *expr.type.list, expr.column);
}

Value Evaluation::the_one(const Expr& expr, Scope& scope) {
  const std::vector<Value> values = body_values(expr, set_of(*expr.args[0], scope), scope);
  if (values.empty()) return Value::unknown();
  for (const Value& value : values) {
    if (are_alike(value, values.front())) continue;
    if (setting_.observer != nullptr) setting_.observer->falls_back(expr);
    return expr.args.size() > 2 ? argument(expr, 2, scope) : Value::unknown();
  }
  return values.front();
}

std::vector<Value> Evaluation::body_values(const Expr& expr, const Items& items, Scope& scope) {
  std::vector<Value> values;
  for (const Item& item : items) {
    const Bound bound(scope, expr.variable, item);
    values.push_back(argument(expr, 1, scope));
  }
  return values;
}

std::vector<Value> Evaluation::list_values(const Expr& expr, Scope& scope) {
  std::vector<Value> values;
  for (const check::ExprPtr& listed : expr.args) values.push_back(value_of(*listed, scope));
  return values;
}

void Evaluation::note_passed_over(const Expr& expr, const Items& items,
                                  const std::vector<Value>& values) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (is_unknown(values[i])) note_unknown(&expr, items[i]);
  }
}

}  // namespace assize::interpret
