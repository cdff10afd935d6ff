// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compiler/check/types.h"
#include "compiler/source/source_file.h"

namespace assize::check {

struct Field;
struct Let;
struct Parameter;
struct Flag;
struct NamedPopulation;

/// One thing bound by a `where`, `with`, pick, unit or record let; field references name it.
struct Variable {
  std::string name;  // how the text may call it: the singular, the alias, the unit's name; or empty
  Subject subject;
  int id = 0;  // unique in the framework, from 0
};

/// What a checked expression does. Names are gone; every operand has its type.
/// In brackets: what `Expr` holds. "unknown in" means: if any operand is unknown, so is the result.
enum class Op : std::uint8_t {
  kPoison,
  kConst,      // value
  kParameter,  // parameter
  kFlag,       // flag
  kCouncil,    // the file's council, as text of the key of the list of councils
  kPeriodStart,
  kPeriodEnd,
  kField,         // variable, field
  kLet,           // let: of the file or the unit; of a record: variable is the record asked
  kFact,          // let (of person): of the file; with variable: of that record's own file
  kStepOf,        // let: name of the deciding case; variable as for kLet
  kEpisodeStart,  // variable
  kEpisodeEnd,    // variable; may be open
  kFurthestEnd,   // inside `join while`
  kPreviousEnd,
  kScore,  // args[0]: code; column: index in CodeList::scores; unknown in, unknown where blank
  kWiden,  // args[0]: code of a list that `type.list` includes; table[i] is the wider index
  // logic, three-valued
  kNot,
  kAnd,
  kOr,
  kIs,        // equality; unknown in. None is none is yes; none and a value is no; text without case
  kInGroup,   // args[0]: code; members[i] says whether value i is in; none is no; unknown in
  kInValues,  // args[0], then values; none is no unless listed
  kInRange,   // args: value, from, to; both ends included
  kLess,      // two numbers, days or dates; `before` is kLess. None fits no test; open is after all
  kLessOrEqual,
  kMore,
  kMoreOrEqual,
  kIsKnown,  // always yes or no, and so are the next two: of an unknown value they are no
  kIsOpen,
  kIsNone,
  kStartsWith,  // args: text, text
  kOverlaps,    // args: a.start, a.end, b.start, b.end
  kInside,      // args: a.start, a.end, b.start, b.end
  kWithin,      // args: d, length, e; window
  // arithmetic, unknown in; open plus or minus days stays open
  kAdd,
  kSubtract,  // two dates give days; with an open one unknown
  kMultiply,
  kDivide,  // decimal; unknown if divided by 0
  kNegative,
  kConcat,       // texts
  kAge,          // args: born, on; by_birthdays or days_per_year; unknown if open or none
  kYear,         // args: date
  kMonthLength,  // args: date
  kShift,        // args: date; months (signed); round_up: to the first of the next month, else to the last day
  kFallback,     // args: value, replacement where it is unknown
  // sets
  kFileRecords,      // collection: the file's records, of every council if in_every_council
  kAllRecords,       // collection
  kNamedPopulation,  // population; in_all: everybody's, else the file's own
  kEpisodeSet,       // episodes: those of the file (or, with `begin`, of the unit)
  kEpisodeRecords,   // variable: an episode; or args[0]: a set of episodes
  kWhere,            // args: set, condition; variable. Takes what is known to fit
  kWith,             // args: set; keys; variable. Records that tie on all keys stay
  kAny,
  kNoneOf,
  kCount,           // args: set; a record that stands for several counts so
  kCountDifferent,  // args: set, body; variable. Unknown ones are passed over
  kExtreme,         // args: set, body; variable; pick; passes over unknown; unknown if there is none
  kTotal,           // args: set, body; variable; 0 if empty; unknown in unless `known`
  kExtremeOfList,   // args: values; pick
  kBest,            // args: set, body; variable; column: index in CodeList::orders
  kBestOfList,      // args: values; column
  kThe,             // args: set, body[, replacement]; variable
};

enum class Pick : std::uint8_t { kLatest, kEarliest, kHighest, kLowest };
enum class Window : std::uint8_t { kAfter, kBefore, kOf };

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

/// One key of an order; the earlier ones decide first.
struct Key {
  enum class Kind : std::uint8_t { kPick, kBest, kPreferring };
  Kind kind = Kind::kPick;
  Pick pick = Pick::kLatest;   // kPick: open is the latest; none comes last
  bool unknown_first = false;  // kPick; for the others unknown is last
  int column = 0;              // kBest: index in CodeList::orders of the value's list
  ExprPtr value;               // kPreferring: a condition
  source::Span span;
};

/// One checked expression.
struct Expr {
  Op op = Op::kPoison;
  Type type;
  source::Span span;
  std::vector<ExprPtr> args;
  Value value;
  const Variable* variable = nullptr;
  const Field* field = nullptr;
  const Let* let = nullptr;
  const Parameter* parameter = nullptr;
  const Flag* flag = nullptr;
  const Collection* collection = nullptr;
  const Episodes* episodes = nullptr;
  const NamedPopulation* population = nullptr;
  std::vector<Key> keys;
  std::vector<bool> members;       // kInGroup: by value index
  std::vector<int> table;          // kWiden
  int column = 0;                  // kScore, kBest, kBestOfList
  Pick pick = Pick::kLatest;
  Window window = Window::kOf;
  bool known = false;              // the word `known`: unknown ones are passed over
  bool in_every_council = false;
  bool in_all = false;
  bool by_birthdays = false;       // kAge
  bool round_up = false;           // kShift
  int months = 0;                  // kShift
  Rational days_per_year;          // kAge, unless by_birthdays
  /// A plain test (language, 3.3): a filter takes what is known to fit without a word.
  bool plain = false;
};

}  // namespace assize::check
