// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/lets.h"

#include <algorithm>
#include <utility>

namespace assize::agree {
namespace {

std::string type_words(const Writer& writer, const ValueType& type) {
  if (type.kind != Kind::kCode) return "";
  return " : " + writer.list_of(type).name + (type.none ? " or none" : "") + "?";
}

std::string policy(Writer& writer) {
  return writer.features().stops && writer.random().chance(40) ? ", if unknown stop" : ", if unknown try next";
}

// A kind for which cases and tables choose; a list, if it is a code.
ValueType chosen_type(Writer& writer, const Scope& scope) {
  Random& random = writer.random();
  ValueType type;
  if (random.chance(60)) {
    type.kind = Kind::kCode;
    type.list = random.below(static_cast<int>(writer.schema().lists.size()));
    return type;
  }
  static const std::vector<Kind> kKinds = {Kind::kNumber, Kind::kYesNo, Kind::kDate, Kind::kDays};
  type.kind = random.one_of(kKinds);
  static_cast<void>(scope);
  return type;
}

// A value that a case gives: for a code a name of its list, or an expression of that list.
Text given(Writer& writer, const Scope& scope, const ValueType& type) {
  Random& random = writer.random();
  if (random.chance(12)) return {"unknown", {.kind = type.kind, .list = type.list, .unknown = true}};
  if (type.kind != Kind::kCode) return writer.value(scope, type.kind, -1, random.below(2));
  if (random.chance(55)) return writer.literal(Kind::kCode, type.list);
  const std::optional<Text> leaf = writer.leaf(scope, Kind::kCode, type.list);
  if (leaf && random.chance(60)) return *leaf;
  // The wider list takes what the list it includes gives.
  const auto& lists = writer.schema().lists;
  const int narrow = type.list > 0 && lists[static_cast<std::size_t>(type.list)].name == "wide_setting" ? 0 : type.list;
  if (const auto other = writer.leaf(scope, Kind::kCode, narrow)) return *other;
  return writer.literal(Kind::kCode, type.list);
}

LetText by_cases(Writer& writer, const Scope& scope, const std::string& name, const std::string& of) {
  Random& random = writer.random();
  ValueType type = chosen_type(writer, scope);
  std::string lines;
  const int cases = random.between(1, 4);
  bool none = false;
  for (int number = 1; number <= cases; ++number) {
    Text value = given(writer, scope, type);
    if (number == 1 && value.words == "unknown") {
      value = writer.literal(type.kind, type.list);
    }
    if (number == 1) type.unit = value.type.unit;  // the first decides
    none = none || value.type.none;
    type.open = type.open || value.type.open;
    const bool holds_if_known = value.type.unknown && value.words != "unknown" && random.chance(30);
    lines += "    case c" + std::to_string(number) + " gives " + value.words;
    if (!holds_if_known) lines += " when " + writer.condition(scope, 2).words;
    lines += "\n";
  }
  Text last = given(writer, scope, type);
  none = none || last.type.none;
  lines += "    otherwise gives " + last.words + "\n";
  type.none = none;
  type.unknown = true;
  LetText made;
  made.words = "  let " + name + of + type_words(writer, type) + " by the first case that holds" + policy(writer) +
               " {\n" + lines + "  }\n";
  made.named = {.name = name, .type = type, .has_cases = true};
  return made;
}

std::string cell(Writer& writer, const Text& asked) {
  Random& random = writer.random();
  if (random.chance(30)) return "anything";
  std::vector<std::string> words;
  if (asked.type.kind == Kind::kCode) {
    const CodeListShape& list = writer.list_of(asked.type);
    words = list.values;
    words.insert(words.end(), list.groups.begin(), list.groups.end());
  } else if (asked.type.kind == Kind::kYesNo) {
    words = {"yes", "no"};
  }
  if (asked.type.unknown || words.empty()) words.emplace_back("unknown");
  if (asked.type.none) words.emplace_back("none");
  if (asked.type.open) words.emplace_back("open");
  std::string made = random.one_of(words);
  if (random.chance(30)) {
    const std::string& more = random.one_of(words);
    if (more != made) made += ", " + more;
  }
  return made;
}

std::string value_cell(Writer& writer, const ValueType& type) {
  if (writer.random().chance(10)) return "unknown";
  return writer.literal(type.kind, type.list).words;
}

std::optional<LetText> by_table(Writer& writer, const Scope& scope, const std::string& name, const std::string& of) {
  Random& random = writer.random();
  std::vector<Text> columns = writer.leaves(scope);
  std::erase_if(columns, [](const Text& text) {
    const bool fits = text.type.kind == Kind::kCode || text.type.kind == Kind::kYesNo ||
                      text.type.unknown || text.type.none || text.type.open;
    return !fits || text.words.find(' ') != std::string::npos;
  });
  std::erase_if(columns, [](const Text& text) { return text.of_unit; });
  if (columns.size() < 2) return std::nullopt;
  random.shuffle(columns);
  columns.resize(std::min(columns.size(), static_cast<std::size_t>(random.between(1, 3))));
  ValueType type = chosen_type(writer, scope);
  while (type.kind == Kind::kDate || type.kind == Kind::kDays) type = chosen_type(writer, scope);
  std::string lines = "    |";
  for (const Text& column : columns) lines += " " + column.words + " |";
  lines += " value |\n";
  for (int rows = random.between(2, 5), row = 0; row < rows; ++row) {
    lines += "    |";
    for (const Text& column : columns) lines += " " + cell(writer, column) + " |";
    const std::string value = row == 0 ? writer.literal(type.kind, type.list).words : value_cell(writer, type);
    lines += " " + value + " |\n";
  }
  lines += "    otherwise gives " + given(writer, scope, type).words + "\n";
  type.unknown = true;
  type.none = type.kind == Kind::kCode;  // what is given otherwise may be none
  LetText made;
  made.words = "  let " + name + of + type_words(writer, type) + " by the first row that fits" + policy(writer) +
               " {\n" + lines + "  }\n";
  made.named = {.name = name, .type = type, .has_cases = true};
  return made;
}

}  // namespace

LetText write_let(Writer& writer, const Scope& scope, const std::string& name, const std::string& of) {
  writer.take_unit_mark();
  Random& random = writer.random();
  std::optional<LetText> made;
  const int form = random.below(10);
  if (form < 3) made = by_cases(writer, scope, name, of);
  if (form == 3 || form == 4) made = by_table(writer, scope, name, of);
  if (!made) {
    Text value = writer.value_of_any_kind(scope, 3);
    if (random.chance(20) && value.type.unknown) value = writer.known(std::move(value), scope);
    made = LetText{"  let " + name + of + " = " + value.words + "\n", {.name = name, .type = value.type}};
  }
  made->named.of_unit = writer.take_unit_mark();
  return *std::move(made);
}

LetText write_set_let(Writer& writer, const Scope& scope, const std::string& name, const std::string& of) {
  writer.take_unit_mark();
  const SetText value = writer.set(scope, 3);
  LetText made;
  made.words = "  let " + name + of + " = " + value.words + "\n";
  made.named = {.name = name, .is_set = true, .subject = value.subject};
  made.named.of_unit = writer.take_unit_mark();
  return made;
}

}  // namespace assize::agree
