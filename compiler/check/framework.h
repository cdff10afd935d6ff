// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/expr.h"

namespace assize::check {

using source::Span;

// ---- code lists

struct CodeValue {
  std::string code;
  std::string text;
  std::optional<std::int64_t> number;  // where files write numbers
  bool is_unknown = false;             // the return says that it does not know; read as unknown
  Span span;
};

/// `budget?`: which values say yes.
struct CodeGroup {
  std::string name;
  std::vector<bool> members;
};

/// `rank (1 is best)`: an order; a value without a place is never best.
struct CodeOrder {
  std::string name;
  std::vector<std::optional<Rational>> places;  // lower is better
};

/// A plain column of numbers.
struct CodeScore {
  std::string name;
  std::vector<std::optional<Rational>> scores;
};

/// What a cell of a file means in a code list.
struct Reading {
  enum class What : std::uint8_t {
    kValue,     // `value`
    kUnknown,   // a value marked `unknown?`; `value` is its index, kept as the reason
    kUnmapped,  // an older value that fits nowhere: unknown, and counted
    kUnlisted,  // found nowhere: the collection says what becomes of it
  };
  What what = What::kUnlisted;
  int value = -1;
  bool older_spelling = false;  // found among an earlier release's spellings; counted
};

/// A code list in the release that the edition reads.
struct CodeList {
  std::string name;
  int release = 0;  // 0: without release
  std::vector<CodeValue> values;
  std::vector<CodeGroup> groups;
  std::vector<CodeOrder> orders;
  std::vector<CodeScore> scores;
  std::vector<std::string> includes;
  /// Spellings by release, folded; the highest is the list's own. Looked up from the release read, downwards.
  std::map<int, std::map<std::string, int>> spellings;
  std::map<int, std::vector<std::string>> unmapped;
  bool by_number = false;   // files write numbers: `2`, `02` and `2.0` are one
  bool is_damaged = false;  // a row of it could not be read, so that values may be missing
  Span span;

  int index_of(const std::string& code) const;  // -1 if there is none
  /// Reads one cell (not blank) as `release` spells it.
  Reading read(const std::string& cell, int release) const;
};

/// Folds text for comparison: outer blanks off, ASCII letters and Latin-1/Latin Extended-A letters to lower case.
std::string fold(const std::string& text);

// ---- collections

struct Field {
  enum class Blank : std::uint8_t { kRefusesRow, kUnknown, kNone, kOpen, kValue };
  std::string name;
  int index = 0;  // in Collection::fields
  Type type;
  int release = 0;                   // kCode: the release its cells are read in
  std::vector<std::string> columns;  // one, or year and month (and `on day`)
  std::optional<int> on_day;
  Blank blank = Blank::kRefusesRow;
  int blank_value = -1;  // kValue: index in the list
  /// The collection's steps leave no record of which it is unknown, or none.
  bool never_unknown = false;
  bool never_none = false;
  Span span;
};

enum class CasePolicy : std::uint8_t { kNothingToDecide, kTryNext, kStop };

/// One case of a let, or one row of a table turned into a case.
struct Case {
  std::string name;  // `otherwise`, or a row's number from 1
  ExprPtr when;      // null: `otherwise`, or a case that holds if its value is known
  ExprPtr gives;
  CasePolicy policy = CasePolicy::kNothingToDecide;
  Span span;
};

/// A named value. `of` says for what there is one value each.
struct Let {
  enum class Of : std::uint8_t { kFile, kUnit, kRecord, kPerson };
  std::string name;
  Of of = Of::kFile;
  Type type;
  const Variable* record = nullptr;  // kRecord: the record it is asked of
  ExprPtr value;                     // a plain body; null if there are cases
  std::vector<Case> cases;           // the last is `otherwise`
  bool mentions_unit = false;        // kRecord: its value depends on the unit too
  Span span;
};

struct Parameter {
  std::string name;
  Type type;
  Value value;  // as the edition, then a scenario, then a run sets it
  std::optional<Value> from;
  std::optional<Value> to;
  std::string why;
  Span span;
};

struct Flag {
  std::string name;
  bool value = false;
  std::string decide_by;
  std::string because;
  Span span;
};

enum class StepPolicy : std::uint8_t { kNothingToDecide, kKeep, kLeaveOut, kStop };

/// One step of a population, part or collection.
struct Step {
  enum class Kind : std::uint8_t { kLeaveOut, kKeep, kKeepOnePer };
  Kind kind = Kind::kLeaveOut;
  std::string label;
  ExprPtr when;
  StepPolicy policy = StepPolicy::kNothingToDecide;
  std::vector<ExprPtr> per;  // kKeepOnePer
  bool per_file = false;     // kKeepOnePer: `person`, `council`; else records of all files go together
  bool per_person = false;   // `person` or `council` is named: a collection's step is asked of all its rows,
  bool per_council = false;  // those of a population of one file's units
  std::vector<Key> keys;     // kKeepOnePer; over the step's variable
  const Variable* variable = nullptr;
  Span span;
};

/// What a table of figures writes in the place of one; read as unknown, with its reason.
struct Symbol {
  enum class Status : std::uint8_t { kWithheld, kNotSubmitted, kNotApplicable };
  std::string text;  // folded
  Status status = Status::kWithheld;
};

/// A survey design (language, 4.4): records stand for the people of their cell.
struct Sample {
  std::vector<const Field*> by;        // of this collection; the first names the council
  const Collection* frame = nullptr;   // `out of`: one record a cell
  const Field* size = nullptr;         // of the frame: how many people are eligible
  std::vector<const Field*> frame_by;  // of the frame, in the order of `by`
};

struct Collection {
  enum class Unlisted : std::uint8_t { kReadAsBlank, kRefuseTheRow };
  std::string name;
  std::string title;
  std::string source;
  std::string plural;
  std::string singular;
  std::vector<std::unique_ptr<Field>> fields;
  const Variable* record = nullptr;  // the record under test of keys, facts of records and steps
  ExprPtr council_key;               // text; null if it names no council
  std::string council_column;        // the field of the list of councils in which it stands; "" is its key
  ExprPtr person_key;                // text?; null if it names no person
  bool unique_each_row = false;
  std::vector<const Field*> unique;
  ExprPtr lasts_from;  // dates over `record`
  ExprPtr lasts_to;
  ExprPtr born;        // `ages from`: a fact or a field over `record`; null if it reckons none
  bool ages_by_birthdays = false;
  Rational days_per_year;
  Unlisted unlisted = Unlisted::kReadAsBlank;
  std::string listed_in;  // path of its own records, resolved against its file; "" if none
  ExprPtr stands_for;     // number over `record`; null: each record counts 1
  std::string stands_for_unit;
  std::vector<Symbol> symbols;
  std::optional<Sample> sample;
  std::vector<std::unique_ptr<Let>> lets;  // of records and of persons, in an order in which each comes after what it uses
  std::vector<Step> steps;
  bool costs_the_square = false;  // a fact of it, as `Measure::costs_the_square`
  std::vector<std::string> refused;  // names of lets that did not compile; their uses are no mistakes
  Span span;

  const Field* field(const std::string& name) const;
  const Let* let(const std::string& name) const;
};

// ---- measures

struct Episodes {
  std::string name;
  ExprPtr from;         // a set of records
  ExprPtr begin_when;   // null: every file's records are cut into episodes
  ExprPtr join_while;
  ExprPtr stop_before;
  const Variable* record = nullptr;   // the record asked in these conditions
  const Variable* episode = nullptr;  // the episode in its own lets
  std::vector<std::unique_ptr<Let>> lets;  // Of::kRecord over `episode`
  bool per_unit = false;              // with `begin`
  Type start_type;
  Type end_type;                      // also of `the furthest end`; unknown only if no record's is known
  Span span;
};

/// A population with a name, made of everybody's records.
struct NamedPopulation {
  std::string name;
  const Collection* collection = nullptr;
  const Variable* record = nullptr;
  ExprPtr base;  // condition over `record`, or null
  std::vector<Step> steps;
  Span span;
};

enum class CountPolicy : std::uint8_t { kNothingToDecide, kCount, kDoNotCount, kStop };

/// `those where C`.
struct Those {
  ExprPtr where;
  CountPolicy policy = CountPolicy::kNothingToDecide;
};

/// One group of a dimension.
struct Band {
  std::string label;  // `18 to 64`, `65 and above`, a code, or as written
  Value from;         // one value: from == to
  std::optional<Value> to;  // none: `and above`
};

/// One `by E` of a split or tabulation.
struct Dimension {
  enum class Rest : std::uint8_t { kNothingLeft, kInTotalOnly, kLeftOut, kLabelled };
  std::string name;      // of what is split: `gender`, `age`, `accommodation.step`
  ExprPtr value;         // over the unit, or for `each E of S` over `record`
  ExprPtr each_of;       // the S, or null
  const Variable* record = nullptr;  // of S
  std::vector<Band> bands;
  Rest rest = Rest::kNothingLeft;
  std::string rest_label;
};

/// One `split by` or `tabulate by`, its dimensions crossed.
struct Breakdown {
  std::vector<Dimension> dimensions;
};

struct Show {
  enum class Unit : std::uint8_t { kPercent, kPer, kScore, kDays, kNumber };
  enum class Better : std::uint8_t { kNotSaid, kHigher, kLower, kNeither };
  Unit unit = Unit::kNumber;
  std::int64_t per = 100;     // kPer; 100 for kPercent
  std::vector<int> decimals;  // rounded to each, in order
  columns::Rounding rounding = columns::Rounding::kHalfAwayFromZero;
  Better better = Better::kNotSaid;
  bool margin_of_error = false;
  bool wilson_intervals = false;
};

struct Measure;

/// What a part computes.
enum class Shape : std::uint8_t {
  kShare,   // numerator `those where` of the denominator
  kRate,    // over a population or quantity
  kMean,
  kMedian,
  kResult,
};

/// One published figure of a measure. A measure without parts has one part without a name.
struct Part {
  std::string name;
  std::string code;
  std::string label;
  std::vector<Step> steps;  // after those of the measure
  Shape shape = Shape::kShare;
  std::optional<Those> denominator;
  std::optional<Those> numerator;
  ExprPtr numerator_quantity;  // over the file
  enum class Count : std::uint8_t { kPopulation, kDenominator, kNumerator };
  /// `numerator still_at_home.denominator`: the count of another part, group by group. Engines count nothing
  /// for it; it is filled in when figures are made.
  struct Borrowed {
    const Measure* measure = nullptr;  // null: the part's own measure
    int part = -1;                     // index in Measure::parts; -1: nothing is borrowed
    Count count = Count::kDenominator;
  };
  Borrowed numerator_from;
  Borrowed over_from;  // then `over` is null
  ExprPtr over;                // a set (counted) or a quantity
  ExprPtr over_placed_by;      // over `over_record`
  const Variable* over_record = nullptr;
  ExprPtr of;                  // mean, median, result
  std::vector<Breakdown> splits;
  std::vector<Breakdown> tabulations;
  Show show;
  bool combine_by_mean_of_councils = false;
  Span span;
};

/// The longest file that a measure which costs the square is computed for.
inline constexpr std::size_t kLongestSquare = 10'000;

struct Measure {
  std::string name;
  std::string code;
  std::string title;
  std::string purpose;
  std::string source;
  std::vector<std::string> notes;
  std::string kind;
  std::string serves;
  std::vector<const Collection*> from;  // the first is the main one
  bool weighted = false;  // by the main collection's sample
  bool unweighted = false;  // said so of a sample
  int lag_months = 0;
  std::vector<std::unique_ptr<Parameter>> parameters;
  std::vector<std::unique_ptr<Flag>> flags;
  std::vector<std::unique_ptr<Let>> lets;  // each comes after what it uses
  std::vector<std::unique_ptr<Episodes>> episodes;
  std::vector<std::unique_ptr<NamedPopulation>> named_populations;
  const Variable* unit = nullptr;  // null for a measure without a population
  std::string unit_noun;           // people, events, episodes … for counts
  ExprPtr base;                    // units that are people: a condition on the file, or null;
                                   // else a set (kWhere over `unit` and so on)
  bool unit_is_file = true;
  std::vector<Step> steps;
  /// What stands above all parts, for the verdict on a unit as a whole (`--units`, a row without part).
  std::optional<Those> denominator;
  std::optional<Those> numerator;
  std::vector<Part> parts;
  /// A place kept free: it has words, a code and a heading, no parts, and is never run.
  bool is_placeholder = false;
  /// A set of it looks at every record for every record: no file may be longer than `kLongestSquare`.
  bool costs_the_square = false;
  /// What else it can be made from, in the order in which it is tried: the same concept, of its name, code and words.
  std::vector<std::unique_ptr<Measure>> otherwise;
  std::string evidence;  // of one of these: the collection that it is made from; else ""
  Span span;

  /// All collections that it reads: those in `from`, and the frame of a weighted sample.
  std::vector<const Collection*> collections() const;
  /// Lets that give one value for each unit: those of the file and the unit, those of a record where the
  /// unit is such a record, and the episode's own. In the order in which units list them.
  std::vector<const Let*> lets_of_units() const;
  /// Other measures whose counts this one borrows: they have to be evaluated with it.
  std::vector<const Measure*> lenders() const;
  /// True if units have a verdict of their own beside those of the parts.
  bool has_parts() const { return !parts.empty() && !parts.front().name.empty(); }
};

// ---- the edition

struct Heading {
  std::string name;
  int number = 0;
  std::string text;
};

struct Mark {
  enum class Status : std::uint8_t {
    kNotCollected,
    kNotComparable,  // with earlier editions, though the definition is the same
    kWithheld,
    kLeftOut,
    kVoluntary,  // councils chose to send: no totals are made
    kCarriedForward,
    kExperimental,
  };
  std::string measure;  // or measure.part
  Status status = Status::kWithheld;
  std::string until;
  std::vector<std::string> councils;  // empty: all
  std::string because;
  Span span;
};

/// A named set of parameter and flag values.
struct Scenario {
  struct Setting {
    std::string measure;  // empty: of the edition
    std::string name;
    Value value;  // kBool for a flag
  };
  std::string name;
  std::string title;
  std::vector<Setting> settings;
};

/// What leaves is shown so: counts of 1 to below - 1 hidden, counts rounded half up (language, 5).
struct DisclosureRule {
  enum class Where : std::uint8_t { kEverywhere, kCouncils, kTotals };
  bool suppress = false;  // else round
  std::int64_t number = 0;
  Where where = Where::kEverywhere;
};

/// One edition, flattened and checked: no unresolved name can be represented in it.
struct Framework {
  std::string family;
  std::string year;
  std::string stage;
  std::string title;
  std::string source;
  std::int64_t covers_from = 0;  // day numbers
  std::int64_t covers_to = 0;
  const Collection* areas = nullptr;         // the list of councils
  std::vector<const Field*> areas_by;        // region, council_type
  bool objectives = false;
  std::vector<Heading> headings;
  std::vector<Mark> marks;
  std::vector<DisclosureRule> disclosure;
  std::vector<std::unique_ptr<Parameter>> parameters;  // of all its measures
  std::vector<std::unique_ptr<Flag>> flags;
  std::vector<Scenario> scenarios;
  std::vector<std::unique_ptr<CodeList>> code_lists;
  std::vector<std::unique_ptr<Collection>> collections;
  std::vector<std::unique_ptr<Measure>> measures;
  std::vector<std::unique_ptr<Variable>> variables;
  std::int64_t parts = 0;  // of the texts that it was checked from: what it takes of time and memory

  std::string name() const;      // `ascof 2024-25`
  std::string at_name() const;   // `ascof@2024-25`
  const Collection* collection(const std::string& name) const;
  const Measure* measure(const std::string& name) const;
};

}  // namespace assize::check
