// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/headings.h"
#include "compiler/reproduce/reproduction.h"
#include "runtime/statistics/exact.h"

namespace assize::reproduce {
namespace {

using columns::CellKind;

std::string_view level_words(Area area) {
  switch (area) {
    case Area::kEngland:
      return "england";
    case Area::kRegion:
      return "region";
    case Area::kCouncilType:
      return "council_type";
    case Area::kCouncil:
      return "council";
    case Area::kOther:
      break;
  }
  return "other";
}

std::string value_text(const std::optional<mpq_class>& recomputed, const Rule& rule) {
  if (!recomputed) return "";
  const auto value = statistics::as_rational(*recomputed);
  return value ? value->to_text(rule.decimals()) : std::string();
}

}  // namespace

columns::OutputTable rows_table(const std::vector<FileContent>& files, const Reproduction& made) {
  columns::OutputTable table;
  table.columns = {{"file", CellKind::kText},      {"sheet", CellKind::kText},
                   {"row", CellKind::kWhole},      {"year", CellKind::kText},
                   {"edition", CellKind::kText},   {"measure", CellKind::kText},
                   {"code", CellKind::kText},      {"published_code", CellKind::kText},
                   {"level", CellKind::kText},     {"area_code", CellKind::kText},
                   {"ons_code", CellKind::kText},  {"area", CellKind::kText},
                   {"breakdown", CellKind::kText}, {"base", CellKind::kText},
                   {"numerator", CellKind::kText}, {"denominator", CellKind::kText},
                   {"outcome", CellKind::kText},   {"recomputed", CellKind::kDecimal},
                   {"verdict", CellKind::kText},   {"why", CellKind::kText}};
  table.rows.reserve(made.rows.size());
  for (const Reproduced& row : made.rows) {
    const Figure& figure = *row.figure;
    table.rows.push_back({files[figure.file].published.path,
                          figure.sheet,
                          std::to_string(figure.row()),
                          figure.year,
                          row.rule ? row.rule->edition->at_name() : "",
                          row.rule ? row.rule->name() : "",
                          row.rule ? row.rule->code() : "",
                          figure.code,
                          std::string(level_words(figure.area)),
                          figure.area_code,
                          figure.ons_code,
                          figure.area_name,
                          figure.breakdown,
                          figure.base.text,
                          figure.numerator.text,
                          figure.denominator.text,
                          figure.outcome.text,
                          row.rule ? value_text(row.judgement.recomputed, *row.rule) : "",
                          std::string(verdict_words(row.judgement.verdict)),
                          row.judgement.why});
  }
  for (const MadeFromAnswers& measure : made.from_answers) {
    for (const OutcomeOfAnswers& outcome : measure.outcomes) {
      const Rule& rule = measure.rule->rule;
      const AreaAnswers& area = *outcome.area;
      table.rows.push_back(
          {outcome.table->path,
           outcome.table->sheet,
           std::to_string(area.row),
           measure.year,
           rule.edition->at_name(),
           rule.name(),
           rule.code(),
           rule.code(),
           std::string(level_words(area_of_codes(area.ons_code, area.area_code, area.name))),
           area.area_code,
           area.ons_code,
           area.name,
           "total",
           outcome.respondents,
           "",
           "",
           outcome.published ? outcome.published->outcome.text : "",
           value_text(outcome.judgement.recomputed, rule),
           std::string(verdict_words(outcome.judgement.verdict)),
           outcome.judgement.why});
    }
  }
  return table;
}

}  // namespace assize::reproduce
