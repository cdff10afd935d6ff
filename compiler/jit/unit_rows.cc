// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <algorithm>
#include <functional>
#include <tuple>

#include "compiler/check/period.h"
#include "compiler/jit/fractions.h"
#include "compiler/jit/shown_cells.h"
#include "compiler/jit/tally.h"

namespace assize::jit {
namespace {

std::string cell_text(const plan::Plan& plan, const plan::Type& type, std::int64_t cell,
                      const TextIds& texts) {
  if (cell == bind::kUnknownCell) return "unknown";
  if (cell == bind::kNoneCell) return "none";
  if (cell == bind::kOpenCell && type.may_be_open) return "open";
  switch (type.base) {
    case plan::Base::kBool:
      return cell != 0 ? "yes" : "no";
    case plan::Base::kDate:
      return check::day_text(cell);
    case plan::Base::kDays:
      return std::to_string(cell) + " days";
    case plan::Base::kText:
      return texts.text(cell);
    case plan::Base::kCode:
      return plan.list(type.list).codes[static_cast<std::size_t>(cell)];
    default:
      return std::to_string(cell);
  }
}

/// A fraction in four cells; a denominator of 0 says that there is none.
std::string fraction_text(const std::int64_t* cells) {
  if (cells[2] == 0 && cells[3] == 0) return cells[0] == 0 ? "unknown" : "none";
  return read_fraction(cells).to_text();
}

std::string counted_text(const plan::Measure& measure, const RawUnit& unit) {
  switch (static_cast<Verdict>(unit.verdict)) {
    case Verdict::kNumerator:
      return "numerator";
    case Verdict::kDenominator:
      return "denominator";
    case Verdict::kNotInDenominator:
      return "not in denominator";
    case Verdict::kFirstStep:
      break;
  }
  const std::size_t step = unit.verdict - static_cast<std::size_t>(Verdict::kFirstStep);
  if (step < measure.steps.size()) return measure.steps[step].label;
  return measure.parts[static_cast<std::size_t>(unit.part)]
      .steps[step - measure.steps.size()]
      .label;
}

std::string case_text(const plan::Plan& plan, plan::NodeId deciding_case, std::int64_t cell) {
  if (!plan::is_set(deciding_case)) return "";
  const plan::Let& let = plan.let(plan.node(deciding_case).let);
  return let.cases[static_cast<std::size_t>(cell)].label;
}

/// The unique fields of a record; one without a key is named by its line.
std::string record_text(const plan::Plan& plan, const plan::Collection& collection,
                        const bind::Records& records, std::uint32_t row, const TextIds& texts) {
  if (collection.unique.empty()) return "line " + std::to_string(records.line[row]);
  std::string text;
  for (const int field : collection.unique) {
    const auto index = static_cast<std::size_t>(field);
    if (!text.empty()) text += "; ";
    const bind::Column& column = records.fields[index];
    const bool is_decimal = collection.fields[index].type.base == plan::Base::kDecimal;
    const bool is_plain = column.at(row) > bind::kNoneCell;
    text += is_decimal && is_plain
                ? column.decimals[static_cast<std::size_t>(column.at(row))].to_text()
                : cell_text(plan, collection.fields[index].type, column.at(row), texts);
  }
  return text;
}

results::UnitRow row_of(const plan::Plan& plan, const plan::Measure& measure,
                        const Arranged& arranged, const FileSpace& space, const TextIds& texts,
                        const RawUnit& unit) {
  results::UnitRow made;
  made.part = unit.part;
  made.council = space.council[unit.file];
  if (space.has_people) made.person = arranged.people[space.person[unit.file]];
  made.counted = counted_text(measure, unit);
  const ShownCells places(plan, measure);
  for (std::size_t i = 0; i < measure.shown.size(); ++i) {
    const plan::Shown& shown = measure.shown[i];
    const plan::Type& type = plan.node(shown.value).type;
    const std::int64_t* cell = unit.cells.data() + places.value(i);
    made.lets.push_back(type.base == plan::Base::kDecimal ? fraction_text(cell)
                                                          : cell_text(plan, type, *cell, texts));
    made.steps.push_back(case_text(plan, shown.deciding_case, unit.cells[places.deciding_case(i)]));
  }
  if (unit.row < 0) return made;
  if (plan::is_set(plan.node(measure.base).type.episodes)) {
    made.start = unit.cells[places.first_day()];
    made.end = unit.cells[places.last_day()];
    return made;
  }
  const std::size_t collection = plan::index_of(plan.node(measure.base).type.collection);
  const bind::Records& records = *arranged.collections[collection].records;
  const std::uint32_t row =
      arranged.collections[collection].origin[static_cast<std::size_t>(unit.row)];
  const plan::Collection& of = plan.collections[collection];
  if (of.starts >= 0) made.start = records.fields[static_cast<std::size_t>(of.starts)].at(row);
  if (of.ends >= 0) made.end = records.fields[static_cast<std::size_t>(of.ends)].at(row);
  made.record = record_text(plan, of, records, row, texts);
  return made;
}

}  // namespace

std::vector<results::UnitRow> unit_rows(const plan::Plan& plan, std::size_t index,
                                        const Arranged& arranged, const TextIds& texts,
                                        const std::vector<RawUnit>& units) {
  std::vector<results::UnitRow> rows;
  for (const RawUnit& unit : units) {
    rows.push_back(
        row_of(plan, plan.measures[index], arranged, arranged.space_of(index), texts, unit));
  }
  const bind::TextPool& pool = *arranged.inputs->texts;
  const std::string nobody;
  const auto place = [&](const results::UnitRow& row) {
    return std::make_tuple(
        row.part, row.council, std::cref(row.person < 0 ? nobody : pool.folded(row.person)),
        row.start, row.end, std::cref(row.record), std::cref(row.counted), std::cref(row.lets));
  };
  std::sort(rows.begin(), rows.end(),
            [&](const auto& a, const auto& b) { return place(a) < place(b); });
  return rows;
}

}  // namespace assize::jit
