// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What gives a yes or a no.

#include <algorithm>

#include "tests/agree/writer.h"

namespace assize::agree {
namespace {

Text answer(std::string words, bool unknown, bool plain) {
  return {std::move(words), {.kind = Kind::kYesNo, .unknown = unknown}, Level::kTest, plain, false};
}

}  // namespace

Text Writer::code_test(const Text& asked) {
  const CodeListShape& list = list_of(asked.type);
  const std::string left = within(asked, Level::kSum);
  const auto several = [&] {
    std::string words = "(" + random_.one_of(list.values);
    for (int left_over = random_.between(1, 2); left_over > 0; --left_over) {
      words += ", " + (random_.chance(25) && !list.groups.empty() ? random_.one_of(list.groups)
                                                                  : random_.one_of(list.values));
    }
    return words + ")";
  };
  const bool unknown = asked.type.unknown;
  switch (random_.below(6)) {
    case 0: return answer(left + " is not " + random_.one_of(list.values), unknown, false);
    case 1: return answer(left + " in " + several(), unknown, true);
    case 2: return answer(left + " not in " + several(), unknown, false);
    case 3:
      if (!list.groups.empty()) {
        const bool negated = random_.chance(25);
        return answer(left + (negated ? " not in " : " in ") + random_.one_of(list.groups), unknown, !negated);
      }
      break;
    default: break;
  }
  return answer(left + " is " + random_.one_of(list.values), unknown, true);
}

Text Writer::number_test(const Scope& scope, const Text& asked, int depth) {
  static const std::vector<std::string> kSigns = {" < ", " <= ", " > ", " >= "};
  const std::string left = within(asked, Level::kSum);
  const bool unknown = asked.type.unknown;
  switch (random_.below(6)) {
    case 0: {
      const int lowest = random_.between(0, 30);
      return answer(left + " in " + std::to_string(lowest) + " to " + std::to_string(lowest + random_.between(0, 40)),
                    unknown, true);
    }
    case 1: return answer(left + " is " + literal(asked.type.kind, -1).words, unknown, true);
    case 2:
      return answer(left + " in (" + literal(asked.type.kind, -1).words + ", " + literal(Kind::kNumber, -1).words + ")",
                    unknown, true);
    case 3: return answer(left + " is not " + literal(Kind::kNumber, -1).words, unknown, false);
    case 4: {
      const Text right = value(scope, random_.chance(80) ? Kind::kNumber : asked.type.kind, -1, depth);
      const bool alike = right.type.unit == asked.type.unit || right.type.unit.empty() || asked.type.unit.empty();
      if (!alike) break;
      return answer(left + random_.one_of(kSigns) + within(right, Level::kSum), unknown || right.type.unknown, false);
    }
    default: break;
  }
  int limit = random_.between(0, 12);
  if (asked.type.unit == "years") limit = random_.chance(50) ? 18 : random_.between(0, 90);
  return answer(left + random_.one_of(kSigns) + std::to_string(limit), unknown, false);
}

Text Writer::date_test(const Scope& scope, const Text& asked, int depth) {
  static const std::vector<std::string> kWords = {" before ", " after ", " on or before ", " on or after "};
  static const std::vector<std::string> kSides = {" after ", " before ", " of "};
  const std::string left = within(asked, Level::kSum);
  const Text right = value(scope, Kind::kDate, -1, depth);
  const bool unknown = asked.type.unknown || right.type.unknown;
  switch (random_.below(7)) {
    case 0: {
      const Text last = value(scope, Kind::kDate, -1, 0);
      return answer(left + " in " + within(right, Level::kSum) + " to " + within(last, Level::kSum),
                    unknown || last.type.unknown, true);
    }
    case 1: {
      const bool negated = random_.chance(25);
      return answer(left + (negated ? " not in period" : " in period"), asked.type.unknown, !negated);
    }
    case 2: {
      const Text length = random_.chance(70) ? literal(Kind::kDays, -1) : value(scope, Kind::kDays, -1, 0);
      return answer(left + " within " + within(length, Level::kSum) + random_.one_of(kSides) + within(right, Level::kSum),
                    unknown || length.type.unknown, false);
    }
    case 3: {
      const bool negated = random_.chance(30);
      return answer(left + (negated ? " is not " : " is ") + within(right, Level::kSum), unknown, !negated);
    }
    default: return answer(left + random_.one_of(kWords) + within(right, Level::kSum), unknown, false);
  }
}

Text Writer::days_test(const Scope& scope, const Text& asked, int depth) {
  static const std::vector<std::string> kSigns = {" < ", " <= ", " > ", " >= "};
  const std::string left = within(asked, Level::kSum);
  if (random_.chance(30)) {
    return answer(left + " in " + literal(Kind::kDays, -1).words + " to " + literal(Kind::kDays, -1).words,
                  asked.type.unknown, true);
  }
  const Text right = random_.chance(70) ? literal(Kind::kDays, -1) : value(scope, Kind::kDays, -1, depth);
  return answer(left + random_.one_of(kSigns) + within(right, Level::kSum), asked.type.unknown || right.type.unknown,
                false);
}

Text Writer::text_test(const Text& asked) {
  const std::string left = within(asked, Level::kSum);
  const std::string word = literal(Kind::kText, -1).words;
  switch (random_.below(4)) {
    case 0: return answer(left + " starts with " + word, asked.type.unknown, false);
    case 1: return answer(left + " is not " + word, asked.type.unknown, false);
    case 2: return answer(left + " in (" + word + ", " + literal(Kind::kText, -1).words + ")", asked.type.unknown, true);
    default: return answer(left + " is " + word, asked.type.unknown, true);
  }
}

// `is known`, `is unknown`, `is open`, `is none`: always yes or no.
Text Writer::state_test(const Text& asked) {
  std::vector<std::string> states = {"known", "unknown"};
  if (asked.type.none) states.insert(states.end(), {"none", "none"});
  if (asked.type.open) states.insert(states.end(), {"open", "open"});
  const std::string state = random_.one_of(states);
  const bool negated = random_.chance(40);
  return answer(within(asked, Level::kSum) + (negated ? " is not " : " is ") + state, false, false);
}

std::optional<Text> Writer::span_test(const Scope& scope, int depth) {
  std::vector<std::string> spans;
  bool unknown = false;
  for (std::size_t i = 0; i < scope.bounds.size(); ++i) {
    const Bound& bound = scope.bounds[i];
    const bool lasts = bound.subject.episodes >= 0 || collection(bound.subject.collection).lasts;
    if (!lasts) continue;
    for (const NamedValue& field : collection(bound.subject.collection).fields) {
      const bool is_end = field.name == collection(bound.subject.collection).end;
      unknown = unknown || (is_end && field.type.unknown);
    }
    if (scope.under_test && i + 1 == scope.bounds.size()) spans.push_back("span");
    const bool of_unit = is_unit(bound);
    const auto named = std::count_if(scope.bounds.begin(), scope.bounds.end(),
                                     [&](const Bound& other) { return other.name == bound.name; });
    if (named == 1 && !of_unit) spans.push_back(bound.name + ".span");
  }
  if (spans.empty()) return std::nullopt;
  const std::string word = random_.chance(60) ? " overlaps " : " inside ";
  const std::string left = random_.one_of(spans);
  if (random_.chance(50)) return answer(left + word + "period", unknown, false);
  if (random_.chance(40)) return answer(left + word + random_.one_of(spans), unknown, false);
  const Text first = value(scope, Kind::kDate, -1, depth);
  const Text last = value(scope, Kind::kDate, -1, 0);
  return answer(left + word + within(first, Level::kSum) + " to " + within(last, Level::kSum),
                unknown || first.type.unknown || last.type.unknown, false);
}

Text Writer::set_test(const Scope& scope, int depth) {
  const SetText asked = set(scope, depth);
  const std::string words = operand(asked);
  // `no (…)` at the beginning of a condition could be read as the value `no`; it is not, but in brackets.
  Text made = answer((random_.chance(60) ? "any " : "no ") + words, false, false);
  made.level = Level::kPrimary;
  return made;
}

Text Writer::test_of(const Scope& scope, const Text& asked, int depth) {
  const bool has_states = asked.type.unknown || asked.type.none || asked.type.open;
  if (has_states && random_.chance(18)) return state_test(asked);
  switch (asked.type.kind) {
    case Kind::kCode: return code_test(asked);
    case Kind::kNumber:
    case Kind::kDecimal: return number_test(scope, asked, depth);
    case Kind::kDate: return date_test(scope, asked, depth);
    case Kind::kDays: return days_test(scope, asked, depth);
    case Kind::kText: return text_test(asked);
    case Kind::kYesNo: break;
  }
  if (random_.chance(25)) {
    return answer(within(asked, Level::kSum) + (random_.chance(50) ? " is yes" : " is no"), asked.type.unknown, true);
  }
  Text made = asked;
  made.plain = asked.level == Level::kPrimary && asked.words.find('(') == std::string::npos;
  return made;
}

Text Writer::test(const Scope& scope, int depth) {
  if (depth > 0 && random_.chance(18) && !base_sets(scope).empty()) return set_test(scope, depth - 1);
  if (random_.chance(12)) {
    if (auto made = span_test(scope, depth - 1)) return *made;
  }
  const Text made = test_of(scope, value_of_any_kind(scope, depth - 1), depth - 1);
  if (!random_.chance(10)) return made;
  return {"not " + within(made, Level::kNegation), made.type, Level::kNegation, false, false};
}

// `x is known and x is not a`: what is known by now needs no policy.
std::optional<Text> Writer::known_then(const Scope& scope) {
  std::vector<Text> found = leaves(scope);
  std::erase_if(found, [](const Text& text) { return !text.type.unknown || text.type.none; });
  if (found.empty()) return std::nullopt;
  Text asked = use(random_.one_of(found));
  const Text first = answer(asked.words + " is known", false, false);
  asked.type.unknown = false;
  const Text second = test_of(scope, asked, 0);
  if (second.type.unknown) return std::nullopt;
  return chain({first, second}, true);
}

Text Writer::chain(const std::vector<Text>& items, bool all) const {
  if (items.size() == 1) return items.front();
  Text made;
  made.level = Level::kChain;
  made.type.kind = Kind::kYesNo;
  for (const Text& item : items) {
    made.words += (made.words.empty() ? "" : all ? " and " : " or ") + within(item, Level::kNegation);
    made.type.unknown = made.type.unknown || item.type.unknown;
  }
  return made;
}

Text Writer::condition(const Scope& scope, int depth) {
  std::vector<Text> items;
  const int size = random_.chance(55) ? 1 : random_.between(2, 3);
  for (int left = size; left > 0; --left) {
    const auto pair = random_.chance(10) ? known_then(scope) : std::nullopt;
    if (pair) {
      items.push_back(*pair);
    } else if (depth > 1 && random_.chance(15)) {
      items.push_back(condition(scope, depth - 1));
    } else {
      items.push_back(test(scope, depth));
    }
  }
  return chain(items, random_.chance(60));
}

Text Writer::settled(const Text& test, const Scope& scope) {
  if (!test.type.unknown || test.plain) return test;
  Text made = test;
  made.words = "(" + within(test, Level::kNegation) + " if unknown " + replacement(test.type, scope) + ")";
  made.level = Level::kPrimary;
  made.type.unknown = false;
  return made;
}

Text Writer::filter(const Scope& scope, int depth) {
  std::vector<Text> items;
  const int size = random_.chance(50) ? 1 : random_.between(2, 3);
  for (int left = size; left > 0; --left) {
    const auto pair = random_.chance(10) ? known_then(scope) : std::nullopt;
    if (pair) {
      items.push_back(*pair);
    } else if (depth > 1 && random_.chance(15)) {
      items.push_back(filter(scope, depth - 1));
    } else {
      items.push_back(settled(test(scope, depth), scope));
    }
  }
  return chain(items, random_.chance(65));
}

}  // namespace assize::agree
