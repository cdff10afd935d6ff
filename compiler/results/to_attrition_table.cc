// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_attrition_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "compiler/check/period.h"
#include "compiler/results/attrition.h"
#include "compiler/results/places.h"

namespace assize::results {
namespace {

std::string kind_text(Stage::Kind kind) {
  switch (kind) {
    case Stage::Kind::kInScope:
      return "in scope";
    case Stage::Kind::kStep:
      return "taken out";
    case Stage::Kind::kPopulation:
      return "population";
    case Stage::Kind::kNotInDenominator:
      return "not in the denominator";
    case Stage::Kind::kDenominator:
      return "denominator";
    case Stage::Kind::kNumerator:
      return "numerator";
  }
  return "";
}

bool has_rows(const Results& results, const check::Part* part) {
  return std::any_of(results.rows.begin(), results.rows.end(),
                     [&](const Row& row) { return row.of_part == part; });
}

/// Adds the stages of one measure to the table, place by place.
class MeasureRows {
 public:
  MeasureRows(const check::Framework& framework, const Results& results,
              const MeasureTally& measured, Counts counts)
      : framework_(framework), results_(results), measured_(measured), counts_(counts) {
    for (Stage& stage : stages_of(measured)) {
      // Of a part that was not asked for, nothing is said.
      if (stage.part == nullptr || has_rows(results, stage.part)) {
        stages_.push_back(std::move(stage));
      }
    }
  }

  void add_place(const Place& place, columns::OutputTable& table) const {
    int line = 0;
    const bool leaves = counts_ == Counts::kExact || may_leave(framework_, stages_, place);
    for (const Stage& stage : stages_) {
      const check::Measure& measure = *stage.measure;
      const bool decides = !stage.unknown_means.empty();
      table.rows.push_back(
          {results_.edition, check::period_text(measured_.period), results_.scenario, measure.name,
           stage.part == nullptr ? measure.code : code_of(measure, *stage.part),
           stage.part == nullptr ? std::string() : stage.part->name, place.geography_level,
           place.code, place.name, std::to_string(++line), kind_text(stage.kind), stage.label,
           leaves ? leaving(place, stage.units) : "",
           leaves && decides ? leaving(place, stage.unknown) : "", stage.unknown_means,
           leaves ? "" : "c"});
    }
  }

 private:
  std::string leaving(const Place& place, const std::vector<std::int64_t>& by_council) const {
    const columns::Rational count(sum_over(by_council, place.councils));
    if (counts_ == Counts::kExact) return count.to_text();
    return disclosed_count(framework_, place.level, count).value_or(columns::Rational(0)).to_text();
  }

  const check::Framework& framework_;
  const Results& results_;
  const MeasureTally& measured_;
  Counts counts_;
  std::vector<Stage> stages_;
};

}  // namespace

columns::OutputTable attrition_table(const check::Framework& framework, const bind::Inputs& inputs,
                                     const std::vector<Variant>& variants, Counts counts) {
  using columns::CellKind;
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
                   {"line", CellKind::kWhole},
                   {"kind", CellKind::kText},
                   {"label", CellKind::kText},
                   {"units", CellKind::kWhole},
                   {"unknown", CellKind::kWhole},
                   {"unknown_means", CellKind::kText},
                   {"status", CellKind::kText}};
  const std::vector<Place> places = places_of(framework, inputs);
  for (const Variant& variant : variants) {
    for (const MeasureTally& measured : variant.tally.measures) {
      const MeasureRows rows(framework, variant.results, measured, counts);
      for (const Place& place : places) rows.add_place(place, table);
    }
  }
  return table;
}

}  // namespace assize::results
