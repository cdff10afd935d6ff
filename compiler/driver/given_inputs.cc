// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/given_inputs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "compiler/bind/sift.h"
#include "compiler/interpret/record_interpreter.h"

namespace assize::driver {
namespace {

using check::Base;
using check::Value;

// A plain value as a column holds it; decimals and texts have a table of their own.
std::int64_t plain_cell(const Value& value, std::vector<check::Rational>& decimals,
                        bind::TextPool& texts) {
  if (value.base == Base::kText) return texts.intern(value.text);
  if (value.base != Base::kDecimal) return value.whole;
  const auto known = std::find(decimals.begin(), decimals.end(), value.decimal);
  const auto place = known - decimals.begin();
  if (known == decimals.end()) decimals.push_back(value.decimal);
  return place;
}

std::int64_t cell_of(const Value& value, std::vector<check::Rational>& decimals,
                     bind::TextPool& texts) {
  switch (value.state) {
    case Value::State::kUnknown: return bind::kUnknownCell;
    case Value::State::kNone: return bind::kNoneCell;
    case Value::State::kOpen: return bind::kOpenCell;
    case Value::State::kKnown: return plain_cell(value, decimals, texts);
  }
  return bind::kUnknownCell;
}

bind::ReadRows read_rows_of(const check::Collection& collection, const std::vector<GivenRow>& rows,
                            bind::TextPool& texts) {
  bind::ReadRows made;
  made.path = "the test";
  made.size = rows.size();
  for (std::size_t field = 0; field < collection.fields.size(); ++field) {
    std::vector<std::int64_t> cells;
    std::vector<check::Rational> decimals;
    for (const GivenRow& row : rows) cells.push_back(cell_of(row.cells[field], decimals, texts));
    bind::FieldCells read;
    read.column = bind::Column::narrowest(cells);
    read.column.decimals = std::move(decimals);
    made.fields.push_back(std::move(read));
  }
  for (const GivenRow& row : rows) made.lines.push_back(row.line);
  const bool names_people = std::any_of(rows.begin(), rows.end(), [](const GivenRow& row) {
    return row.person.has_value();
  });
  for (std::size_t row = 0; names_people && row < rows.size(); ++row) {
    made.persons.push_back(rows[row].person ? texts.intern(*rows[row].person) : -1);
  }
  return made;
}

const std::vector<GivenRow>& rows_of(const std::vector<GivenRows>& given,
                                     const check::Collection* collection) {
  static const std::vector<GivenRow> none;
  for (const GivenRows& rows : given) {
    if (rows.collection == collection) return rows.rows;
  }
  return none;
}

// Councils were numbered as they were found; now they stand sorted.
void renumber(bind::Records& records, const std::vector<std::int32_t>& place) {
  for (std::int32_t& council : records.council) {
    if (council >= 0) council = place[static_cast<std::size_t>(council)];
  }
}

}  // namespace

columns::Result<bind::Inputs> given_inputs(const check::Framework& framework,
                                           const check::Measure& measure,
                                           const std::vector<GivenRows>& given,
                                           check::Period period) {
  bind::Inputs inputs;
  inputs.period = period;
  interpret::RecordInterpreter evaluator;
  const bind::Asking asking{evaluator, *inputs.texts, period};
  std::optional<bind::CouncilList> councils;
  const auto& listed = rows_of(given, framework.areas);
  if (framework.areas != nullptr && !listed.empty()) {
    auto list = bind::sift_list(framework, read_rows_of(*framework.areas, listed, *inputs.texts),
                                councils, asking);
    if (!list) return list.failure();
    inputs.collections.push_back(*std::move(list));
  } else {
    councils.emplace().take_any();
  }
  for (const check::Collection* collection : measure.from) {
    if (inputs.records_of(collection) != nullptr) continue;
    auto rows = read_rows_of(*collection, rows_of(given, collection), *inputs.texts);
    auto records = bind::sift(*collection, std::move(rows), &*councils, asking);
    if (!records) return records.failure();
    inputs.collections.push_back(*std::move(records));
  }
  std::vector<std::int32_t> place;
  inputs.councils = councils->sorted(place);
  for (const auto& records : inputs.collections) renumber(*records, place);
  return inputs;
}

}  // namespace assize::driver
