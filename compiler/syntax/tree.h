// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "compiler/syntax/expr.h"

namespace assize::syntax {

/// A piece of the file as the lexer saw it, hidden ones (comments, white space) included, so that the
/// pieces one after another are the file.
struct Token {
  enum class Kind : std::uint8_t { kWord, kName, kNumber, kDate, kYear, kCode, kText, kRow, kSign, kComment, kSpace };
  Kind kind = Kind::kSign;
  Span span;
};

/// `title "…"`, `source "…"`, `note "…"`, `purpose "…"`.
struct Doc {
  enum class Kind : std::uint8_t { kTitle, kPurpose, kSource, kNote };
  Kind kind = Kind::kNote;
  Text text;
  Span span;
};

/// One cell of a table: outer blanks taken off; blank cells have an empty span at their place.
struct Cell {
  std::string text;
  Span span;
};

/// A table: the first row is the header; the others have as many cells as it (else E0104).
struct Table {
  std::vector<Cell> header;
  std::vector<std::vector<Cell>> rows;
  Span span;
};

struct EditionName {
  Name family;
  std::string year;  // 2024-25
  std::optional<Name> stage;
  Span span;
};

// ---- code lists

struct Retire {
  std::vector<Path> what;
  std::optional<Name> into;
  Text because;
  Span span;
};

struct CodeList {
  Name name;
  std::optional<int> release;
  Span release_span;
  std::vector<Name> includes;
  std::optional<int> revises;
  std::vector<Doc> docs;
  Table table;
  std::vector<Text> unmapped;
  std::vector<Retire> retired;
  Span span;
};

// ---- policies for unknowns

enum class CasePolicy : std::uint8_t { kNotSaid, kTryNext, kStop };
enum class StepPolicy : std::uint8_t { kNotSaid, kKeep, kLeaveOut, kStop };
enum class CountPolicy : std::uint8_t { kNotSaid, kCount, kDoNotCount, kStop };

/// `placed before x`, `placed after "label"`.
struct Placed {
  bool before = true;
  std::string where;
  Span span;
};

// ---- fields, lets, episodes

/// The type as written: `service_type release 2?`, `date or still open`.
struct TypeName {
  Name name;  // number, decimal, `yes or no` (text "yes or no"), date, text, or a code list …
  std::optional<int> release;
  bool or_open = false;
  bool or_none = false;
  bool may_be_unknown = false;
  Span span;
};

struct Field {
  Name name;
  std::optional<TypeName> type;
  std::vector<Text> columns;
  std::optional<int> on_day;
  std::optional<Name> blank_is;  // open, none, unknown or a code
  Span span;
};

struct Case {
  std::optional<Name> name;  // none: `otherwise`
  ExprPtr gives;
  ExprPtr when;  // may be null
  CasePolicy policy = CasePolicy::kNotSaid;
  Span policy_span;
  std::optional<Placed> placed;
  Span span;
};

struct Drop {
  std::vector<Name> names;      // of lets, cases, parameters
  std::optional<Text> label;    // of a step
  Span span;
};

struct Let {
  enum class Body : std::uint8_t { kExpression, kCases, kTable };
  Name name;
  std::optional<Name> of;  // singular of a collection, or `person`
  std::optional<TypeName> type;
  Body body = Body::kExpression;
  bool has_chooser = false;  // `by the first …`; only an amendment may leave it out
  CasePolicy policy = CasePolicy::kNotSaid;
  Span policy_span;
  ExprPtr value;            // kExpression
  std::vector<Case> cases;  // kCases, `otherwise` among them; kTable: `otherwise` alone
  std::vector<Drop> drops;
  Table table;  // kTable
  Span span;
};

struct Episodes {
  Name name;
  ExprPtr from;  // null in an amendment
  std::vector<ExprPtr> begin_when;
  std::vector<ExprPtr> join_while;
  std::vector<ExprPtr> stop_before;
  std::vector<Let> lets;
  Span span;
};

// ---- populations

struct Step {
  enum class Kind : std::uint8_t { kLeaveOut, kKeep, kKeepOnePer };
  Kind kind = Kind::kLeaveOut;
  Text label;
  ExprPtr when;
  std::vector<Name> per;   // kKeepOnePer
  std::vector<Key> keys;   // kKeepOnePer
  StepPolicy policy = StepPolicy::kNotSaid;
  Span policy_span;
  std::optional<Placed> placed;
  Span span;
};

struct Population {
  std::optional<Name> name;  // a named population
  ExprPtr base;              // null in an amendment
  StepPolicy every_step = StepPolicy::kNotSaid;
  Span every_step_span;
  std::vector<Step> steps;
  std::vector<Drop> drops;
  Span span;
};

struct Those {
  ExprPtr where;
  CountPolicy policy = CountPolicy::kNotSaid;
  Span policy_span;
  Span span;
};

/// `numerator those where …` or `numerator QUANTITY`.
struct Numerator {
  std::optional<Those> those;
  ExprPtr quantity;
  Span span;
};

struct Over {
  ExprPtr what;
  std::optional<Path> placed_by;
  Span span;
};

struct Band {
  ExprPtr from;
  ExprPtr to;  // null: one value, or `and above`
  bool and_above = false;
  std::optional<Text> label;
  Span span;
};

struct Dimension {
  enum class Rest : std::uint8_t { kNotSaid, kInTotalOnly, kLeftOut, kLabelled };
  ExprPtr value;     // the E; for `each E of S` the body
  ExprPtr each_of;   // the S of `each E of S`, or null
  std::vector<Band> bands;
  Rest rest = Rest::kNotSaid;
  std::optional<Text> rest_label;
  Span span;
};

/// `split by … and by …` or `tabulate by … and by …`.
struct Breakdown {
  bool tabulate = false;
  std::vector<Dimension> dimensions;
  Span span;
};

struct Show {
  enum class Unit : std::uint8_t { kPercent, kPer, kScore, kDays, kNumber };
  Unit unit = Unit::kNumber;
  std::string per;       // kPer: digits without `_`
  ExprPtr score_from;    // kScore
  ExprPtr score_to;
  std::vector<int> decimals;  // `to 2 then 1 decimals`: 2, 1
  std::optional<Name> half;     // `half even`
  std::optional<Name> rounded;  // `rounded down`
  std::optional<Name> better;  // higher, lower, neither
  bool margin_of_error = false;
  std::optional<Name> intervals;
  Span span;
};

struct Parameter {
  Name name;
  ExprPtr value;
  ExprPtr from;  // bounds, may be null
  ExprPtr to;
  std::optional<Text> why;
  Span span;
};

struct Flag {
  Name name;
  bool value = false;
  std::string decide_by;  // a date
  Text because;
  Span span;
};

struct Follows {
  Path what;
  EditionName in;
  std::optional<Text> because;
  Span span;
};

struct Code {
  std::string text;
  Span span;
};

/// What stands in the braces of a measure or a part, by kind, each kind in reading order.
struct MeasureBody {
  std::vector<Doc> docs;
  std::optional<Name> kind;
  std::optional<Name> serves;
  std::vector<Follows> follows;
  std::vector<Name> from;
  enum class Weighting : std::uint8_t { kNotSaid, kWeighted, kUnweighted };
  Weighting weighting = Weighting::kNotSaid;
  ExprPtr lag;
  std::vector<Parameter> parameters;
  std::vector<Flag> flags;
  std::vector<Let> lets;
  std::vector<Episodes> episodes;
  std::vector<Population> populations;  // named ones and at most one without a name
  std::optional<Those> denominator;
  std::optional<Numerator> numerator;
  std::optional<Over> over;
  ExprPtr mean_of;
  ExprPtr median_of;
  ExprPtr result;
  std::vector<Breakdown> breakdowns;
  bool combine_by_mean_of_councils = false;
  bool placeholder = false;  // nothing can be computed of it yet
  std::optional<Show> show;
  std::vector<Step> steps;  // of a part: added to the population of its measure
  std::vector<Drop> drops;
  /// Clauses written twice where one is allowed: the later ones' spans, to be refused by the check.
  std::vector<Span> repeated;
};

struct Part {
  Name name;
  std::optional<Code> code;
  std::optional<Text> label;
  MeasureBody body;
  Span span;
};

/// `otherwise from …`: what else a measure can be made from.
struct Evidence {
  MeasureBody body;  // its `from` included
  std::vector<Part> parts;
  Span span;
};

struct Measure {
  Name name;
  std::optional<Code> code;
  MeasureBody body;
  std::vector<Part> parts;
  std::vector<Evidence> otherwise;  // in the order in which they are tried
  Span span;
};

// ---- collections

struct Identify {
  Name what;  // council or person
  ExprPtr by;
  std::optional<Name> as;
  Span span;
};

struct Symbols {
  enum class Status : std::uint8_t { kWithheld, kNotSubmitted, kNotApplicable };
  std::vector<Text> texts;
  Status status = Status::kWithheld;
  Span span;
};

struct Collection {
  Name name;
  std::vector<Doc> docs;
  std::optional<Name> plural;
  std::optional<Name> singular;
  std::vector<Identify> identify;
  std::optional<Text> listed_in;
  bool unique_each_row = false;
  std::vector<Name> unique;
  Span unique_span;
  ExprPtr lasts_from;
  ExprPtr lasts_to;
  std::optional<Name> ages_from;
  ExprPtr ages_reckoning;  // a kReckoning
  enum class Unlisted : std::uint8_t { kNotSaid, kReadAsBlank, kRefuseTheRow };
  Unlisted unlisted = Unlisted::kNotSaid;
  std::vector<Symbols> symbols;
  ExprPtr stands_for;
  std::optional<Name> stands_for_unit;
  std::vector<Name> sample_by;
  std::optional<Path> sample_out_of;
  std::vector<Field> fields;
  std::vector<Let> lets;
  std::vector<Step> steps;
  std::vector<Drop> drops;
  Span span;
};

// ---- editions, scenarios

struct Heading {
  Name name;
  int number = 0;
  Text text;
  Span span;
};

struct Headings {
  bool objectives = false;  // else domains
  bool replaces = false;    // `replace domains with objectives`
  std::vector<Heading> headings;
  Span span;
};

struct Renumber {
  Path what;
  Code code;
  std::optional<Name> under;
  Span span;
};

struct Reuse {
  std::vector<Code> codes;
  Text because;
  Span span;
};

struct Mark {
  enum class Status : std::uint8_t {
    kNotCollected, kNotComparable, kWithheld, kLeftOut, kVoluntary, kCarriedForward, kExperimental
  };
  std::vector<Path> what;
  Status status = Status::kWithheld;
  std::string until;  // kExperimental: a date
  std::vector<Text> councils;
  Text because;
  Span span;
};

struct Disclosure {
  struct Rule {
    bool suppress = false;  // else round
    int number = 0;
    enum class Where : std::uint8_t { kEverywhere, kCouncils, kTotals } where = Where::kEverywhere;
    Span span;
  };
  std::vector<Rule> rules;
  Span span;
};

struct CodesRelease {
  Name collection;
  int release = 0;
  Span span;
};

struct ReviseMeasure {
  Path what;
  Text because;
  MeasureBody body;
  std::vector<Part> parts;
  std::vector<Evidence> otherwise;
  Span span;
};

struct ReviseCollection {
  Collection changes;  // name: the collection; only what is changed
  Text because;
  Span span;
};

struct Edition {
  EditionName name;
  std::optional<EditionName> revises;
  std::vector<Doc> docs;
  ExprPtr covers_from;
  ExprPtr covers_to;
  std::vector<CodesRelease> codes;
  std::optional<Name> areas_from;
  std::vector<Name> areas_by;
  std::vector<Headings> headings;
  std::vector<Parameter> parameters;
  std::vector<Flag> flags;
  std::vector<Path> introduced;
  std::vector<Measure> introduced_measures;
  std::vector<Retire> retired;
  std::vector<Retire> redefined;  // `redefine`: without `into`
  std::vector<Renumber> renumbered;
  std::vector<Reuse> reused;
  std::vector<ReviseMeasure> revised_measures;
  std::vector<ReviseCollection> revised_collections;
  std::vector<Mark> marks;
  std::optional<Disclosure> disclosure;
  Span span;
};

struct Set {
  Path what;
  ExprPtr value;
  Span span;
};

struct Scenario {
  Name name;
  EditionName of;
  std::vector<Doc> docs;
  std::vector<Set> sets;
  Span span;
};

// ---- tests

/// `name = value` after `with`.
struct Setting {
  Name name;
  ExprPtr value;
  Span span;
};

struct Given {
  Name what;  // a collection, or `people`
  std::vector<Setting> with;
  Table table;
  Span span;
};

struct Expect {
  std::optional<Name> each;  // singular or episodes' name
  std::optional<EditionName> in;
  std::vector<Setting> with;
  Table table;
  Span span;
};

struct Test {
  Text title;
  Path of;
  EditionName in;
  ExprPtr covers_from;
  ExprPtr covers_to;
  std::vector<Given> given;
  std::vector<Expect> expect;
  Span span;
};

struct Use {
  Text path;
  Span span;
};

/// One file as its author wrote it, nothing guessed. Tokens give the file back, byte for byte.
struct Tree {
  source::FileId file = 0;
  std::vector<Token> tokens;
  std::vector<Use> uses;
  std::vector<CodeList> code_lists;
  std::vector<Collection> collections;
  std::vector<Measure> measures;
  std::vector<Edition> editions;
  std::vector<Scenario> scenarios;
  std::vector<Test> tests;
  /// Where something could not be read, and the names that this file declares, those included whose clause
  /// is lost. Both are empty for a file without mistakes.
  std::vector<Span> mistakes;
  std::set<std::string> lost;
  /// An expression standing alone, as `assize eval` parses it.
  ExprPtr expression;
};

}  // namespace assize::syntax
