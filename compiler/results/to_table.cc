// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_table.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/period.h"

namespace assize::results {
namespace {

using columns::CellKind;
using columns::Rational;

constexpr int kDecimalsOfSides = 6;

std::string side_text(const std::optional<Rational>& side) {
  if (!side) return "";
  if (side->is_whole()) return side->to_text();
  std::string text = side->rounded(kDecimalsOfSides).to_text(kDecimalsOfSides);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

std::string shown_text(const std::optional<Rational>& value, const check::Show& show) {
  return value ? value_text(*value, show) : std::string();
}

std::string day_cell(std::int64_t cell) {
  if (cell == bind::kUnknownCell || cell == bind::kNoneCell || cell == bind::kOpenCell) return "";
  return check::day_text(cell);
}

// `sequel = declined; last_day = 2024-08-01`: what the measure's lets gave for the unit.
std::string lets_text(const check::Measure& measure, const UnitRow& unit) {
  std::string text;
  std::size_t at = 0;
  for (const check::Let* let : measure.lets_of_units()) {
    if (at >= unit.lets.size()) break;
    text += (text.empty() ? "" : "; ") + let->name + " = " + unit.lets[at++];
  }
  return text;
}

// A code as its list words it; the row of a list that takes it in may leave the words to that one.
std::string text_of_code(const Results& results, const check::CodeList& list,
                         const std::string& code) {
  const int index = list.index_of(code);
  if (index < 0) return code;
  const std::string& text = list.values[static_cast<std::size_t>(index)].text;
  if (!text.empty()) return text;
  for (const std::string& included : list.includes) {
    for (const check::CodeList* other : results.code_lists) {
      if (other->name == included && other->index_of(code) >= 0) {
        return text_of_code(results, *other, code);
      }
    }
  }
  return code;
}

// What decided about a unit, in the words of its list: the first let of codes that is tabulated.
std::string step_text(const Results& results, const check::Measure& measure, const UnitRow& unit) {
  const check::Let* tabulated = nullptr;
  for (const check::Breakdown& table : measure.parts.front().tabulations) {
    for (const check::Dimension& dimension : table.dimensions) {
      const bool is_let = dimension.value->op == check::Op::kLet;
      if (!tabulated && is_let && dimension.value->type.list) tabulated = dimension.value->let;
    }
  }
  std::size_t at = 0;
  for (const check::Let* let : measure.lets_of_units()) {
    if (at >= unit.lets.size()) break;
    if (let == tabulated) return text_of_code(results, *let->type.list, unit.lets[at]);
    ++at;
  }
  return "";
}

void add_figures(const Results& results, columns::OutputTable& table) {
  table.rows.reserve(table.rows.size() + results.rows.size());
  for (const Row& row : results.rows) {
    const check::Show& show = row.of_part->show;
    table.rows.push_back({results.edition,
                          row.period,
                          results.scenario,
                          row.of_measure->name,
                          code_of(*row.of_measure, *row.of_part),
                          row.of_part->name,
                          row.geography_level,
                          row.geography_code,
                          row.geography_name,
                          row.breakdown,
                          row.group,
                          side_text(row.numerator),
                          side_text(row.denominator),
                          shown_text(row.value, show),
                          side_text(row.margin),
                          shown_text(row.lower, show),
                          shown_text(row.upper, show),
                          row.is_tabulation ? std::string() : unit_text(show),
                          status_letter(row.status),
                          row.note});
  }
}

void add_units(const Results& results, const bind::Inputs& inputs, const MeasureTally& measured,
               columns::OutputTable& table) {
  const check::Measure& measure = *measured.measure;
  const std::string period = check::period_text(measured.period);
  for (const UnitRow& unit : measured.units) {
    // The verdict of what stands above all parts bears the measure's own code.
    const check::Part* part =
        unit.part < 0 ? nullptr : &measure.parts[static_cast<std::size_t>(unit.part)];
    table.rows.push_back({results.edition, period, results.scenario, measure.name,
                          part == nullptr ? measure.code : code_of(measure, *part),
                          part == nullptr ? std::string() : part->name,
                          inputs.councils[static_cast<std::size_t>(unit.council)].key,
                          unit.person < 0 ? std::string() : inputs.texts->text(unit.person),
                          unit.record, day_cell(unit.start), day_cell(unit.end),
                          step_text(results, measure, unit), unit.counted,
                          lets_text(measure, unit)});
  }
}

}  // namespace

columns::OutputTable results_table(const std::vector<Variant>& variants) {
  columns::OutputTable table;
  table.columns = {{"edition", CellKind::kText},
                   {"period", CellKind::kText},
                   {"scenario", CellKind::kText},
                   {"measure", CellKind::kText},
                   {"code", CellKind::kText},
                   {"part", CellKind::kText},
                   {"geography_level", CellKind::kText},
                   {"geography_code", CellKind::kText},
                   {"geography_name", CellKind::kText},
                   {"breakdown", CellKind::kText},
                   {"group", CellKind::kText},
                   {"numerator", CellKind::kDecimal},
                   {"denominator", CellKind::kDecimal},
                   {"value", CellKind::kDecimal},
                   {"margin", CellKind::kDecimal},
                   {"lower", CellKind::kDecimal},
                   {"upper", CellKind::kDecimal},
                   {"unit", CellKind::kText},
                   {"status", CellKind::kText},
                   {"note", CellKind::kText}};
  for (const Variant& variant : variants) add_figures(variant.results, table);
  return table;
}

columns::OutputTable units_table(const std::vector<Variant>& variants, const bind::Inputs& inputs) {
  columns::OutputTable table;
  table.columns = {
      {"edition", CellKind::kText}, {"period", CellKind::kText}, {"scenario", CellKind::kText},
      {"measure", CellKind::kText}, {"code", CellKind::kText},   {"part", CellKind::kText},
      {"council", CellKind::kText}, {"person", CellKind::kText}, {"record", CellKind::kText},
      {"start", CellKind::kDay},    {"end", CellKind::kDay},     {"step", CellKind::kText},
      {"counted", CellKind::kText}, {"lets", CellKind::kText}};
  for (const Variant& variant : variants) {
    for (const MeasureTally& measured : variant.tally.measures) {
      add_units(variant.results, inputs, measured, table);
    }
  }
  return table;
}

}  // namespace assize::results
