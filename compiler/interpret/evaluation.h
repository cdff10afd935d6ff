// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/check/period.h"
#include "compiler/interpret/filed_records.h"
#include "compiler/interpret/items.h"
#include "compiler/interpret/observer.h"
#include "compiler/interpret/places.h"
#include "compiler/interpret/scope.h"
#include "compiler/results/tally.h"
#include "runtime/columns/result.h"

namespace assize::interpret {

using check::Expr;
using check::Rational;

/// What expressions are evaluated against; each part may be missing where nothing can ask for it.
struct Setting {
  const bind::Inputs* inputs = nullptr;
  const bind::TextPool* texts = nullptr;
  const FiledRecords* filed = nullptr;
  const check::Measure* measure = nullptr;
  check::Period period;    // with the measure's lag
  bool attrition = false;  // look at everything, and count unknowns
  Observer* observer = nullptr;
};

/// One way in which a step decided about one candidate.
struct StepOutcome {
  bool is_taken_out = false;
  bool was_unknown = false;
};

/// One thing that goes through the steps of a population.
struct Candidate {
  Item item;
  File* file = nullptr;
  Unit* unit = nullptr;                       // null in a named population
  const check::Variable* variable = nullptr;  // of a named population: what the item is called
  const check::NamedPopulation* population = nullptr;
};

/// Evaluates expressions, lets, sets, episodes and steps: the meaning of the language, plainly.
///
/// Order    operands from left to right; `and`, `or` and cases stop at what decides
/// Memory   what a let gives is kept in the file or unit until `close_files`
/// Failure  a stop (`if unknown stop`) or a number beyond 64 bits is kept, and asked for at the end
class Evaluation {
 public:
  explicit Evaluation(const Setting& setting) : setting_(setting) {}

  /// Gives the value of an expression that is no set.
  Value value_of(const Expr& expr, Scope& scope);
  /// Gives the members of an expression that is a set.
  Items set_of(const Expr& expr, Scope& scope);
  /// Gives what a let gives where `scope` stands; `record` names the record or fact's record, or
  /// null.
  const Answer& answer_of(const check::Let& let, const check::Variable* record, Scope& scope);
  /// The same for showing it: a stop found only here does not count.
  const Answer& answer_to_look_at(const check::Let& let, Scope& scope);
  /// Why a quantity that turned out unknown has no value.
  results::Status reason_of_unknown(const Expr& expr, Scope& scope);

  /// Gives the file of a person in a council, opened at need.
  File& file_at(std::int32_t council, std::int32_t person);
  /// Gives the file that a record belongs to; where it names no council or person, those of
  /// `asking`.
  File& own_file_of(const Item& item, File* asking);
  /// Forgets all files, when no unit of theirs is asked about again.
  void close_files();

  /// Gives a scope in which the unit is bound.
  Scope scope_of(Unit& unit) const;
  /// Gives the units of a file, before any step.
  std::deque<Unit> units_of(File& file);
  /// Gives how many units an item stands for.
  std::int64_t weight_of(const Item& item);
  /// Takes one step: decides about each candidate.
  std::vector<StepOutcome> take_step(const check::Step& step,
                                     const std::vector<Candidate>& candidates);
  /// Adds to a sum; one beyond 64 bits, or beyond what fractions hold, ends the run.
  void add_up(std::int64_t& sum, std::int64_t amount);
  void add_up(Rational& sum, const Rational& amount);
  /// Decides what an unknown may not: records the stop of what the place says.
  void stop_at(const std::string& place, const Item& item, const File* file);
  /// Notes an unknown that a place decided, for `--attrition`: by a word, or quietly.
  void note_unknown(const void* place, const Item& item);
  void note_quiet_unknown(const void* place, const Item& item);
  /// Names the clause that is being evaluated, for places and stops; gives the name before.
  std::string enter_clause(std::string name) { return std::exchange(clause_, std::move(name)); }

  /// Works out who belongs to a named population, for everybody; needed before anyone asks.
  void fill_population(const check::NamedPopulation& population);
  /// Looks at every let of the measure for a file or unit, so that `--attrition` counts everywhere.
  /// Stops found only here do not count.
  void look_at_file(File& file);
  void look_at_unit(Unit& unit);

  const Setting& setting() const { return setting_; }
  /// Who listens; null for nearly every run.
  Observer* observer() const { return setting_.observer; }
  const Places& places() const { return places_; }
  /// The failure that ends the run, if there is one.
  std::optional<columns::Failure> failure() const;

 private:
  // expressions.cc
  Value compute(const Expr& expr, Scope& scope);
  Value leaf(const Expr& expr, Scope& scope);
  Value logic(const Expr& expr, Scope& scope);
  Value test(const Expr& expr, Scope& scope);
  Value arithmetic(const Expr& expr, Scope& scope);
  Value day_function(const Expr& expr, Scope& scope);
  Value argument(const Expr& expr, std::size_t index, Scope& scope) {
    return value_of(*expr.args[index], scope);
  }
  Value within_limits(std::optional<Value> value);
  Value score(const Expr& expr, Scope& scope);
  Value fallback(const Expr& expr, Scope& scope);

  // sets.cc
  Items gather(const Expr& expr, Scope& scope);
  Items members_where(const Expr& expr, Scope& scope);
  Items members_with(const Expr& expr, Scope& scope);
  Items members_of_population(const Expr& expr, Scope& scope);
  Items records_of_episodes(const Expr& expr, Scope& scope);
  Value count(const Expr& expr, Scope& scope);
  Value count_different(const Expr& expr, Scope& scope);
  Value total(const Expr& expr, Scope& scope);
  Value pick_of_set(const Expr& expr, Scope& scope);
  Value pick_of_list(const Expr& expr, Scope& scope);
  Value the_one(const Expr& expr, Scope& scope);
  std::vector<Value> body_values(const Expr& expr, const Items& items, Scope& scope);
  std::vector<Value> list_values(const Expr& expr, Scope& scope);
  void note_passed_over(const Expr& expr, const Items& items, const std::vector<Value>& values);

  // lets.cc
  Answer decide(const check::Let& let, Scope& scope, const Item& about);
  Answer decide_by_cases(const check::Let& let, Scope& scope, const Item& about);
  void look_at_cases(const check::Let& let, Scope& scope);
  void fill_answer(const Expr& expr, Scope& scope, Answer& answer);

  // episodes.cc
  Items episodes_of(const check::Episodes& episodes, Scope& scope);
  std::deque<Episode> cut_into_episodes(const check::Episodes& episodes, Scope& scope);

  // populations.cc
  bool belongs(const Expr& condition, Unit& unit);
  std::vector<StepOutcome> keep_one_per(const check::Step& step,
                                        const std::vector<Candidate>& candidates);
  StepOutcome decide_step(const check::Step& step, const Candidate& candidate);
  Matter matter_of(const check::Step& step, const Candidate& candidate) const;
  Scope scope_of(const Candidate& candidate) const;
  void fill_members(const check::NamedPopulation& population, std::vector<Candidate> candidates);

  // stops.cc
  void keep_first(const std::optional<Stop>& stop);
  std::vector<Value> key_of(const Item& item) const;

  Setting setting_;
  std::map<std::pair<std::int32_t, std::int32_t>, std::unique_ptr<File>> files_;
  std::map<const check::NamedPopulation*, std::vector<bool>> members_;  // by row of its collection
  Memo outside_;  // of what is asked where there is no file
  Places places_;
  std::string clause_;
  std::optional<Stop> stop_;
  bool beyond_limits_ = false;
};

/// Names the clause that is being evaluated until the end of the block.
class Clause {
 public:
  Clause(Evaluation& evaluation, std::string name)
      : evaluation_(evaluation), before_(evaluation.enter_clause(std::move(name))) {}
  Clause(const Clause&) = delete;
  Clause& operator=(const Clause&) = delete;
  ~Clause() { evaluation_.enter_clause(std::move(before_)); }

 private:
  Evaluation& evaluation_;
  std::string before_;
};

}  // namespace assize::interpret
