// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/interpret/items.h"

namespace assize::interpret {

class Scope;

/// One thing that a run decides about somebody.
struct Matter {
  enum class What : std::uint8_t {
    kBase,         // whether a unit or a record belongs, before any step
    kStep,         // `step`
    kDenominator,  // `those`
    kNumerator,    // `those`
    kGroups,       // in which rows of the splits a unit is counted
    kTabulation,   // in which rows of the tabulations
    kNumeratorQuantity,
    kOver,
    kResult,
  };
  What what = What::kBase;
  const check::Part* part = nullptr;  // null: of the measure as a whole
  const check::Step* step = nullptr;
  const check::Those* those = nullptr;
  const check::NamedPopulation* population = nullptr;  // of a population with a name
  const Unit* unit = nullptr;
  const File* file = nullptr;
  Item item = {};
};

/// How a matter was decided.
struct Decision {
  bool is_in = true;                     // kept, or counted
  bool was_unknown = false;              // a policy decided, or the silence of a plain test
  Value value = {};                      // of a quantity
  std::vector<std::size_t> groups = {};  // of kGroups: indexes as check::groups_of
};

/// One choice by keys: `with`, or one group of `keep one per`.
struct Picked {
  const std::vector<check::Key>& keys;
  const Items& items;
  const std::vector<std::vector<Value>>& values;  // [key][item]
  const std::vector<std::size_t>& first;          // those that stand first on every key
};

/// Hears what the reference looks at and decides, in the order in which it does. Explanations and
/// the coverage of tests are made from nothing else. Nobody can change a result by listening.
///
/// Nesting  `asks` and one of the two answers, `opens_let` and `closes_let`, `opens` and `closes`
///          are brackets; what is looked at for a matter stands between its two calls
/// Life     what is passed lives until `closes_files`, but for `Scope` and `Picked`
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void asks(const check::Expr& /*expr*/, const Scope& /*scope*/) {}
  virtual void answers(const check::Expr& /*expr*/, const Value& /*value*/) {}
  virtual void answers_with(const check::Expr& /*expr*/, const Items& /*members*/) {}
  virtual void picks(const Picked& /*picked*/) {}
  /// An unknown met `if unknown`, or a `the` that differed met `if they differ`.
  virtual void falls_back(const check::Expr& /*expr*/) {}

  /// A let is worked out once for each thing it is of; whoever asks again `uses` the answer.
  virtual void opens_let(const check::Let& /*let*/, const Item& /*about*/, const File* /*file*/) {}
  virtual void tries(const check::Case& /*row*/, const Value& /*holds*/) {}
  virtual void chooses(const check::Case& /*row*/) {}
  virtual void closes_let(const check::Let& /*let*/, const Answer& /*answer*/) {}
  virtual void uses(const Answer& /*answer*/) {}

  virtual void opens_episodes(const check::Episodes& /*episodes*/) {}
  virtual void closes_episodes(const check::Episodes& /*episodes*/,
                               const std::deque<Episode>& /*made*/) {}

  virtual void opens(const Matter& /*matter*/) {}
  virtual void closes(const Matter& /*matter*/, const Decision& /*decision*/) {}

  virtual void opens_file(const File& /*file*/) {}
  /// The units of the file that was opened last, before any step.
  virtual void finds(const std::deque<Unit>& /*units*/) {}
  /// Everything that was passed is about to go.
  virtual void closes_files() {}
};

/// Who listens, and to whose files the run is confined.
struct Watch {
  Observer* observer = nullptr;
  std::int32_t person = kEverybody;  // id in the TextPool
  std::int32_t council = kEverywhere;

  static constexpr std::int32_t kEverybody = -2;
  static constexpr std::int32_t kEverywhere = -2;
  bool is_about(std::int32_t person_in, std::int32_t council_in) const {
    return (person == kEverybody || person == person_in) &&
           (council == kEverywhere || council == council_in);
  }
};

}  // namespace assize::interpret
