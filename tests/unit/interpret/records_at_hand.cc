// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/unit/interpret/records_at_hand.h"

#include <algorithm>

namespace assize::interpret::tests {
namespace {

std::int64_t cell_of(const Value& value) {
  switch (value.state) {
    case Value::State::kUnknown:
      return bind::kUnknownCell;
    case Value::State::kNone:
      return bind::kNoneCell;
    case Value::State::kOpen:
      return bind::kOpenCell;
    case Value::State::kKnown:
      return value.whole;
  }
  return bind::kUnknownCell;
}

}  // namespace

RecordsAtHand::RecordsAtHand() {
  auto list = std::make_unique<check::CodeList>();
  kinds = list.get();
  kinds->name = "kinds";
  for (const char* name : {"a", "b", "c", "d"}) kinds->values.emplace_back().code = name;
  kinds->orders.push_back({"rank", {check::Rational(2), check::Rational(1), check::Rational(1), {}}});
  kinds->scores.push_back({"score", {check::Rational(10), check::Rational(20), {}, check::Rational(0)}});
  framework.code_lists.push_back(std::move(list));

  auto collection = std::make_unique<check::Collection>();
  cld = collection.get();
  cld->name = "cld";
  cld->plural = "events";
  cld->singular = "event";
  const std::pair<const char*, Base> fields[] = {{"id", Base::kNumber},
                                                 {"start", Base::kDate},
                                                 {"end", Base::kDate},
                                                 {"kind", Base::kCode},
                                                 {"amount", Base::kNumber}};
  for (const auto& [name, base] : fields) {
    auto field = std::make_unique<check::Field>();
    field->name = name;
    field->index = static_cast<int>(cld->fields.size());
    field->type.base = base;
    if (base == Base::kCode) field->type.list = kinds;
    cld->fields.push_back(std::move(field));
  }
  cld->record = &variable();
  cld->unique = {cld->field("id")};
  cld->council_key = constant(text("LA1"));  // that it names one is all that is asked
  cld->person_key = constant(text("P"));
  cld->lasts_from = get(*cld->record, "start");
  cld->lasts_to = get(*cld->record, "end");
  framework.collections.push_back(std::move(collection));

  auto made = std::make_unique<check::Measure>();
  measure = made.get();
  measure->name = "measure";
  measure->unit_noun = "people";
  measure->from = {cld};
  framework.measures.push_back(std::move(made));
  inputs.councils = {{"LA1", "First", {}}, {"LA2", "Second", {}}};
  inputs.period = {day("2024-04-01").whole, day("2025-03-31").whole};
}

check::Variable& RecordsAtHand::variable(const std::string& name) {
  auto made = std::make_unique<check::Variable>();
  made->name = name;
  made->subject = {check::Subject::What::kRecord, cld, nullptr};
  made->id = static_cast<int>(framework.variables.size());
  framework.variables.push_back(std::move(made));
  return *framework.variables.back();
}

void RecordsAtHand::bind() {
  auto records = std::make_unique<bind::Records>();
  records->collection = cld;
  records->size = rows_.size();
  std::vector<std::vector<std::int64_t>> cells(cld->fields.size());
  for (const Row& row : rows_) {
    cells[0].push_back(cell_of(row.id));
    cells[1].push_back(cell_of(row.start));
    cells[2].push_back(cell_of(row.end));
    cells[3].push_back(cell_of(row.kind));
    cells[4].push_back(cell_of(row.amount));
    records->council.push_back(row.council);
    records->person.push_back(inputs.texts->intern(row.person));
    records->line.push_back(static_cast<std::uint32_t>(records->line.size() + 2));
  }
  for (const auto& column : cells) records->fields.push_back(bind::Column::narrowest(column));
  records->account.path = "cld.csv";
  inputs.collections.push_back(std::move(records));
  filed_ = std::make_unique<FiledRecords>(inputs);
  fresh();
}

Evaluation& RecordsAtHand::fresh(bool attrition) {
  evaluation_ = std::make_unique<Evaluation>(Setting{.inputs = &inputs,
                                                     .texts = inputs.texts.get(),
                                                     .filed = filed_.get(),
                                                     .measure = measure,
                                                     .period = inputs.period,
                                                     .attrition = attrition});
  return *evaluation_;
}

Value RecordsAtHand::ask(const Expr& expr, const std::string& person, int council) {
  Scope scope(&evaluation_->file_at(council, person_id(person)));
  return evaluation_->value_of(expr, scope);
}

std::string RecordsAtHand::ids(const Expr& set, const std::string& person, int council) {
  Scope scope(&evaluation_->file_at(council, person_id(person)));
  std::vector<std::int64_t> found;
  for (const Item& item : evaluation_->set_of(set, scope)) {
    found.push_back(cell_value(item, *cld->field("id"), *inputs.texts).whole);
  }
  std::sort(found.begin(), found.end());
  std::string listed;
  for (const std::int64_t id : found) listed += (listed.empty() ? "" : " ") + std::to_string(id);
  return listed;
}

}  // namespace assize::interpret::tests
