// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/check/groups.h"
#include "runtime/columns/result.h"

namespace assize::results {

/// Why a figure has no value; in order of precedence (language, 4.2).
enum class Status : std::uint8_t { kNone, kWithheld, kNotSubmitted, kNotApplicable, kUnknown };

/// What a weighted sample's cell (council and stratum) holds of one group (language, 4.4).
struct Stratum {
  std::int64_t units = 0;         // n: of the denominator
  std::int64_t counted = 0;       // x: of the numerator
  columns::Rational sum;          // of E, for a mean
  columns::Rational sum_squares;  // of E squared
};

/// What an engine adds up for one group of one part in one council. Whole numbers only where it can
/// be.
struct Cell {
  std::int64_t denominator = 0;             // units of the denominator, or what is counted `over`
  std::int64_t numerator = 0;               // units of the numerator
  columns::Rational numerator_quantity;     // `numerator QUANTITY`, sum of `mean of`, `result`
  columns::Rational over_quantity;          // `over QUANTITY`
  columns::Rational sum_squares;            // of `mean of`: of each value squared, for its interval
  Status numerator_status = Status::kNone;  // why a quantity has no value
  Status over_status = Status::kNone;
  std::map<columns::Rational, std::int64_t> values;  // `median of`: how often each value stands
  /// Of a weighted measure: by the cells of `sample by`, as Column::at gives them (texts as ids).
  std::map<std::vector<std::int64_t>, Stratum> strata;
};

/// How many units one step took out in one council, and how many unknowns it decided.
struct StepTally {
  std::vector<std::int64_t> taken_out;        // by council
  std::vector<std::int64_t> unknown_decided;  // by council; filled only for `--attrition`
};

struct PartTally {
  const check::Part* part = nullptr;
  std::vector<Cell> cells;  // [group * councils + council], groups as check::groups_of
  std::vector<std::vector<std::int64_t>>
      tabulations;                              // by tabulation: [group * councils + council]
  std::vector<StepTally> steps;                 // the part's own
  std::vector<std::int64_t> population;         // by council: units after all steps
  StepTally denominator;                        // units that `denominator those` took out
  std::vector<std::int64_t> numerator_unknown;  // by council, for `--attrition`
};

/// One unit's verdict, for `--units`, `expect each` and traces.
struct UnitRow {
  int part = 0;  // index in Measure::parts; -1: the verdict of what stands above all parts
  std::int32_t council = 0;
  std::int32_t person = -1;                 // id in the TextPool, or -1
  std::int64_t start = bind::kUnknownCell;  // of an episode or a record that lasts; else unknown
  std::int64_t end = bind::kUnknownCell;
  std::string counted;  // numerator, denominator, not in denominator, or the label of the step that
                        // took it out
  std::vector<std::string> lets;  // text of each of the measure's `lets_of_units`
  std::vector<std::string>
      steps;           // the deciding case of each of them; empty for a let without cases
  std::string record;  // of a unit that is a record: its unique fields, joined with `; `
};

struct MeasureTally {
  const check::Measure* measure = nullptr;
  check::Period period;            // with the measure's lag
  std::vector<bool> submitted;     // by council: has a record in the main collection
  std::vector<std::int64_t> base;  // by council: units before the steps
  std::vector<StepTally> steps;    // the measure's own
  std::vector<PartTally> parts;
  /// Of a weighted measure: how many people are eligible, by the same cells as Cell::strata.
  std::map<std::vector<std::int64_t>, std::int64_t> eligible;
  bool only_lends = false;  // its counts are borrowed by others; nobody asked for its figures
  std::vector<UnitRow> units;  // sorted; only if asked for
  /// Quiet unknowns by place, in words of the file; only for `--attrition`.
  std::map<std::string, std::int64_t> quiet_unknowns;
};

/// What an engine gives back. The same for every engine, thread count and order of rows.
struct Tally {
  std::vector<MeasureTally> measures;
};

/// What is asked of an engine.
struct Request {
  std::vector<const check::Measure*> measures;
  bool units = false;
  bool attrition = false;  // count unknowns too (only the reference does)
  int threads = 1;
};

/// One way of evaluating measures. Same framework and same inputs give the same tally, whichever
/// engine.
class Evaluator {
 public:
  virtual ~Evaluator() = default;
  virtual columns::Result<Tally> evaluate(const bind::Inputs& inputs, const Request& request) = 0;
};

}  // namespace assize::results
