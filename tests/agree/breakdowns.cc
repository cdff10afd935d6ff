// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Splits and tabulations.

#include <algorithm>
#include <optional>
#include <string>

#include "tests/agree/parts.h"
#include "tests/agree/schema.h"

namespace assize::agree {
namespace {

std::string rest(Random& random) {
  static const std::vector<std::string> kRests = {", rest in total only", ", rest left out", ", rest as \"Other\""};
  return random.one_of(kRests);
}

std::string labelled(Random& random, const std::string& band) {
  return random.chance(20) ? band + " \"Band " + band + "\"" : band;
}

// Bands of numbers, days or dates, one after another.
std::string ranges(Random& random, Kind kind) {
  static const std::vector<std::string> kDates = {"2023-04-01", "2023-10-01", "2024-02-29", "2024-04-01",
                                                  "2024-10-01", "2025-03-31", "2025-12-31"};
  const auto point = [&](int at) {
    if (kind == Kind::kDate) return kDates[static_cast<std::size_t>(std::min(at, 6))];
    const std::string number = std::to_string(at * at * 3);
    if (kind == Kind::kDays) return number + " days";
    return kind == Kind::kDecimal && random.chance(50) ? number + ".5" : number;
  };
  std::string words;
  int at = random.below(2);
  for (int left = random.between(1, 3); left > 0; --left, ++at) {
    const bool single = random.chance(20);
    words += words.empty() ? "" : ", ";
    words += single ? point(at) : labelled(random, point(at) + " to " + point(at + 1));
    if (!single) ++at;
  }
  if (random.chance(50)) words += ", " + point(at) + " and above";
  return words;
}

std::string bands(Writer& writer, const Text& asked) {
  Random& random = writer.random();
  std::string words;
  switch (asked.type.kind) {
    case Kind::kCode: {
      std::vector<std::string> values = writer.list_of(asked.type).values;
      random.shuffle(values);
      values.resize(static_cast<std::size_t>(random.between(1, static_cast<int>(values.size()))));
      for (const std::string& value : values) words += (words.empty() ? "" : ", ") + labelled(random, value);
      break;
    }
    case Kind::kYesNo: words = random.chance(70) ? "yes \"In\", no \"Out\"" : "yes \"In\""; break;
    case Kind::kText: words = "\"ab\", \"abc\""; break;
    default: words = ranges(random, asked.type.kind); break;
  }
  return " into " + words + rest(random);
}

Text split_value(Writer& writer, const Scope& scope) {
  Random& random = writer.random();
  if (random.chance(30)) return writer.value(scope, Kind::kNumber, -1, 2);
  return writer.value_of_any_kind(scope, random.below(2));
}

std::string dimension(Writer& writer, const Scope& scope) {
  const Text asked = split_value(writer, scope);
  return within(asked, Level::kSum) + bands(writer, asked);
}

std::string each_dimension(Writer& writer, const Scope& scope, const SetText& set) {
  Scope inside = scope;
  inside.under_test = false;
  const Text asked = split_value(writer, inside.inside({set.name, set.subject}));
  return "each " + body(asked) + " of " + operand(set) + bands(writer, asked);
}

std::string split(Writer& writer, const Scope& scope) {
  Random& random = writer.random();
  std::string words = "  split by ";
  if (writer.features().split_each && random.chance(50)) {
    Scope outside = scope;
    outside.under_test = false;
    const SetText set = writer.set(outside, 1);
    words += each_dimension(writer, scope, set);
    if (random.chance(40)) {
      words += " and by " + (random.chance(60) ? each_dimension(writer, scope, set) : dimension(writer, scope));
    }
    return words + "\n";
  }
  words += dimension(writer, scope);
  if (random.chance(35)) words += " and by " + dimension(writer, scope);
  return words + "\n";
}

// The deciding case of a let, a code, yes or no, or bands.
std::string tabulated(Writer& writer, const Scope& scope) {
  Random& random = writer.random();
  if (random.chance(40)) {
    std::vector<std::string> steps;
    for (const NamedValue& let : writer.names().lets) {
      if (let.has_cases && let.of_record < 0) steps.push_back(let.name + ".step");
    }
    for (const NamedValue& fact : writer.main().facts) {
      if (fact.has_cases) steps.push_back(fact.name + ".step");
    }
    if (!steps.empty()) return random.one_of(steps);
  }
  std::vector<Text> codes = writer.leaves(scope);
  std::erase_if(codes, [](const Text& text) {
    return text.type.kind != Kind::kCode && text.type.kind != Kind::kYesNo;
  });
  if (!codes.empty() && random.chance(60)) return random.one_of(codes).words;
  return dimension(writer, scope);
}

}  // namespace

std::string write_breakdowns(Writer& writer, const Scope& scope, bool is_rate) {
  Random& random = writer.random();
  std::string text;
  if (is_rate) {
    const bool by_sex = writer.main().reckons_age && !scope.under_test && random.chance(40);
    if (by_sex) text += "  split by sex into male, female, rest in total only\n";
  } else {
    for (int left = random.chance(50) ? 0 : random.between(1, 2); left > 0; --left) text += split(writer, scope);
  }
  if (random.chance(35)) {
    text += "  tabulate by " + tabulated(writer, scope);
    if (random.chance(40)) text += " and by " + tabulated(writer, scope);
    text += "\n";
  }
  return text;
}

}  // namespace assize::agree
