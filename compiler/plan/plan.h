// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/plan/node.h"
#include "compiler/plan/types.h"

namespace assize::plan {

/// What an unknown means where a yes or a no is needed.
enum class Unknown : std::uint8_t {
  kCannotBe,
  kMeansYes,
  kMeansNo,
  kStops,  // ends the run with the place of the record
};

/// A condition, and what becomes of an unknown. Without a condition it says yes.
struct Question {
  NodeId condition = NodeId::kNone;
  Unknown unknown = Unknown::kCannotBe;
};

/// One case of a let. Without `when` it is the last, or holds if its value is known.
struct Case {
  std::string label;
  NodeId when = NodeId::kNone;
  NodeId gives = NodeId::kNone;
  Unknown unknown = Unknown::kCannotBe;  // kMeansNo: the next is tried
};

/// A named value: a plain one, or the first of its cases that holds (the last always does).
struct Let {
  enum class Of : std::uint8_t {
    kFact,    // the file, for every measure that reads the collection
    kFile,    // the file
    kUnit,    // the unit of one measure
    kRecord,  // a record or an episode: `variable`
  };
  std::string label;
  Of of = Of::kFile;
  Type type;
  VariableId variable = VariableId::kNone;
  NodeId value = NodeId::kNone;
  std::vector<Case> cases;
};

/// Records cut into stays, by start and then by end.
struct Episodes {
  std::string label;
  NodeId from = NodeId::kNone;        // a set of records
  NodeId begin_when = NodeId::kNone;  // one episode at most, begun from the unit
  NodeId join_while = NodeId::kNone;
  NodeId stop_before = NodeId::kNone;
  VariableId record = VariableId::kNone;
  VariableId episode = VariableId::kNone;
  NodeId starts = NodeId::kNone;  // first and last day of `record`
  NodeId ends = NodeId::kNone;
};

/// One step of a population: takes a unit out, or keeps one of those that go together.
struct Step {
  std::string label;
  Question takes_out;      // if not `keeps_one`
  bool keeps_one = false;  // of those that are alike in `per`, the one that is first by `keys`
  bool per_file = false;   // only those of one file go together; so they do where units are a file's
  std::vector<NodeId> per;
  std::vector<Key> keys;
};

/// A set of records that is made of everybody's: those that fit, and that its steps leave.
struct Population {
  std::string label;
  CollectionId collection = CollectionId::kNone;
  VariableId record = VariableId::kNone;
  NodeId base = NodeId::kNone;  // a condition on `record`, or kNone; takes what is known to fit
  std::vector<Step> steps;
};

/// One group of a dimension: the values from `from` to `to`; without `to`, all from there up.
struct Band {
  std::string label;
  Value from;
  Value to;
  bool is_open_above = false;
};

/// One thing by which units are grouped.
struct Dimension {
  enum class Rest : std::uint8_t { kNothingLeft, kInTotalOnly, kLeftOut, kLabelled };
  std::string label;
  NodeId value = NodeId::kNone;  // over the unit, or over `record` of the set `each_of`
  NodeId each_of = NodeId::kNone;
  VariableId record = VariableId::kNone;
  /// What divides the records that a rate is over: `value`, of the unit or `record` that is then
  /// the record counted, or a field of `Part::over_record`. kNone: all are in the rest.
  NodeId over_value = NodeId::kNone;
  std::vector<Band> bands;
  Rest rest = Rest::kNothingLeft;
};

inline constexpr int kTotalBand = -1;  // every unit, whatever its band
inline constexpr int kRestBand = -2;   // what fits no band

/// One group that is counted: a band for each dimension of one breakdown.
struct Group {
  std::string label;
  int breakdown = -1;  // of the part's; -1 is the total of the part
  std::vector<int> bands;
};

/// Dimensions that are crossed.
struct Breakdown {
  std::vector<Dimension> dimensions;
};

/// A tabulation: its groups hold no totals.
struct Tabulation {
  Breakdown by;
  std::vector<Group> groups;
};

enum class Shape : std::uint8_t { kShare, kRate, kMean, kMedian, kResult };

/// One published figure of a measure.
struct Part {
  std::string label;
  std::vector<Step> steps;  // after those of the measure
  Shape shape = Shape::kShare;
  Question denominator;
  Question numerator;
  NodeId numerator_quantity = NodeId::kNone;
  /// The numerator is a count of another part, group by group.
  enum class Count : std::uint8_t { kPopulation, kDenominator, kNumerator };
  int numerator_part = -1;
  Count numerator_part_count = Count::kDenominator;
  NodeId over = NodeId::kNone;  // a set, counted, or a quantity
  NodeId over_placed_by = NodeId::kNone;
  VariableId over_record = VariableId::kNone;  // of a set
  NodeId of = NodeId::kNone;  // mean, median, result
  std::vector<Breakdown> splits;
  std::vector<Group> groups;  // in the order in which they are shown; the first is the total
  std::vector<Tabulation> tabulations;
};

/// What a row of one unit says of a let: its value, or how many a set has; and which case decided.
struct Shown {
  std::string label;
  NodeId value = NodeId::kNone;
  NodeId deciding_case = NodeId::kNone;  // kNone for a let without cases
};

/// One measure: which units there are, which steps take them out, what its parts count.
struct Measure {
  std::string label;
  std::vector<CollectionId> from;  // the first is the main one: it opens the files
  int lag_months = 0;
  bool has_units = true;
  bool unit_is_file = true;
  VariableId unit = VariableId::kNone;
  NodeId base = NodeId::kNone;  // of files: a condition or kNone; else a set
  std::vector<Step> steps;
  std::vector<PopulationId> populations;  // all that it names, each after those that it uses
  /// What stands above parts with names, for the verdict on a unit as a whole.
  bool has_parts = false;
  Question denominator;
  Question numerator;
  std::vector<Part> parts;
  std::vector<Shown> shown;  // lets of unit or file, for rows of units
};

/// The chosen measures of one edition, typed, without names, without loops, without an engine.
///
/// Shape   every id lies inside its vector; an operand comes before its node and a let before its
/// use,
///         so that neither can go in circles. Labels serve people alone.
struct Plan {
  std::vector<CodeList> lists;
  std::vector<Collection> collections;
  std::vector<Variable> variables;
  std::vector<Parameter> parameters;
  std::vector<Node> nodes;
  std::vector<Let> lets;
  std::vector<Episodes> episodes;
  std::vector<Population> populations;
  std::vector<Measure> measures;

  const Node& node(NodeId id) const { return nodes[index_of(id)]; }
  const Let& let(LetId id) const { return lets[index_of(id)]; }
  const Variable& variable(VariableId id) const { return variables[index_of(id)]; }
  const Collection& collection(CollectionId id) const { return collections[index_of(id)]; }
  const CodeList& list(ListId id) const { return lists[index_of(id)]; }
  const Population& population(PopulationId id) const { return populations[index_of(id)]; }
};

}  // namespace assize::plan
