// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/plan/types.h"
#include "compiler/source/source_file.h"

namespace assize::plan {

/// What a node does. In brackets: what `Node` holds. "unknown in" means: if any operand is unknown,
/// so is the result.
enum class Op : std::uint8_t {
  kConst,      // value
  kParameter,  // parameter
  kCouncil,    // the file's council, as the text of its key
  kPeriodStart,
  kPeriodEnd,
  kField,  // variable, field
  kLet,    // let; variable: the record or episode it is asked of, or whose own file's fact it is
  kDecidingCase,  // let; variable as for kLet
  kEpisodeStart,  // variable
  kEpisodeEnd,    // variable
  kFurthestEnd,   // variable: the record that `Episodes::join_while` is asked of
  kPreviousEnd,   // the same
  kScore,         // operands: code; column: of the list's scores. Unknown where blank
  kWiden,         // operands: code; table[i] is the index in `type.list`
  // logic, three-valued
  kNot,
  kAnd,
  kOr,
  kIs,       // unknown in; none is none is yes, none and a value is no
  kIsIn,     // operands: code; members by value. Unknown in; none is no
  kIsAnyOf,  // operands: value, then values. Unknown in
  kLess,     // none fits no test; open is after all. Unknown in
  kLessOrEqual,
  kIsKnown,  // always yes or no, as the next two
  kIsOpen,
  kIsNone,
  kStartsWith,  // operands: text, text
  // arithmetic, unknown in; open plus or minus days stays open
  kAdd,
  kSubtract,  // two dates give days; with an open one unknown
  kMultiply,
  kDivide,
  kNegative,
  kJoin,  // texts
  kAge,   // operands: born, on; by_birthdays or days_per_year. Unknown if open or none
  kYear,
  kMonthLength,
  kShift,     // operands: date; months; round_up
  kFallback,  // operands: value, what stands for it where it is unknown
  // sets
  kRecords,         // collection, reach
  kPopulation,      // population, reach: its records
  kEpisodes,        // episodes: of the file, or of the unit
  kEpisodeRecords,  // variable: of one episode; or operands: a set of episodes
  kWhere,           // operands: set, condition; variable. Takes what is known to fit
  kWith,            // operands: set; keys; variable. Records that tie on all keys stay
  // what is asked of sets
  kAny,
  kCount,           // operands: set
  kCountDifferent,  // operands: set, value; variable. Unknown ones are passed over
  kExtreme,  // operands: set, value; variable; pick. Passes over unknown; unknown if there is none
  kTotal,    // operands: set, value; variable. 0 if empty; unknown in unless `known`
  kExtremeOf,  // operands: values; pick. Passes over unknown
  kBest,       // operands: set, value; variable; column: of the list's orders. On one place the
               // value that the list has first
  kBestOf,     // operands: values; column. Passes over unknown
  kThe,        // operands: set, value[, what stands if they differ]; variable
};

enum class Pick : std::uint8_t { kLatest, kEarliest, kHighest, kLowest };

/// Whose records a set begins with.
enum class Reach : std::uint8_t {
  kFile,          // the file's own
  kEveryCouncil,  // the person's, whoever sent them
  kAll,           // everybody's
};

/// One key of an order; the earlier ones decide first.
struct Key {
  enum class Kind : std::uint8_t { kPick, kBest, kPreferring };
  Kind kind = Kind::kPick;
  Pick pick = Pick::kLatest;   // kPick: open is the latest; none comes last
  bool unknown_first = false;  // kPick; of the other kinds unknown comes last
  int column = 0;              // kBest: of the list's orders
  NodeId value = NodeId::kNone;
};

/// One node. It may be used in several places: what it says depends on its variables alone.
struct Node {
  Op op = Op::kConst;
  Type type;
  std::vector<NodeId> operands;
  Value value;
  VariableId variable = VariableId::kNone;
  LetId let = LetId::kNone;
  ParameterId parameter = ParameterId::kNone;
  CollectionId collection = CollectionId::kNone;
  EpisodesId episodes = EpisodesId::kNone;
  PopulationId population = PopulationId::kNone;
  Reach reach = Reach::kFile;
  int field = 0;
  int column = 0;
  std::vector<Key> keys;
  std::vector<bool> members;        // kIsIn
  std::vector<std::int32_t> table;  // kWiden
  Pick pick = Pick::kLatest;
  bool known = false;  // kTotal: unknown ones are passed over
  bool by_birthdays = false;
  columns::Rational days_per_year;
  bool round_up = false;
  int months = 0;
  source::Span span;
};

}  // namespace assize::plan
