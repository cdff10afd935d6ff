// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

using check::Base;
using check::Case;
using check::Let;

bool is_set(const Expr& expr) { return expr.type.base == Base::kSet; }

}  // namespace

const Answer& Evaluation::answer_of(const Let& let, const check::Variable* record, Scope& scope) {
  const Item* asked_of = record == nullptr ? nullptr : scope.find(record);
  Item about;               // what there is one value each of; nothing for file and unit
  File* file = scope.file;  // in whose eyes
  Unit* unit = nullptr;
  switch (let.of) {
    case Let::Of::kFile:
      break;
    case Let::Of::kPerson:
      if (asked_of != nullptr && asked_of->records != nullptr) file = &own_file_of(*asked_of, file);
      break;
    case Let::Of::kUnit:
      unit = scope.unit;
      break;
    case Let::Of::kRecord:
      if (asked_of != nullptr) about = *asked_of;
      if (let.mentions_unit) unit = scope.unit;
      break;
  }
  Memo& memo = unit != nullptr ? unit->memo : file != nullptr ? file->memo : outside_;
  const std::pair<const Let*, Item> place{&let, about};
  if (const auto found = memo.lets.find(place); found != memo.lets.end()) {
    keep_first(found->second.stop);
    if (setting_.observer != nullptr) setting_.observer->uses(found->second);
    return found->second;
  }

  // A let sees its file, its unit and its record, and nothing else of who asks.
  Scope inner = unit != nullptr ? scope_of(*unit) : Scope(file);
  const Bound bound(inner, let.record, about);
  const Item said_of = let.of == Let::Of::kRecord ? about
                       : unit != nullptr          ? unit->item
                       : file != nullptr          ? Item::of_file(*file)
                                                  : Item{};
  const Clause clause(*this, let.name);
  const std::optional<Stop> before = std::exchange(stop_, std::nullopt);
  if (setting_.observer != nullptr) setting_.observer->opens_let(let, said_of, file);
  Answer made = decide(let, inner, said_of);
  made.stop = std::exchange(stop_, before);
  keep_first(made.stop);
  const Answer& kept = memo.lets.emplace(place, std::move(made)).first->second;
  if (setting_.observer != nullptr) {
    setting_.observer->closes_let(let, kept);
    setting_.observer->uses(kept);
  }
  return kept;
}

const Answer& Evaluation::answer_to_look_at(const Let& let, Scope& scope) {
  const std::optional<Stop> kept = stop_;
  const bool of_record = let.of == Let::Of::kRecord;  // then the unit is that record
  const Answer& answer = answer_of(let, of_record ? setting_.measure->unit : nullptr, scope);
  stop_ = kept;
  return answer;
}

Answer Evaluation::decide(const Let& let, Scope& scope, const Item& about) {
  if (!let.cases.empty()) return decide_by_cases(let, scope, about);
  Answer answer;
  if (let.value != nullptr) fill_answer(*let.value, scope, answer);
  return answer;
}

Answer Evaluation::decide_by_cases(const Let& let, Scope& scope, const Item& about) {
  if (setting_.attrition) look_at_cases(let, scope);
  for (const Case& row : let.cases) {
    const bool is_last = &row == &let.cases.back();  // `otherwise`
    Answer answer;
    answer.step = row.name;
    if (row.when != nullptr) {
      const Value holds = value_of(*row.when, scope);
      if (setting_.observer != nullptr) setting_.observer->tries(row, holds);
      if (is_unknown(holds)) {
        note_unknown(&row, about);
        if (row.policy == check::CasePolicy::kStop) {
          stop_at(let.name + ", case " + row.name, about, scope.file);
        }
      }
      if (!is_yes(holds) && !is_last) continue;
    }
    fill_answer(*row.gives, scope, answer);
    const bool holds_if_known = row.when == nullptr && !is_last;
    const bool is_passed_over = holds_if_known && !is_set(*row.gives) && is_unknown(answer.value);
    if (setting_.observer != nullptr && holds_if_known) {
      setting_.observer->tries(row, Value::yes_or_no(!is_passed_over));
    }
    if (is_passed_over) continue;
    if (setting_.observer != nullptr) setting_.observer->chooses(row);
    return answer;
  }
  return {};
}

// Looks at what the deciding case leaves aside, for its unknowns.
void Evaluation::look_at_cases(const Let& let, Scope& scope) {
  const std::optional<Stop> kept = stop_;
  for (const Case& row : let.cases) {
    Answer unused;
    if (row.when != nullptr) static_cast<void>(value_of(*row.when, scope));
    fill_answer(*row.gives, scope, unused);
  }
  stop_ = kept;
}

void Evaluation::fill_answer(const Expr& expr, Scope& scope, Answer& answer) {
  if (is_set(expr)) {
    answer.items = set_of(expr, scope);
  } else {
    answer.value = value_of(expr, scope);
  }
}

void Evaluation::look_at_file(File& file) {
  const std::optional<Stop> kept = stop_;
  Scope scope(&file);
  for (const auto& let : setting_.measure->lets) {
    if (let->of == Let::Of::kFile) static_cast<void>(answer_of(*let, nullptr, scope));
    if (let->of != Let::Of::kRecord || let->mentions_unit || let->record == nullptr) continue;
    const check::Collection* collection = let->record->subject.collection;
    for (const Item& record : setting_.filed->records_of(collection, file, false)) {
      const Bound bound(scope, let->record, record);
      static_cast<void>(answer_of(*let, let->record, scope));
    }
  }
  stop_ = kept;
}

void Evaluation::look_at_unit(Unit& unit) {
  const std::optional<Stop> kept = stop_;
  Scope scope = scope_of(unit);
  for (const auto& let : setting_.measure->lets) {
    if (let->of == Let::Of::kUnit) static_cast<void>(answer_of(*let, nullptr, scope));
    if (let->of != Let::Of::kRecord || !let->mentions_unit || let->record == nullptr) continue;
    const check::Collection* collection = let->record->subject.collection;
    for (const Item& record : setting_.filed->records_of(collection, *unit.file, false)) {
      const Bound bound(scope, let->record, record);
      static_cast<void>(answer_of(*let, let->record, scope));
    }
  }
  stop_ = kept;
}

}  // namespace assize::interpret
