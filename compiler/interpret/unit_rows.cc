// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/unit_rows.h"

#include <algorithm>
#include <tuple>

#include "compiler/interpret/value_text.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

std::int64_t cell_of_day(const Value& day) {
  switch (day.state) {
    case Value::State::kUnknown:
      return bind::kUnknownCell;
    case Value::State::kNone:
      return bind::kNoneCell;
    case Value::State::kOpen:
      return bind::kOpenCell;
    case Value::State::kKnown:
      return day.whole;
  }
  return bind::kUnknownCell;
}

void fill_days(Evaluation& evaluation, const Unit& unit, results::UnitRow& row) {
  if (unit.item.episode != nullptr) {
    row.start = cell_of_day(unit.item.episode->start);
    row.end = cell_of_day(unit.item.episode->end);
  }
  if (unit.item.records == nullptr) return;
  const check::Collection& collection = *unit.item.records->collection;
  Scope scope(unit.file);
  const Bound bound(scope, collection.record, unit.item);
  if (collection.lasts_from != nullptr) {
    row.start = cell_of_day(evaluation.value_of(*collection.lasts_from, scope));
  }
  if (collection.lasts_to != nullptr) {
    row.end = cell_of_day(evaluation.value_of(*collection.lasts_to, scope));
  }
}

// The unique fields of a record; a collection without a key names it by its line.
std::string record_text(const Item& record, const bind::TextPool& texts) {
  const check::Collection& collection = *record.records->collection;
  if (collection.unique.empty()) return "line " + std::to_string(record.records->line[record.row]);
  std::string text;
  for (const check::Field* field : collection.unique) {
    if (!text.empty()) text += "; ";
    text += value_text(cell_value(record, *field, texts), field->type);
  }
  return text;
}

std::string answer_text(const check::Let& let, const Answer& answer) {
  if (let.type.base == check::Base::kSet) return std::to_string(answer.items.size());
  return value_text(answer.value, let.type);
}

}  // namespace

std::string words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNumerator:
      return "numerator";
    case Verdict::kDenominator:
      return "denominator";
    case Verdict::kNotInDenominator:
      return "not in denominator";
  }
  return "";
}

results::UnitRow row_of_unit(Evaluation& evaluation, Unit& unit) {
  results::UnitRow row;
  row.council = unit.file->council;
  row.person = unit.file->person;
  fill_days(evaluation, unit, row);
  if (unit.item.records != nullptr) {
    row.record = record_text(unit.item, *evaluation.setting().texts);
  }
  Scope scope = evaluation.scope_of(unit);
  for (const check::Let* let : evaluation.setting().measure->lets_of_units()) {
    const Answer& answer = evaluation.answer_to_look_at(*let, scope);
    row.lets.push_back(answer_text(*let, answer));
    row.steps.push_back(answer.step);
  }
  return row;
}

void sort_rows(std::vector<results::UnitRow>& rows, const bind::TextPool& texts) {
  const auto person = [&](const results::UnitRow& row) {
    return row.person < 0 ? std::string() : check::fold(texts.text(row.person));
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const results::UnitRow& a, const results::UnitRow& b) {
                     return std::make_tuple(a.part, a.council, person(a), a.start, a.end,
                                            std::cref(a.record), std::cref(a.counted),
                                            std::cref(a.lets)) <
                            std::make_tuple(b.part, b.council, person(b), b.start, b.end,
                                            std::cref(b.record), std::cref(b.counted),
                                            std::cref(b.lets));
                   });
}

}  // namespace assize::interpret
