// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/words.h"

#include <algorithm>
#include <array>

#include "compiler/check/period.h"
#include "compiler/results/lay_out.h"

namespace assize::explain {
namespace {

using check::Base;
using check::Let;

constexpr std::size_t kMostLinesNamed = 8;
constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

bool is_a_key_kind(const check::Field& field) {
  return field.type.base == Base::kText || field.type.base == Base::kNumber;
}

// The fields an expression looks at, through the lets that it uses.
template <class Visit>
void visit_fields(const Expr& expr, const Visit& visit) {
  if (expr.field != nullptr) visit(*expr.field);
  for (const check::ExprPtr& operand : expr.args) visit_fields(*operand, visit);
  for (const check::Key& key : expr.keys) visit_fields(*key.value, visit);
  if (expr.let == nullptr) return;
  if (expr.let->value != nullptr) visit_fields(*expr.let->value, visit);
  for (const check::Case& row : expr.let->cases) {
    if (row.when != nullptr) visit_fields(*row.when, visit);
    visit_fields(*row.gives, visit);
  }
}

std::string with_unit(const std::string& number, const std::string& unit) {
  return unit.empty() ? number : number + " " + unit;
}

// One line: blanks together, comments left out.
std::string on_one_line(std::string_view text) {
  std::string made;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') in_text = !in_text;
    if (!in_text && text[i] == '/' && i + 1 < text.size() && text[i + 1] == '/') {
      i = text.find('\n', i);
      if (i == std::string_view::npos) break;
    }
    const bool is_blank = text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r';
    if (!is_blank) {
      made += text[i];
    } else if (!made.empty() && made.back() != ' ') {
      made += ' ';
    }
  }
  while (!made.empty() && made.back() == ' ') made.pop_back();
  return made;
}

std::string shortened(const std::string& text, std::size_t most) {
  if (most == 0 || results::display_width(text) <= most) return text;
  const std::vector<std::string> lines = results::wrapped(text, most - 2);
  return lines.front() + " …";
}

}  // namespace

std::string counted(std::size_t number, const std::string& singular) {
  return results::counted(static_cast<std::int64_t>(number), singular);
}

Words::Words(const check::Framework& framework, const source::Sources& sources,
             const bind::Inputs& inputs)
    : sources_(sources), inputs_(inputs) {
  for (const auto& collection : framework.collections) {
    if (collection->person_key == nullptr) continue;
    visit_fields(*collection->person_key, [&](const check::Field& field) {
      if (is_a_key_kind(field)) identifying_.insert(&field);
    });
    // Half of a key made of two is none: the council's part of it may be said.
    if (collection->council_key != nullptr) {
      visit_fields(*collection->council_key,
                   [&](const check::Field& field) { identifying_.erase(&field); });
    }
  }
}

std::string Words::source(source::Span span, std::size_t most) const {
  if (span.file >= sources_.size()) return "";
  return shortened(on_one_line(sources_.file(span.file).text(span)), most);
}

std::string Words::source_of(const Expr& expr, std::size_t most) const {
  // A cell of a decision table tests what stands at the head of its column.
  if (expr.op == check::Op::kPeriodStart) return "period.start";
  if (expr.op == check::Op::kPeriodEnd) return "period.end";
  const bool is_test = !expr.args.empty() && expr.type.base == Base::kBool &&
                       expr.args.front()->type.base != Base::kBool;
  if (is_test) {
    const source::Span asked = expr.args.front()->span;
    const bool stands_within = asked.file == expr.span.file && asked.begin >= expr.span.begin &&
                               asked.end <= expr.span.end;
    const bool is_cell = !stands_within && expr.args.front()->op != check::Op::kWhere &&
                         (expr.op == check::Op::kIs || expr.op == check::Op::kInGroup ||
                          expr.op == check::Op::kInValues || expr.op == check::Op::kIsNone ||
                          expr.op == check::Op::kIsOpen);
    if (is_cell && expr.span.file == asked.file && expr.span.begin > asked.end) {
      return shortened(source(asked) + " is " + source(expr.span), most);
    }
  }
  return source(expr.span, most);
}

Place Words::place(source::Span span) const {
  if (span.file >= sources_.size()) return {};
  const source::SourceFile& file = sources_.file(span.file);
  return {file.path(), file.position_of(span.begin).line};
}

std::string Words::day(std::int64_t day_number) const {
  const check::CivilDay day = check::civil_of(day_number);
  return std::to_string(day.day) + " " + kMonths[static_cast<std::size_t>(day.month - 1)] + " " +
         std::to_string(day.year);
}

std::string Words::value(const Value& value, const check::Type& type) const {
  switch (value.state) {
    case Value::State::kUnknown:
      return "unknown";
    case Value::State::kNone:
      return "none";
    case Value::State::kOpen:
      return "still open";
    case Value::State::kKnown:
      break;
  }
  switch (value.base == Base::kNothing ? type.base : value.base) {
    case Base::kBool:
      return value.whole != 0 ? "yes" : "no";
    case Base::kDate:
      return day(value.whole);
    case Base::kDays:
      return with_unit(results::grouped(value.whole), value.whole == 1 ? "day" : "days");
    case Base::kDecimal:
      return with_unit(value.decimal.to_text(), type.unit);
    case Base::kText:
      return "\"" + value.text + "\"";
    case Base::kStepName:
      return value.text;
    case Base::kCode:
      if (type.list == nullptr) return std::to_string(value.whole);
      return type.list->values[static_cast<std::size_t>(value.whole)].code;
    default:
      return with_unit(results::grouped(value.whole), type.unit);
  }
}

bool Words::names_a_person(const Expr& expr) const {
  const Base base = expr.type.base;
  if (base != Base::kText && base != Base::kNumber) return false;
  if (expr.op == check::Op::kCount || expr.op == check::Op::kCountDifferent) return false;
  bool found = false;
  visit_fields(expr, [&](const check::Field& field) { found = found || is_identifying(&field); });
  return found;
}

std::string Words::value_of(const Looked& looked) const {
  if (looked.expr->type.base == Base::kSet) return counted_things(looked.members);
  if (looked.value.state == Value::State::kKnown && names_a_person(*looked.expr)) {
    return kHiddenKey;
  }
  return value(looked.value, looked.expr->type);
}

std::string Words::span(const Value& from, const Value& to) const {
  check::Type date;
  date.base = Base::kDate;
  if (to.state == Value::State::kOpen) return "since " + value(from, date) + ", still open";
  return value(from, date) + " to " + value(to, date);
}

std::string Words::thing(const Item& item) const {
  if (item.episode != nullptr) {
    return "the episode of " + span(item.episode->start, item.episode->end);
  }
  if (item.records == nullptr) return "the person";
  std::string text = "line " + std::to_string(item.records->line[item.row]);
  if (item.records->collection != main_) text += " of " + item.records->collection->name;
  return text;
}

std::string Words::things(const Items& items) const {
  if (items.empty()) return "none";
  if (items.front().records == nullptr) {
    std::string text;
    for (const Item& item : items) {
      if (item.episode == nullptr) return thing(item);
      text += (text.empty() ? "" : "; ") + span(item.episode->start, item.episode->end);
    }
    return text;
  }
  std::vector<std::uint32_t> lines;
  for (const Item& item : items) lines.push_back(item.records->line[item.row]);
  std::sort(lines.begin(), lines.end());
  std::string text = lines.size() == 1 ? "line " : "lines ";
  for (std::size_t i = 0; i < lines.size() && i < kMostLinesNamed; ++i) {
    text += (i == 0 ? "" : ", ") + std::to_string(lines[i]);
  }
  if (lines.size() > kMostLinesNamed) {
    text += " and " + std::to_string(lines.size() - kMostLinesNamed) + " more";
  }
  const check::Collection* collection = items.front().records->collection;
  return collection == main_ ? text : text + " of " + collection->name;
}

std::string Words::counted_things(const Items& items) const {
  if (items.empty()) return "none";
  const bool are_records = items.front().records != nullptr;
  return counted(items.size(), are_records ? "record" : "episode") + ": " + things(items);
}

std::string Words::count_of(const Items& items) const {
  if (items.empty()) return "none";
  return counted(items.size(), items.front().records != nullptr ? "record" : "episode");
}

}  // namespace assize::explain
