// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Steps, and what a measure computes.

#include "tests/agree/parts.h"

#include <utility>

#include "tests/agree/schema.h"

namespace assize::agree {
namespace {

std::string those(Writer& writer, const Scope& scope) {
  Random& random = writer.random();
  const Text where = writer.condition(scope, 2);
  std::string words = "those where " + where.words;
  if (!where.type.unknown) return words;
  if (writer.features().stops && random.chance(30)) return words + ", if unknown stop";
  return words + (random.chance(50) ? ", if unknown count" : ", if unknown do not count");
}

bool is_from(Writer& writer, int collection) {
  for (const int from : writer.names().from) {
    if (from == collection) return true;
  }
  return false;
}

Scope outside(const Scope& scope) {
  Scope made = scope;
  made.under_test = false;
  made.of_unit = false;
  return made;
}

std::string quantity(Writer& writer, const Scope& scope) {
  const bool decimal = writer.features().decimals && writer.random().chance(40);
  return writer.value(outside(scope), decimal ? Kind::kDecimal : Kind::kNumber, -1, 3).words;
}

std::string over(Writer& writer, const Scope& scope) {
  Random& random = writer.random();
  Scope everybody = outside(scope);
  everybody.everybody = true;
  for (const NamedPopulationShape& population : writer.names().populations) {
    if (population.collection != kStays || random.chance(25)) continue;
    return "all " + population.name + (random.chance(70) ? " placed by lives_in" : "");
  }
  if (is_from(writer, kEstimates) && random.chance(60)) {
    std::string words = "all estimates";
    if (random.chance(70)) {
      words += " where " + writer.filter(everybody.inside({"estimate", {kEstimates, -1}}), 1).words;
    }
    return words;
  }
  if (random.chance(40)) {
    const SetText set = writer.set(outside(scope), 2);
    return set.words;
  }
  return quantity(writer, scope);
}

std::string mean(Writer& writer, const Scope& scope) {
  Random& random = writer.random();
  std::vector<Kind> kinds = {Kind::kNumber, Kind::kDays};
  if (writer.features().decimals) kinds.push_back(Kind::kDecimal);
  const Kind kind = random.one_of(kinds);
  std::string words = random.chance(50) ? "  mean of " : "  median of ";
  Text of = writer.value(scope, kind, -1, 2);
  of = writer.known(std::move(of), scope);
  words += within(of, Level::kSum) + "\n";
  if (random.chance(40)) words = "  denominator " + those(writer, scope) + "\n" + words;
  static const std::vector<std::string> kShown = {"  show number to 2 decimals, neither is better\n",
                                                  "  show score (0 to 24) to 1 decimal, higher is better\n"};
  return words + (kind == Kind::kDays ? "  show days to 1 decimal, lower is better\n" : random.one_of(kShown));
}

std::string share(Writer& writer, const Scope& scope) {
  std::string words;
  if (writer.random().chance(40)) words += "  denominator " + those(writer, scope) + "\n";
  words += "  numerator " + those(writer, scope) + "\n";
  return words + "  show percent to 1 decimal, higher is better\n";
}

// `first` is a part above this one, whose counts it may take.
std::string rate(Writer& writer, const Scope& scope, bool has_population, const std::string& first) {
  Random& random = writer.random();
  std::string words;
  if (has_population && random.chance(30)) words += "  denominator " + those(writer, scope) + "\n";
  if (!first.empty() && random.chance(40)) {
    static const std::vector<std::string> kCounts = {".denominator", ".numerator", ".population"};
    words += "  numerator " + first + random.one_of(kCounts) + "\n";
  } else if (!has_population || random.chance(35)) {
    words += "  numerator " + quantity(writer, scope) + "\n";
  } else if (random.chance(80)) {
    words += "  numerator " + those(writer, scope) + "\n";
  }
  words += "  over " + over(writer, scope) + "\n";
  return words + "  show per 100_000 to 1 then 0 decimals, lower is better\n";
}

struct Computed {
  std::string words;
  bool is_rate = false;
  bool is_result = false;
};

Computed computed(Writer& writer, const Scope& scope, bool has_population, const std::string& first) {
  Random& random = writer.random();
  const int sort = writer.features().shapes ? random.below(10) : 9;
  if (!has_population) {
    if (sort < 5) {
      return {"  result " + quantity(writer, scope) + "\n  show number to 1 decimal, higher is better\n", false, true};
    }
    return {rate(writer, scope, false, ""), true, false};
  }
  if (sort < 2) return {mean(writer, scope), false, false};
  if (sort < 6) return {rate(writer, scope, true, first), true, false};
  return {share(writer, scope), false, false};
}

}  // namespace

std::string write_steps(Writer& writer, const Scope& scope, int number) {
  Random& random = writer.random();
  std::string text;
  for (int step = 1; step <= number; ++step) {
    const std::string label = "\"step " + writer.fresh("s") + "\"";
    const bool has_records = scope.under_test && scope.bounds.back().subject.episodes < 0;
    if (has_records && writer.features().keep_one && random.chance(30)) {
      const CollectionShape& records = writer.collection(scope.bounds.back().subject.collection);
      if (!records.each_row) {
        std::string per = records.names_person ? "person" : "council";
        for (const NamedValue& field : records.fields) {
          if (field.type.kind == Kind::kCode && random.chance(30)) per = field.name;
        }
        text += "    keep one per " + per + " " + label + " with " + writer.keys(scope, true, 1) + "\n";
        continue;
      }
    }
    const Text when = writer.condition(scope, 2);
    text += std::string("    ") + (random.chance(60) ? "leave out " : "keep ") + label + " when " + when.words;
    if (when.type.unknown) {
      const bool stops = writer.features().stops && random.chance(30);
      text += stops ? ", if unknown stop" : random.chance(50) ? ", if unknown keep" : ", if unknown leave out";
    }
    text += "\n";
  }
  return text;
}

std::string write_parts(Writer& writer, const Scope& scope, bool has_population) {
  Random& random = writer.random();
  std::string text;
  const int parts = random.chance(60) ? 0 : random.between(2, 3);
  if (parts == 0) {
    const Computed made = computed(writer, scope, has_population, "");
    text += made.words;
    if (has_population && !made.is_result) text += write_breakdowns(writer, scope, made.is_rate);
    if (random.chance(5)) text += "  combine by mean of councils\n";
    return text;
  }
  for (int part = 1; part <= parts; ++part) {
    const std::string name = "part_" + std::to_string(part);
    text += "  part " + name + " {\n";
    if (has_population) text += write_steps(writer, scope, random.between(0, 2));
    const Computed made = computed(writer, scope, has_population, part == 1 ? "" : "part_1");
    text += made.words;
    if (has_population && !made.is_result) text += write_breakdowns(writer, scope, made.is_rate);
    text += "  }\n";
  }
  return text;
}

}  // namespace assize::agree
