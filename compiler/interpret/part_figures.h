// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/check/groups.h"
#include "compiler/interpret/breakdowns.h"
#include "compiler/interpret/evaluation.h"
#include "compiler/results/tally.h"

namespace assize::interpret {

/// What became of a unit that went through all steps of a part.
enum class Verdict : std::uint8_t { kNotInDenominator, kDenominator, kNumerator };

/// Decides about a unit by what stands above all parts of its measure; a stop there is the parts'
/// own.
Verdict verdict_above_parts(Evaluation& evaluation, const check::Measure& measure, Unit& unit);

/// Gives how many people are eligible in each cell of a sample, by the cells of its fields.
/// A frame that names a cell twice adds up.
std::map<std::vector<std::int64_t>, std::int64_t> eligible_people(const bind::Inputs& inputs,
                                                                  const check::Sample& sample);

/// Adds up one part of a measure.
///
/// Call    `add_everybody` once, `add_file` once for each file, `add_unit` for each unit that the
///         steps of measure and part leave
class PartFigures {
 public:
  PartFigures(Evaluation& evaluation, const check::Part& part, std::size_t councils);

  /// Counts the sets of everybody's records that stand after `over`.
  void add_everybody();
  /// Adds the quantities of a file, and counts sets of its own that stand after `over`.
  void add_file(File& file);
  /// Decides about one unit and counts it.
  Verdict add_unit(Unit& unit);
  /// Counts those that a step of this part took out.
  void note_step(std::size_t step, const Unit& unit, const StepOutcome& outcome);

  results::PartTally take() { return std::move(tally_); }

 private:
  enum class Answered : std::uint8_t { kYes, kNo };
  Answered decide(const check::Those& those, const std::string& clause, Unit& unit,
                  bool& was_unknown);
  std::string clause_name(const char* clause) const;
  Matter matter_of(Matter::What what, const Unit& unit, const check::Those* those = nullptr) const;
  Verdict verdict_of(Unit& unit);
  void count_in_groups(Unit& unit, Verdict verdict);
  void count_in_cell(results::Cell& cell, const Unit& unit, Verdict verdict, const Value& value);
  void count_in_stratum(results::Cell& cell, const Unit& unit, Verdict verdict, const Value& value);
  void tabulate(Unit& unit);
  /// Where a quantity of a file is added up.
  struct Side {
    Matter::What what;
    Rational results::Cell::* sum;
    results::Status results::Cell::* status;
  };
  void add_quantity(const Side& side, const Expr& quantity, Scope& scope);
  void count_over(const Items& items, const File* file);
  std::int32_t place_of(const Item& counted, const File* file);
  results::Cell& cell(std::size_t group, std::int32_t council);
  std::vector<std::size_t> groups_with(const std::vector<Standing>& standings) const;

  Evaluation& evaluation_;
  const check::Part& part_;
  std::size_t councils_;
  std::vector<check::Group> groups_;
  std::vector<std::vector<check::Group>> tabulated_;
  results::PartTally tally_;
};

}  // namespace assize::interpret
