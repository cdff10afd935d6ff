// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What a writer of programs can name where it stands, and plain values.

#include "tests/agree/writer.h"

#include <algorithm>

namespace assize::agree {

std::string within(const Text& text, Level loosest) {
  return text.level <= loosest ? text.words : "(" + text.words + ")";
}

std::string operand(const SetText& set) {
  return set.level == Level::kPrimary ? set.words : "(" + set.words + ")";
}

std::string body(const Text& text) {
  const bool is_path = text.words.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.") == std::string::npos;
  const bool is_number = text.words.find_first_not_of("0123456789.") == std::string::npos;
  const bool is_word = text.words == "yes" || text.words == "no";
  return is_path && !is_number && !is_word ? text.words : "(" + text.words + ")";
}

Features Features::some(Random& random) {
  Features made;
  if (random.chance(35)) return made;
  for (bool* one : {&made.decimals, &made.division, &made.episodes, &made.every_council, &made.named_populations,
                    &made.texts, &made.different, &made.facts_of_records, &made.keep_one, &made.shapes,
                    &made.split_each, &made.other_units}) {
    *one = random.chance(38);
  }
  if (made.decimals) made.division = random.chance(60);
  made.stops = random.chance(8);
  return made;
}

// ---- names

ValueType Writer::day_of(int of, bool first) const {
  const CollectionShape& records = collection(of);
  for (const NamedValue& field : records.fields) {
    if (field.name == (first ? records.start : records.end)) return field.type;
  }
  return {.kind = Kind::kDate, .open = !first};
}

void Writer::add_members(const Scope& scope, const Bound& bound, const std::string& prefix,
                         std::vector<Text>& into) const {
  const bool of_unit = is_unit(bound);
  const auto add = [&](const std::string& name, ValueType type, bool marked) {
    into.push_back({prefix + name, std::move(type), Level::kPrimary, false, of_unit || marked});
  };
  if (bound.subject.episodes >= 0) {
    const EpisodesShape& episodes = names_.episodes[static_cast<std::size_t>(bound.subject.episodes)];
    add("start", day_of(bound.subject.collection, true), false);
    add("end", day_of(bound.subject.collection, false), false);
    for (const NamedValue& let : episodes.lets) add(let.name, let.type, let.of_unit);
    return;
  }
  const CollectionShape& records = collection(bound.subject.collection);
  for (const NamedValue& field : records.fields) add(field.name, field.type, false);
  for (const NamedValue& let : records.record_lets) {
    if (!let.is_set) add(let.name, let.type, false);
  }
  for (const NamedValue& let : names_.lets) {
    if (let.of_record != bound.subject.collection || let.is_set || (let.of_unit && !scope.of_unit)) continue;
    if (!scope.everybody) add(let.name, let.type, let.of_unit);
  }
  if (prefix.empty() || !features_.facts_of_records || names_.in_collection) return;
  for (const NamedValue& fact : records.facts) {
    if (!fact.is_set) add(fact.name, fact.type, false);
  }
}

void Writer::add_bare(const Scope& scope, std::vector<Text>& into) const {
  for (const NamedValue& let : names_.lets) {
    if (let.of_record >= 0 || let.is_set || scope.everybody || (let.of_unit && !scope.of_unit)) continue;
    into.push_back({let.name, let.type, Level::kPrimary, false, let.of_unit});
  }
  for (const NamedValue& parameter : names_.parameters) into.push_back({parameter.name, parameter.type});
  for (const std::string& flag : names_.flags) into.push_back({flag, {.kind = Kind::kYesNo}});
  into.push_back({"period.start", {.kind = Kind::kDate}});
  into.push_back({"period.end", {.kind = Kind::kDate}});
  if (scope.joining >= 0) {
    into.push_back({"the furthest end", day_of(scope.joining, false)});
    into.push_back({"the previous end", day_of(scope.joining, false)});
  }
  if (scope.everybody) return;
  if (!names_.in_collection) into.push_back({"council", {.kind = Kind::kText}});
  for (const int from : names_.from) {
    for (const NamedValue& fact : collection(from).facts) {
      if (!fact.is_set) into.push_back({fact.name, fact.type});
    }
  }
}

std::vector<Text> Writer::leaves(const Scope& scope) {
  std::vector<Text> found;
  for (std::size_t i = 0; i < scope.bounds.size(); ++i) {
    const Bound& bound = scope.bounds[i];
    const bool asked = scope.under_test && i + 1 == scope.bounds.size();
    if (!asked && is_unit(bound) && !scope.of_unit) continue;
    if (asked) {
      // Twice, since it is what conditions are mostly about.
      add_members(scope, bound, "", found);
      add_members(scope, bound, "", found);
    }
    const auto named = std::count_if(scope.bounds.begin(), scope.bounds.end(),
                                     [&](const Bound& other) { return other.name == bound.name; });
    if (named == 1) add_members(scope, bound, bound.name + ".", found);
  }
  add_bare(scope, found);
  std::erase_if(found, [&](const Text& text) {
    return (text.type.kind == Kind::kDecimal && !features_.decimals) ||
           (text.type.kind == Kind::kText && !features_.texts);
  });
  return found;
}

std::optional<Text> Writer::leaf(const Scope& scope, Kind kind, int list) {
  std::vector<Text> found = leaves(scope);
  std::erase_if(found, [&](const Text& text) {
    return text.type.kind != kind || (kind == Kind::kCode && text.type.list != list);
  });
  if (found.empty()) return std::nullopt;
  return use(random_.one_of(found));
}

// ---- plain values

Text Writer::literal(Kind kind, int list) {
  static const std::vector<std::string> kTexts = {"\"ab\"", "\"abc\"", "\"AB\"", "\"b\"", "\"North\"", "\"C2\""};
  static const std::vector<std::string> kDecimals = {"0.5", "2.25", "3.0", "1.5", "10.75", "7.1"};
  Text made;
  made.type.kind = kind;
  switch (kind) {
    case Kind::kYesNo: made.words = random_.chance(50) ? "yes" : "no"; break;
    case Kind::kNumber: made.words = std::to_string(random_.between(0, random_.chance(70) ? 9 : 40)); break;
    case Kind::kDecimal: made.words = random_.one_of(kDecimals); break;
    case Kind::kDate: {
      static const std::vector<std::string> kDays = {"2024-02-29", "2024-04-01", "2025-03-31", "2023-03-31",
                                                     "2024-12-31", "2020-02-29", "2024-07-15", "2024-10-01",
                                                     "2023-10-01", "2025-01-31", "1950-06-15"};
      made.words = random_.one_of(kDays);
      break;
    }
    case Kind::kDays:
      made.words = random_.chance(80) ? std::to_string(random_.between(0, random_.chance(60) ? 30 : 400)) + " days"
                                      : std::to_string(random_.between(0, 20)) + " weeks";
      break;
    case Kind::kText: made.words = random_.one_of(kTexts); break;
    case Kind::kCode:
      made.type.list = list;
      made.words = random_.one_of(list_of(made.type).values);
      break;
  }
  return made;
}

// After `if unknown` and `if they differ`: a plain value.
std::string Writer::replacement(const ValueType& type, const Scope& scope) {
  if (type.kind == Kind::kYesNo && !names_.flags.empty() && random_.chance(30)) {
    return random_.one_of(names_.flags);
  }
  if (type.kind == Kind::kDate && random_.chance(40)) return random_.chance(50) ? "period.start" : "period.end";
  static_cast<void>(scope);
  return literal(type.kind, type.list).words;
}

Text Writer::known(Text text, const Scope& scope) {
  if (!text.type.unknown) return text;
  Text made = text;
  made.words = within(text, Level::kNegation) + " if unknown " + replacement(text.type, scope);
  made.level = Level::kWhole;
  made.type.unknown = false;
  made.plain = false;
  return made;
}

}  // namespace assize::agree
