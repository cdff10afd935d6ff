// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "runtime/columns/rational.h"

namespace assize::check {

using columns::Rational;

struct CodeList;
struct Collection;
struct Episodes;

/// What one thing looked at is: the file (a person in a council, or a council), a record, an episode.
struct Subject {
  enum class What : std::uint8_t { kFile, kRecord, kEpisode };
  What what = What::kFile;
  const Collection* collection = nullptr;  // kRecord, kEpisode: whose records
  const Episodes* episodes = nullptr;      // kEpisode

  bool operator==(const Subject&) const = default;
};

enum class Base : std::uint8_t {
  kNothing,  // poisoned: an error was reported; later checks pass over it
  kBool,     // yes or no
  kNumber,   // whole; `unit` may be years, people, events …
  kDecimal,  // exact rational
  kDate,     // day number, 0 is 1970-01-01, proleptic Gregorian
  kDays,     // a signed number of days
  kText,
  kCode,  // a value of `list`
  kSpan,  // only inside `overlaps`, `inside`, `in`; split into its two days by the check
  kSet,   // of `subject`
  kRecord,
  kStepName,  // `sequel.step`: the name of the deciding case
};

/// The type of an expression. What may be unknown, none or open says so.
struct Type {
  Base base = Base::kNothing;
  bool may_be_unknown = false;
  bool may_be_none = false;
  bool may_be_open = false;
  const CodeList* list = nullptr;  // kCode
  std::string unit;                // kNumber, kDecimal: "" is plain
  Subject subject;                 // kSet, kRecord
};

/// A plain value as the check and the reference know it.
struct Value {
  enum class State : std::uint8_t { kKnown, kUnknown, kNone, kOpen };
  State state = State::kUnknown;
  Base base = Base::kNothing;
  std::int64_t whole = 0;  // kBool 0/1, kNumber, kDate day number, kDays, kCode index in its list
  Rational decimal;        // kDecimal
  std::string text;        // kText, as written; kStepName

  static Value unknown() { return {}; }
  static Value none() { return with_state(State::kNone); }
  static Value open() { return with_state(State::kOpen); }
  static Value yes_or_no(bool value) { return of(Base::kBool, value ? 1 : 0); }
  static Value of(Base base, std::int64_t whole) {
    Value made;
    made.state = State::kKnown;
    made.base = base;
    made.whole = whole;
    return made;
  }
  bool is_known() const { return state != State::kUnknown; }

 private:
  static Value with_state(State state) {
    Value made;
    made.state = state;
    return made;
  }
};

}  // namespace assize::check
