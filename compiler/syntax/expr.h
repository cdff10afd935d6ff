// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "compiler/source/source_file.h"

namespace assize::syntax {

using source::Span;

/// A name as written, without its backquotes.
struct Name {
  std::string text;
  Span span;
};

/// `a.b.c`; the word after a dot may be a clause word such as `population`.
struct Path {
  std::vector<Name> names;
  Span span;
};

/// Text in double quotes; texts one after another are already joined.
struct Text {
  std::string value;
  Span span;
};

struct Expr;
/// Shared, since an amended edition shares what it does not change; never changed once built.
using ExprPtr = std::shared_ptr<Expr>;

/// What an expression is. In brackets: what `Expr` holds for it. `args` are in reading order.
enum class ExprKind : std::uint8_t {
  // plain values
  kNumber,   // text: digits as written, without `_`; unit: kNone unless written (`7 days`)
  kDate,     // text: 2024-04-01
  kText,     // text: the value, unquoted
  kYes,
  kNoValue,  // the value `no`
  kUnknown,
  kOpen,
  kNone,
  kPath,     // path
  // calls and brackets
  kCall,     // path (one name), args; `on d` is a kOn, `in completed years …` a kReckoning
  kOn,       // args[0]; only as an argument of a call
  kReckoning,  // by_birthdays, or args[0]: days of a year (a number or days)
  kBrackets,   // `(a)`: args[0]
  kList,       // `(a, b, …)`: args, two or more
  // sets
  kTheir,        // path (one name), in_every_council
  kAll,          // path (one name)
  kWhere,        // args: set, condition
  kWith,         // args[0]: set; keys
  kAs,           // args[0]: set; path (one name): the alias
  // picks and counts
  kAny,           // args[0]: set
  kNoSet,         // `no S`: args[0]: set
  kNumberOf,      // args[0]: set
  kNumberOfDifferent,  // args: body, set
  kExtremeOfSet,       // pick, known, args: body, set
  kExtremeOfList,      // pick, known, args: values
  kBestOfSet,          // known, column, args: body, set
  kBestOfList,         // known, column, args: values
  kThe,                // args: body, set, and if present the value after `if they differ`
  kFurthestEnd,
  kPreviousEnd,
  // tests and arithmetic
  kNegative,  // args[0]
  kBinary,    // operation, args: left, right
  kNot,       // args[0]
  kAnd,       // args, two or more
  kOr,        // args, two or more
  kIs,        // args: left, right; negated
  kIsKnown,   // args[0]; negated is `is not known`
  kIn,        // args: left, then one (a set of values, group, span) or two (from, to); negated
  kCompare,   // operation < <= > >= or before, after, …; args: left, right
  kOverlaps,  // args: left span, then one or two (a span, or from and to)
  kInside,    // the same
  kWithin,    // args: day, length, other day; window
  kStartsWith,  // args[0]; text
  kIfUnknown,   // args: value, replacement
};

enum class TimeUnit : std::uint8_t { kNone, kDays, kWeeks, kMonths, kYears };
enum class Pick : std::uint8_t { kLatest, kEarliest, kHighest, kLowest, kTotal };
enum class Operation : std::uint8_t {
  kAdd, kSubtract, kMultiply, kDivide,
  kLess, kLessOrEqual, kMore, kMoreOrEqual,
  kBefore, kAfter, kOnOrBefore, kOnOrAfter,
};
enum class Window : std::uint8_t { kAfter, kBefore, kOf };

/// One key of `with K then K`.
struct Key {
  enum class Kind : std::uint8_t { kPick, kBest, kPreferring };
  enum class Placing : std::uint8_t { kNotSaid, kFirst, kLast };
  Kind kind = Kind::kPick;
  Pick pick = Pick::kLatest;            // kPick
  Placing unknown = Placing::kNotSaid;  // kPick
  Name column;                          // kBest: after `by`
  ExprPtr value;                        // a value, or the condition of `preferring`
  Span span;
};

/// One expression or condition.
struct Expr {
  ExprKind kind = ExprKind::kUnknown;
  Span span;
  std::string text;
  Path path;
  Name column;
  std::vector<ExprPtr> args;
  std::vector<Key> keys;
  TimeUnit unit = TimeUnit::kNone;
  Pick pick = Pick::kLatest;
  Operation operation = Operation::kAdd;
  Window window = Window::kOf;
  bool negated = false;
  bool known = false;
  bool in_every_council = false;
  bool by_birthdays = false;
  Span word;  // of the operator, `known`, `if unknown` …, where one matters for an edit
};

}  // namespace assize::syntax
