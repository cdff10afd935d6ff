// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

// Inside check/: where an expression stands, what its names mean there, what is known there.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/check/knowledge.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/syntax/tree.h"

namespace assize::check {

/// Where an expression stands.
struct Scope {
  const Variable* under_test = nullptr;    // a bare field belongs to it and to nothing else
  std::vector<const Variable*> visible;    // may be called by name; outermost first
  Knowledge known;
  const Episodes* joining = nullptr;  // whose `the furthest end` may stand here
  bool all_allowed = false;  // `all estimates` may stand here (after `over`)
  bool bare_plural_allowed = false;  // a named population is being made

  /// Gives the scope inside a `where` or pick over `variable`.
  Scope inside(const Variable* variable) const;
};

/// A let as written, checked when first needed.
struct LetEntry {
  enum class State { kWaiting, kOpen, kDone };
  const syntax::Let* text = nullptr;
  Let* checked = nullptr;
  State state = State::kWaiting;
};

struct EpisodesEntry {
  const syntax::Episodes* text = nullptr;
  Episodes* checked = nullptr;
  LetEntry::State state = LetEntry::State::kWaiting;
};

struct PopulationEntry {
  const syntax::Population* text = nullptr;
  NamedPopulation* checked = nullptr;
  LetEntry::State state = LetEntry::State::kWaiting;
};

/// A measure in force, for others that use what it defines.
struct Neighbour {
  const syntax::Measure* text = nullptr;
  Measure* made = nullptr;
};

/// One use of what another measure defines.
struct Use {
  const Measure* user = nullptr;
  const Measure* lender = nullptr;
  std::string name;  // of the let or population; empty for a count
  Span span;
  bool failed = false;  // it cannot be said here what it is there
};

/// What could not be read of the files: a mistake that follows from it is none of its own.
struct Damage {
  std::set<std::string> lost;  // names declared in files with mistakes
  std::vector<Span> mistakes;

  bool is_in(Span declaration) const;
};

/// What surrounds an expression: the measure or the collection that is being checked.
struct Site {
  Site(Framework& framework_in, diagnostics::Sink& sink_in, const source::Sources* sources_in)
      : framework(framework_in), sink(sink_in), sources(sources_in) {}
  /// Another site of the same files.
  explicit Site(const Site* beside)
      : framework(beside->framework),
        sink(beside->sink),
        sources(beside->sources),
        damage(beside->damage),
        neighbours(beside->neighbours),
        uses(beside->uses) {}

  /// What another measure defines, asked for in that of `host_in`.
  Site(const Site& host_in, diagnostics::Sink& unheard)
      : framework(host_in.framework),
        sink(unheard),
        sources(host_in.sources),
        damage(host_in.damage),
        neighbours(host_in.neighbours),
        uses(host_in.uses) {}

  Framework& framework;
  diagnostics::Sink& sink;
  const source::Sources* sources;  // null for an expression standing alone
  const Damage* damage = nullptr;  // null: every clause of the files could be read
  const std::map<std::string, Neighbour>* neighbours = nullptr;  // measures in force, by name
  std::vector<Use>* uses = nullptr;
  Collection* collection = nullptr;  // a collection's own lets, keys and steps
  Measure* measure = nullptr;
  std::vector<const Collection*> from;  // the first is the main one
  const Variable* unit = nullptr;       // once the population's base is checked
  Knowledge base_knowledge;             // what the base has asked; holds in every later let
  std::map<std::string, LetEntry> lets;
  std::map<std::string, EpisodesEntry> episodes;
  std::map<std::string, PopulationEntry> populations;
  std::map<std::string, Parameter*> parameters;
  std::map<std::string, Flag*> flags;
  Site* host = nullptr;  // of a guest: the measure that uses what this one defines
  std::string prefix;    // of a guest: stands before the names of its lets
  std::map<std::string, std::unique_ptr<Site>> guests;
  std::unique_ptr<diagnostics::Sink> own_sink;  // of a guest
  bool alone = false;  // an expression without records (`assize eval`)
  int open_names = 0;  // lets, episodes and populations that are being checked, each for the one before
  bool chain_refused = false;

  const Collection* main() const { return from.empty() ? collection : from.front(); }
};

/// What a code is expected to be, so that a name is looked for among its values first.
struct Wanted {
  const CodeList* list = nullptr;
  bool values_only = false;  // after `is` and `in` on a code, in a table cell
};

// ---- variables and small makers (site.cc)

/// After so many mistakes no nearest names are offered any more.
inline constexpr std::size_t kMostAdvised = 100;

const Variable* make_variable(Site& site, std::string name, Subject subject);
ExprPtr make(Op op, Type type, Span span);
ExprPtr make_const(Value value, Type type, Span span);
ExprPtr poison(Span span);
ExprPtr clone(const Expr& expr);
bool is_poison(const ExprPtr& expr);
Type type_of(Base base);
/// Says a type in an analyst's words: `a date`, `a value of service_type`.
std::string describe(const Type& type);
/// Gives the key under which `Knowledge` knows an expression; nothing for one that has none.
std::optional<std::string> key_of(const Expr& expr);
/// Gives a text that two expressions share only if they ask the same.
std::string shape_of(const Expr& expr);
/// Says how the text spells a place: the source text of the span, on one line, shortened.
std::string written(const Site& site, Span span);
/// Adds what `condition` being yes (or no) makes known.
void learn(const Expr& condition, bool truth, Knowledge& known);
/// Adds what the `where`s of a set have asked of its records, now called `record`.
void carry_knowledge(const Expr& set, const Variable& record, Knowledge& known);
/// Says whether any sub-expression satisfies what is asked.
template <class Asked>
bool mentions(const Expr& expr, const Asked& asked) {
  if (asked(expr)) return true;
  for (const ExprPtr& arg : expr.args) {
    if (arg && mentions(*arg, asked)) return true;
  }
  for (const Key& key : expr.keys) {
    if (key.value && mentions(*key.value, asked)) return true;
  }
  return false;
}
/// Adds "unknown name" with the nearest of the candidates.
void report_unknown_name(Site& site, const syntax::Name& name, const std::string& wanted,
                         const std::vector<std::string>& candidates);
/// Says whether a name was declared in a clause that could not be read.
bool is_lost(const Site& site, const std::string& name);
/// Says whether something that could not be read stands in this declaration: it may have said what is
/// missed now.
bool is_damaged(const Site& site, Span declaration);
/// Adds E0601, unless the clause that is missed may be one that could not be read.
void report_lacking(Site& site, Span at, const std::string& what);
std::vector<std::string> nearest_names(const std::string& name,
                                       const std::vector<std::string>& candidates);

// ---- expressions (values.cc, tests.cc, arithmetic.cc, paths.cc, sets.cc, picks.cc)

ExprPtr check_value(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted = {});
/// A yes or no; poison and an error otherwise.
ExprPtr check_condition(Site& site, const Scope& scope, const syntax::Expr& text);
/// A condition that a filter uses: every test in it is plain, or settled (E0301 otherwise).
ExprPtr check_filter(Site& site, const Scope& scope, const syntax::Expr& text);
ExprPtr check_path(Site& site, const Scope& scope, const syntax::Path& path, Wanted wanted);
ExprPtr check_test(Site& site, const Scope& scope, const syntax::Expr& text);
ExprPtr check_arithmetic(Site& site, const Scope& scope, const syntax::Expr& text);
ExprPtr check_call(Site& site, const Scope& scope, const syntax::Expr& text);
ExprPtr check_pick(Site& site, const Scope& scope, const syntax::Expr& text, Wanted wanted);

/// A set with the name by which its records are called.
struct CheckedSet {
  ExprPtr expr;  // null if it could not be made
  std::string name;
};
CheckedSet check_set(Site& site, const Scope& scope, const syntax::Expr& text);
/// The same, where the variable of its outermost `where` is given (a population's unit).
CheckedSet check_set_for(Site& site, const Scope& scope, const syntax::Expr& text,
                         const Variable** unit);
bool is_nonempty(const Site& site, const Scope& scope, const Expr& set);
bool has_one_record_at_most(const Site& site, const Expr& set);
std::vector<Key> check_keys(Site& site, const Scope& scope, const std::vector<syntax::Key>& keys);
/// Days a span holds: `period`, `span`, `reablement.span`, or nothing if the text is no span.
std::optional<std::pair<ExprPtr, ExprPtr>> check_span(Site& site, const Scope& scope,
                                                      const syntax::Expr& text);

/// Makes `expr` fit where a value of `list` is wanted (widening), or reports; other types must be equal.
ExprPtr fit(Site& site, ExprPtr expr, const Type& wanted);
/// Reports E0301 for every test of a filter that is neither plain nor settled.
void settle_filter(Site& site, const Expr& condition);
Type type_from(Site& site, const syntax::TypeName& type);
bool is_date_like(const Type& type);
bool is_numeric(const Type& type);

// ---- declarations

const CodeList* find_code_list(Site& site, const std::string& name);
/// Holds a name open while what it stands for is checked; says if too many are (E0194, once).
class OpenName {
 public:
  OpenName(Site& site, const syntax::Name& name);
  OpenName(const OpenName&) = delete;
  OpenName& operator=(const OpenName&) = delete;
  ~OpenName() { --site_.open_names; }
  bool is_too_deep() const { return is_too_deep_; }

 private:
  Site& site_;
  bool is_too_deep_ = false;
};
Let* need_let(Site& site, const std::string& name);
Episodes* need_episodes(Site& site, const std::string& name);
NamedPopulation* need_population(Site& site, const std::string& name);
/// Checks the body of a let into `checked`.
void check_let_body(Site& site, const Scope& scope, const syntax::Let& text, Let& checked);
/// Warns of cases and rows that no input reaches.
void check_reach(Site& site, const Let& let);
std::optional<Value> literal_value(Site& site, const syntax::Expr& text, Type& type);
/// Checks steps in order; what each lets through is known in the next.
std::vector<Step> check_steps(Site& site, Scope& scope, const std::vector<syntax::Step>& steps,
                              syntax::StepPolicy every_step);
/// What a rate is over, as one word: people, spells, days; empty for plain numbers.
std::string unit_of_over(const Expr& over);
void check_parts(Site& site, const Scope& scope, const syntax::Measure& text);
std::vector<Breakdown> check_breakdowns(Site& site, const Scope& scope,
                                        const std::vector<syntax::Breakdown>& texts, bool tabulate);
Show check_show(Site& site, const syntax::Show& text);

std::unique_ptr<CodeList> check_code_list(Site& site, const std::vector<const syntax::CodeList*>& versions,
                                          int release);
void check_collection(Site& site, const syntax::Collection& text, Collection& made,
                      std::optional<int> release, const std::string& listed_in);
/// The survey design of a collection, once all collections are there.
void check_sample(Site& site, const syntax::Collection& text, Collection& made);
/// Takes what a measure says of itself, before any expression of it, or of others that use it, is checked.
/// Gives false if nothing more is to be checked.
bool begin_measure(Site& site, const syntax::Measure& text, Measure& made);
void finish_measure(Site& site, const syntax::Measure& text, Measure& made);
/// Both, of a measure that no other uses.
void check_measure(Site& site, const syntax::Measure& text, Measure& made);
/// What else the measure is made from: each a measure of its own, with the words, code and show of `text`.
void check_evidence(Framework& framework, diagnostics::Sink& sink, const source::Sources* sources,
                    const syntax::Measure& text, Measure& made);

// ---- settings (settings.cc)

/// Makes a parameter; null and an error if its value is none, or outside its bounds.
std::unique_ptr<Parameter> make_parameter(Site& site, const syntax::Parameter& text);
std::unique_ptr<Flag> make_flag(const syntax::Flag& text);
/// Lets the parameters and flags of the edition be known in a measure.
void take_settings_of_edition(Site& site);

// ---- other measures (reuse.cc)

void declare_names(Site& site, const syntax::Measure& text);
/// A let, parameter, flag or fact that is bare everywhere; null if there is none of that name.
ExprPtr value_of_name(Site& site, const std::string& name, Span span);
bool names_a_measure(const Site& site, const std::string& name);
/// `admissions.care`: a let, parameter, flag or episodes of another measure; `next` is the first name of the
/// path that is left.
ExprPtr borrowed_value(Site& site, const Scope& scope, const syntax::Path& path, std::size_t& next);
/// `their admissions.eligible`.
const NamedPopulation* borrowed_population(Site& site, const syntax::Path& path);
/// `still_at_home.denominator`, `admissions.denominator`, `admissions.aged_65.numerator`.
void take_count(Site& site, const syntax::Measure& own, const syntax::Path& path, Part::Borrowed& made);
/// What can be said of uses only once every measure is checked and marked.
void check_uses(const Framework& framework, const std::vector<Use>& uses, diagnostics::Sink& sink);

}  // namespace assize::check
