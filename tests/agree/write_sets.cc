// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Sets, orders, and what is picked from them.

#include <algorithm>

#include "tests/agree/writer.h"

namespace assize::agree {

// Whether the files of the main collection hold records of another.
bool Writer::is_reachable(int index) const {
  const CollectionShape& records = collection(index);
  return main().names_person ? records.names_person || records.names_council : records.names_council;
}

std::vector<SetText> Writer::base_sets(const Scope& scope) const {
  std::vector<SetText> sets;
  const auto add = [&](std::string words, Subject subject, bool of_unit) {
    const std::string name = subject.episodes >= 0
                                 ? names_.episodes[static_cast<std::size_t>(subject.episodes)].name
                                 : collection(subject.collection).singular;
    sets.push_back({std::move(words), Level::kPrimary, subject, name, of_unit});
  };
  for (const int from : names_.from) {
    const CollectionShape& records = collection(from);
    if (!is_reachable(from)) continue;
    if (!scope.everybody) {
      add("their " + records.plural, {from, -1}, false);
      if (from == names_.from.front()) add("their " + records.plural, {from, -1}, false);
    }
    if (features_.every_council && main().names_person && records.names_person) {
      add("their " + records.plural + " in every council", {from, -1}, false);
    }
    if (scope.everybody) continue;
    for (const NamedValue& fact : records.facts) {
      if (fact.is_set) add(fact.name, fact.subject, false);
    }
  }
  if (scope.everybody) return sets;
  for (const NamedValue& let : names_.lets) {
    if (!let.is_set || let.of_record >= 0 || (let.of_unit && !scope.of_unit)) continue;
    // Twice: what was named is meant to be used.
    add(let.name, let.subject, let.of_unit);
    add(let.name, let.subject, let.of_unit);
  }
  for (const NamedPopulationShape& population : names_.populations) {
    add("their " + population.name, {population.collection, -1}, false);
  }
  for (std::size_t i = 0; i < names_.episodes.size(); ++i) {
    const EpisodesShape& episodes = names_.episodes[i];
    if (episodes.per_unit && !scope.of_unit) continue;
    add(episodes.name, {episodes.collection, static_cast<int>(i)}, episodes.per_unit);
    add(episodes.name + ".records", {episodes.collection, -1}, episodes.per_unit);
  }
  for (std::size_t i = 0; i < scope.bounds.size(); ++i) {
    const Bound& bound = scope.bounds[i];
    if (bound.subject.episodes < 0) continue;
    const bool asked = scope.under_test && i + 1 == scope.bounds.size();
    const bool of_unit = is_unit(bound);
    if (asked) add("records", {bound.subject.collection, -1}, of_unit);
  }
  return sets;
}

// Sees to it that the records of a set are called by a name that no record further out bears.
SetText Writer::called(const Scope& scope, SetText set) {
  const auto taken = [&](const std::string& name) {
    return std::any_of(scope.bounds.begin(), scope.bounds.end(), [&](const Bound& bound) { return bound.name == name; });
  };
  if (!taken(set.name) && !random_.chance(8)) return set;
  set.name = fresh("other");
  set.words += " as " + set.name;
  set.level = Level::kWhole;
  return set;
}

SetText Writer::set(const Scope& scope, int depth, int wanted) {
  std::vector<SetText> bases = base_sets(scope);
  if (wanted >= 0) {
    std::erase_if(bases, [&](const SetText& set) {
      return set.subject.collection != wanted || set.subject.episodes >= 0;
    });
  }
  SetText made = called(scope, random_.one_of(bases));
  touched_unit_ = touched_unit_ || made.of_unit;
  const bool narrows = depth > 0 && scope.wheres < 3;
  if (narrows && random_.chance(65)) {
    Scope inside = scope.inside({made.name, made.subject});
    ++inside.wheres;
    made.words += " where " + filter(inside, depth - 1).words;
    made.level = Level::kWhole;
  }
  if (narrows && random_.chance(25)) {
    made.words += " with " + keys(scope.inside({made.name, made.subject}), false, depth - 1);
    made.level = Level::kWhole;
  }
  return made;
}

// ---- orders

std::string Writer::key(const Scope& inside, int depth) {
  const int sort = random_.below(10);
  if (sort < 3) return "preferring " + filter(inside, std::min(depth, 1)).words;
  if (sort < 5) {
    std::vector<Text> codes = leaves(inside);
    std::erase_if(codes, [&](const Text& text) {
      return text.type.kind != Kind::kCode || list_of(text.type).orders.empty();
    });
    if (!codes.empty()) {
      const Text asked = use(random_.one_of(codes));
      return "best " + asked.words + " by " + random_.one_of(list_of(asked.type).orders);
    }
  }
  const bool of_dates = random_.chance(60);
  const Text asked = value(inside, of_dates ? Kind::kDate : random_.chance(70) ? Kind::kNumber : Kind::kDays, -1,
                           std::min(depth, 1));
  std::string words = of_dates ? (random_.chance(50) ? "latest " : "earliest ")
                               : (random_.chance(50) ? "highest " : "lowest ");
  words += within(asked, Level::kSum);
  if (asked.type.unknown) words += random_.chance(50) ? " unknown last" : " unknown first";
  return words;
}

std::string Writer::keys(const Scope& inside, bool to_the_last, int depth) {
  std::string words;
  for (int left = random_.between(to_the_last ? 0 : 1, 3); left > 0; --left) {
    words += (words.empty() ? "" : " then ") + key(inside, depth);
  }
  if (!to_the_last) return words;
  const CollectionShape& records = collection(inside.bounds.back().subject.collection);
  for (const NamedValue& field : records.fields) {
    if (std::find(records.unique.begin(), records.unique.end(), field.name) == records.unique.end()) continue;
    const bool first = random_.chance(50);
    const char* word = field.type.kind == Kind::kDate ? (first ? "earliest " : "latest ") : (first ? "lowest " : "highest ");
    words += (words.empty() ? "" : " then ") + std::string(word) + field.name;
  }
  return words;
}

// ---- what is picked

std::optional<SetText> Writer::set_with(const Scope& scope, Kind kind, int list, int depth) {
  std::vector<int> holders;
  for (const SetText& base : base_sets(scope)) {
    if (base.subject.episodes >= 0) continue;
    for (const NamedValue& field : collection(base.subject.collection).fields) {
      const bool fits = field.type.kind == kind && (kind != Kind::kCode || field.type.list == list);
      if (fits) holders.push_back(base.subject.collection);
    }
  }
  if (kind == Kind::kDays && holders.empty()) holders = {names_.from.front()};
  if (holders.empty() || base_sets(scope).empty()) return std::nullopt;
  if (kind == Kind::kDays) return std::nullopt;
  return set(scope, depth, random_.one_of(holders));
}

Text Writer::count(const Scope& scope, int depth) {
  if (base_sets(scope).empty()) return literal(Kind::kNumber, -1);
  const SetText counted = set(scope, depth);
  if (features_.different && random_.chance(50)) {
    const Text asked = value_of_any_kind(scope.inside({counted.name, counted.subject}), random_.below(2));
    return {"number of different " + body(asked) + " of " + operand(counted), {.kind = Kind::kNumber}};
  }
  const std::string unit = counted.subject.episodes >= 0
                               ? names_.episodes[static_cast<std::size_t>(counted.subject.episodes)].name
                               : collection(counted.subject.collection).counted;
  return {"number of " + operand(counted), {.kind = Kind::kNumber, .unit = unit}};
}

std::optional<Text> Writer::total(const Scope& scope, Kind kind, int depth) {
  if (base_sets(scope).empty()) return std::nullopt;
  const SetText from = set(scope, depth);
  Text asked = value(scope.inside({from.name, from.subject}), kind, -1, random_.below(2));
  const bool says_known = random_.chance(50);
  ValueType type = asked.type;
  type.unknown = asked.type.unknown && !says_known;
  return Text{"total " + std::string(says_known ? "known " : "") + body(asked) + " of " + operand(from), type};
}

std::optional<Text> Writer::extreme(const Scope& scope, Kind kind, int depth) {
  if (base_sets(scope).empty()) return std::nullopt;
  const SetText from = set(scope, depth);
  const Text asked = value(scope.inside({from.name, from.subject}), kind, -1, random_.below(2));
  if (asked.type.none) return std::nullopt;
  const bool first = random_.chance(50);
  const char* word = kind == Kind::kDate ? (first ? "earliest " : "latest ") : (first ? "lowest " : "highest ");
  ValueType type = asked.type;
  type.unknown = true;
  return Text{word + std::string(asked.type.unknown || random_.chance(10) ? "known " : "") + body(asked) + " of " +
                  operand(from),
              type};
}

Text Writer::extreme_of_list(const Scope& scope, Kind kind, int depth) {
  std::vector<Text> values;
  ValueType type{.kind = kind};
  for (int left = random_.between(2, 3); left > 0; --left) {
    Text one = value(scope, kind, -1, depth);
    if (one.type.none) one = literal(kind, -1);
    if (!values.empty() && one.type.unit != values.front().type.unit) one = literal(kind, -1);
    type.unknown = type.unknown || one.type.unknown;
    type.open = type.open || one.type.open;
    values.push_back(std::move(one));
  }
  type.unit = values.front().type.unit;
  const bool first = random_.chance(50);
  std::string words = kind == Kind::kDate ? (first ? "earliest " : "latest ") : (first ? "lowest " : "highest ");
  const bool sums = kind != Kind::kDate && random_.chance(20);
  if (sums) words = "total ";
  // A sum may be left unknown; an extreme has to say that it passes over.
  if (type.unknown && (!sums || random_.chance(50))) words += "known ";
  words += "of (";
  for (std::size_t i = 0; i < values.size(); ++i) words += (i == 0 ? "" : ", ") + values[i].words;
  return {words + ")", type};
}

std::optional<Text> Writer::best(const Scope& scope, int list, int depth) {
  const CodeListShape& of = schema_.lists[static_cast<std::size_t>(list)];
  if (of.orders.empty()) return std::nullopt;
  const ValueType type{.kind = Kind::kCode, .list = list, .unknown = true};
  if (random_.chance(30)) {
    std::string values;
    bool unknown = false;
    for (int left = random_.between(2, 3); left > 0; --left) {
      std::vector<Text> found = leaves(scope);
      std::erase_if(found, [&](const Text& text) {
        return text.type.kind != Kind::kCode || text.type.list != list || text.type.none;
      });
      if (found.empty()) return std::nullopt;
      const Text one = use(random_.one_of(found));
      unknown = unknown || one.type.unknown;
      values += (values.empty() ? "" : ", ") + one.words;
    }
    return Text{"best " + std::string(unknown ? "known " : "") + "of (" + values + ") by " + random_.one_of(of.orders),
                type};
  }
  const auto from = set_with(scope, Kind::kCode, list, depth);
  if (!from) return std::nullopt;
  const auto asked = leaf(scope.inside({from->name, from->subject}), Kind::kCode, list);
  if (!asked) return std::nullopt;
  return Text{"best " + std::string(asked->type.unknown ? "known " : "") + body(*asked) + " of " + operand(*from) +
                  " by " + random_.one_of(of.orders),
              type};
}

std::optional<Text> Writer::the_one(const Scope& scope, Kind kind, int list, int depth) {
  auto from = set_with(scope, kind, list, depth);
  if (!from) return std::nullopt;
  const Scope inside = scope.inside({from->name, from->subject});
  const auto field = [&]() -> std::optional<Text> {
    std::vector<Text> found;
    add_members(inside, inside.bounds.back(), "", found);
    std::erase_if(found, [&](const Text& text) {
      return text.type.kind != kind || (kind == Kind::kCode && text.type.list != list);
    });
    if (found.empty()) return std::nullopt;
    return use(random_.one_of(found));
  };
  const bool by_field = random_.chance(80);
  const auto asked = by_field ? field() : std::optional<Text>(value(inside, kind, list, 1));
  if (!asked) return std::nullopt;
  ValueType type = asked->type;
  type.unknown = true;
  const CollectionShape& records = collection(from->subject.collection);
  const int way = random_.below(3);
  if (way == 0 && !records.each_row) {
    from->words += " with " + keys(inside, true, depth);
    from->level = Level::kWhole;
    return Text{"the " + body(*asked) + " of " + operand(*from), type};
  }
  const bool is_pick = kind == Kind::kDate || kind == Kind::kNumber || kind == Kind::kDays;
  if (way == 1 && is_pick && by_field) {
    const bool first = random_.chance(50);
    const char* word = kind == Kind::kDate ? (first ? "earliest " : "latest ") : (first ? "lowest " : "highest ");
    const bool more = random_.chance(40);
    from->words += " with " + (more ? keys(inside, false, depth) + " then " : std::string()) + word + asked->words;
    if (asked->type.unknown) from->words += random_.chance(50) ? " unknown last" : " unknown first";
    from->level = Level::kWhole;
    return Text{"the " + body(*asked) + " of " + operand(*from), type};
  }
  if (random_.chance(50)) {
    from->words += " with " + keys(inside, false, depth);
    from->level = Level::kWhole;
  }
  const std::string differ = random_.chance(65) ? "unknown" : replacement(type, scope);
  return Text{"the " + body(*asked) + " of " + operand(*from) + " if they differ " + differ, type, Level::kWhole, false,
              false};
}

}  // namespace assize::agree
