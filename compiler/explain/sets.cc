// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// How sets came about, and what was picked out of them.

#include <algorithm>
#include <map>

#include "compiler/explain/findings.h"
#include "compiler/interpret/picks.h"
#include "compiler/interpret/values.h"

namespace assize::explain {
namespace {

using check::Key;
using check::Op;

constexpr std::size_t kTextWidth = 70;
constexpr std::size_t kMostToldApart = 8;  // of values for one reason

// Notes set aside: they say which record a value is of.
bool same(const Finding& a, const Finding& b) { return a.what == b.what && a.value == b.value; }

bool is_whole_set(Op op) {
  return op == Op::kFileRecords || op == Op::kAllRecords || op == Op::kNamedPopulation ||
         op == Op::kEpisodeSet || op == Op::kEpisodeRecords || op == Op::kLet || op == Op::kFact;
}

}  // namespace

std::vector<Finding> Findings::of_set(const Looked& set) const {
  std::vector<Finding> found;
  if (is_whole_set(set.expr->op)) {
    found.push_back(
        Finding{words_.source_of(*set.expr, kTextWidth), words_.count_of(set.members), "", {}});
    return found;
  }
  if (set.parts.empty()) return found;
  found = of_set(set.parts.front());
  if (set.expr->op == Op::kWhere) add_where(set, found);
  if (set.expr->op == Op::kWith && set.choice) {
    for (Finding& finding : of_choice(*set.choice)) found.push_back(std::move(finding));
  }
  return found;
}

const Looked& Findings::reason_of(const Looked& condition) {
  const Op op = condition.expr->op;
  if (op != Op::kAnd && op != Op::kOr) return condition;
  // `and` is what its first no makes it, `or` its first yes; an unknown, what was unknown first.
  for (const Looked& part : condition.parts) {
    const bool is_alike = interpret::are_alike(part.value, condition.value);
    if (is_alike) return reason_of(part);
  }
  return condition;
}

// The set after a condition, and who was left out for which part of it.
void Findings::add_where(const Looked& where, std::vector<Finding>& found) const {
  if (where.parts.front().members.empty()) return;
  std::vector<std::pair<const Expr*, bool>> order;
  std::map<std::pair<const Expr*, bool>, std::vector<const Looked*>> by_reason;
  for (std::size_t i = 1; i < where.parts.size(); ++i) {
    const Looked& condition = where.parts[i];
    if (interpret::is_yes(condition.value)) continue;
    const Looked& reason = reason_of(condition);
    const auto key = std::make_pair(reason.expr, interpret::is_unknown(condition.value));
    std::vector<const Looked*>& alike = by_reason[key];
    if (alike.empty()) order.push_back(key);
    alike.push_back(&reason);
  }
  Finding finding{"where " + words_.source_of(*where.expr->args[1], kTextWidth),
                  words_.counted_things(where.members),
                  "",
                  {}};
  for (const auto& key : order) finding.parts.push_back(left_out(by_reason[key]));
  found.push_back(std::move(finding));
}

// Records that one condition left out.
Finding Findings::left_out(const std::vector<const Looked*>& conditions) const {
  const Looked& first = *conditions.front();
  Items items;
  for (const Looked* condition : conditions) {
    if (condition->under) items.push_back(*condition->under);
  }
  const bool is_unknown = interpret::is_unknown(first.value);
  Finding finding{words_.source_of(*first.expr, kTextWidth),
                  is_unknown ? "unknown" : "no",
                  (is_unknown ? "passed over: " : "left out: ") + words_.things(items),
                  {}};
  finding.parts = shared_and_own(conditions, finding.what);
  return finding;
}

// What was looked at for several records: what each says of itself, alike ones together, then what
// is the same for all of them.
std::vector<Finding> Findings::shared_and_own(const std::vector<const Looked*>& conditions,
                                              const std::string& asked) const {
  std::vector<std::pair<Finding, Items>> own;
  std::vector<Finding> shared;
  for (const Looked* condition : conditions) {
    for (Finding& behind : of(*condition)) {
      const bool says_itself = behind.what == asked && !behind.parts.empty();
      std::vector<Finding> each;
      if (says_itself) {
        each = std::move(behind.parts);
      } else {
        each.push_back(std::move(behind));
      }
      for (Finding& finding : each) add_own(std::move(finding), *condition, own, shared);
    }
  }
  std::vector<Finding> told;
  if (own.size() > kMostToldApart) return told;
  for (auto& [finding, items] : own) {
    finding.note = words_.things(items);
    told.push_back(std::move(finding));
  }
  for (Finding& finding : told_once(std::move(shared))) told.push_back(std::move(finding));
  return told;
}

void Findings::add_own(Finding finding, const Looked& condition,
                       std::vector<std::pair<Finding, Items>>& own,
                       std::vector<Finding>& shared) const {
  const bool is_own = condition.under && finding.note == words_.thing(*condition.under);
  if (!is_own) {
    shared.push_back(std::move(finding));
    return;
  }
  for (auto& [known, items] : own) {
    if (!same(known, finding)) continue;
    items.push_back(*condition.under);
    return;
  }
  own.emplace_back(std::move(finding), Items{*condition.under});
}

std::vector<Finding> Findings::of_choice(const Choice& choice) const {
  std::vector<Finding> found;
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < choice.items.size(); ++i) left.push_back(i);
  for (std::size_t key = 0; key < choice.keys->size() && left.size() > 1; ++key) {
    const std::vector<std::vector<Value>> values(
        choice.values.begin(), choice.values.begin() + static_cast<std::ptrdiff_t>(key + 1));
    std::vector<std::size_t> stay =
        interpret::stand_first(*choice.keys, values, choice.items.size());
    found.push_back(of_key(choice, key, left, stay));
    left = std::move(stay);
  }
  return found;
}

// What one key decided among those that the keys before it left.
Finding Findings::of_key(const Choice& choice, std::size_t key_index,
                         const std::vector<std::size_t>& before,
                         const std::vector<std::size_t>& stay) const {
  const Key& key = (*choice.keys)[key_index];
  const bool is_hidden = words_.names_a_person(*key.value);
  const auto shown = [&](std::size_t i) {
    return is_hidden ? std::string(kHiddenKey)
                     : words_.value(choice.values[key_index][i], key.value->type);
  };
  Items first;
  for (const std::size_t i : stay) first.push_back(choice.items[i]);
  Finding finding{
      words_.source(key.span, kTextWidth), words_.things(first), shown(stay.front()), {}};
  if (stay.size() == before.size()) {
    finding.note += ", alike in all " + std::to_string(before.size());
    return finding;
  }
  std::map<std::string, Items> beaten;
  for (const std::size_t i : before) {
    const bool stays = std::find(stay.begin(), stay.end(), i) != stay.end();
    if (!stays) beaten[shown(i)].push_back(choice.items[i]);
  }
  for (const auto& [value, items] : beaten) {
    finding.parts.push_back(Finding{"against", words_.things(items), value, {}});
  }
  return finding;
}

Finding Findings::asked_of_set(const Looked& looked) const {
  Finding finding{words_.source_of(*looked.expr, kTextWidth), words_.value_of(looked), "", {}};
  if (looked.parts.empty()) return finding;
  finding.parts = of_set(looked.parts.front());
  add_bodies(looked, finding);
  if (looked.fell_back) {
    finding.parts.push_back(
        Finding{"they differ", words_.value_of(looked), "as `if they differ` says", {}});
  }
  return finding;
}

// What each member of the set has to say; those that say the same are told together.
void Findings::add_bodies(const Looked& looked, Finding& finding) const {
  const Op op = looked.expr->op;
  const bool has_bodies = op == Op::kThe || op == Op::kExtreme || op == Op::kBest ||
                          op == Op::kTotal || op == Op::kCountDifferent;
  if (!has_bodies) return;
  const Items& members = looked.parts.front().members;
  if (members.empty()) {
    finding.note = "there is nothing to take it from";
    return;
  }
  std::vector<std::pair<const Looked*, Items>> alike;
  for (std::size_t i = 0; i < members.size() && i + 1 < looked.parts.size(); ++i) {
    const Looked& body = looked.parts[i + 1];
    const auto found = std::find_if(alike.begin(), alike.end(), [&](const auto& told) {
      return interpret::are_alike(told.first->value, body.value);
    });
    if (found == alike.end()) {
      alike.emplace_back(&body, Items{members[i]});
    } else {
      found->second.push_back(members[i]);
    }
  }
  constexpr std::size_t kMostTold = 12;
  for (std::size_t i = 0; i < alike.size() && i < kMostTold; ++i) {
    finding.parts.push_back(body_of(looked, *alike[i].first, alike[i].second));
  }
  if (alike.size() > kMostTold) {
    finding.parts.push_back(
        Finding{"and " + counted(alike.size() - kMostTold, "other value"), "", "", {}});
  }
}

Finding Findings::body_of(const Looked& looked, const Looked& body, const Items& of_members) const {
  Finding told{words_.source_of(*body.expr, kTextWidth), words_.value_of(body),
               words_.things(of_members), of(body)};
  // A field or a value with a name says itself.
  if (told.parts.size() == 1 && told.parts.front().what == told.what) {
    std::vector<Finding> deeper = std::move(told.parts.front().parts);
    told.parts = std::move(deeper);
  }
  if (looked.expr->op == Op::kBest && body.expr->type.list != nullptr) {
    const std::string rank = rank_note(body, *body.expr->type.list, looked.expr->column);
    if (!rank.empty()) told.note = rank + ", " + told.note;
  }
  return told;
}

}  // namespace assize::explain
