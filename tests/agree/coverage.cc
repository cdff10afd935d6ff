// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/coverage.h"

namespace assize::agree {
namespace {

using check::Op;

// In the order of check::Op; its poison is never met.
const std::vector<const char*> kOps = {
    "kPoison",        "kConst",        "kParameter",     "kFlag",       "kCouncil",        "kPeriodStart",
    "kPeriodEnd",     "kField",        "kLet",           "kFact",       "kStepOf",         "kEpisodeStart",
    "kEpisodeEnd",    "kFurthestEnd",  "kPreviousEnd",   "kScore",      "kWiden",          "kNot",
    "kAnd",           "kOr",           "kIs",            "kInGroup",    "kInValues",       "kInRange",
    "kLess",          "kLessOrEqual",  "kMore",          "kMoreOrEqual", "kIsKnown",       "kIsOpen",
    "kIsNone",        "kStartsWith",   "kOverlaps",      "kInside",     "kWithin",         "kAdd",
    "kSubtract",      "kMultiply",     "kDivide",        "kNegative",   "kConcat",         "kAge",
    "kYear",          "kMonthLength",  "kShift",         "kFallback",   "kFileRecords",    "kAllRecords",
    "kNamedPopulation", "kEpisodeSet", "kEpisodeRecords", "kWhere",     "kWith",           "kAny",
    "kNoneOf",        "kCount",        "kCountDifferent", "kExtreme",   "kTotal",          "kExtremeOfList",
    "kBest",          "kBestOfList",   "kThe"};

const char* const kPicks[] = {"latest", "earliest", "highest", "lowest"};
const char* const kWindows[] = {"after", "before", "of"};
const char* const kStepPolicies[] = {"nothing", "keep", "leave out", "stop"};
const char* const kCountPolicies[] = {"nothing", "count", "do not count", "stop"};
const char* const kCasePolicies[] = {"nothing", "try next", "stop"};
const char* const kRests[] = {"nothing left", "in total only", "left out", "labelled"};
const char* const kShapes[] = {"share", "rate", "mean", "median", "result"};

/// Walks a measure and all it rests on, once each.
class Walk {
 public:
  std::set<std::string> found;

  void measure(const check::Measure& measure);

 private:
  void add(const std::string& name) { found.insert(name); }
  void expression(const check::Expr* expr);
  void details(const check::Expr& expr);
  void keys(const std::vector<check::Key>& keys);
  void let(const check::Let& let);
  void steps(const std::vector<check::Step>& steps, const std::string& of);
  void those(const check::Those& those, const std::string& what);
  void breakdown(const check::Breakdown& breakdown, const std::string& what);
  void part(const check::Part& part);

  std::set<const void*> seen_;
};

void Walk::keys(const std::vector<check::Key>& keys) {
  for (const check::Key& key : keys) {
    switch (key.kind) {
      case check::Key::Kind::kPick:
        add(std::string("key ") + kPicks[static_cast<int>(key.pick)]);
        if (key.value->type.may_be_unknown) add(key.unknown_first ? "key unknown first" : "key unknown last");
        break;
      case check::Key::Kind::kBest: add("key best"); break;
      case check::Key::Kind::kPreferring: add("key preferring"); break;
    }
    expression(key.value.get());
  }
}

void Walk::details(const check::Expr& expr) {
  const auto at = static_cast<std::size_t>(expr.op);
  add(at < kOps.size() ? kOps[at] : "an expression of number " + std::to_string(at));
  if (expr.op == Op::kWithin) add(std::string("window ") + kWindows[static_cast<int>(expr.window)]);
  if (expr.op == Op::kExtreme || expr.op == Op::kExtremeOfList) {
    add(std::string("pick ") + kPicks[static_cast<int>(expr.pick)]);
    if (expr.known) add("pick of known");
  }
  if (expr.op == Op::kAge) add(expr.by_birthdays ? "age by birthdays" : "age by length");
  if (expr.op == Op::kShift) add(expr.round_up ? "shift up" : "shift down");
  if (expr.op == Op::kFileRecords && expr.in_every_council) add("in every council");
  if (expr.op == Op::kFact && expr.variable != nullptr) add("fact of a record");
  if (expr.op == Op::kLet && expr.variable != nullptr) add("let of a record");
  if (expr.op == Op::kThe) add(expr.args.size() > 2 ? "the, if they differ" : "the, without a tie");
  if (expr.op == Op::kCount && expr.args[0]->type.subject.what == check::Subject::What::kEpisode) add("number of episodes");
}

void Walk::expression(const check::Expr* expr) {
  if (expr == nullptr || !seen_.insert(expr).second) return;
  details(*expr);
  for (const check::ExprPtr& arg : expr->args) expression(arg.get());
  keys(expr->keys);
  if (expr->let != nullptr) let(*expr->let);
}

void Walk::let(const check::Let& let) {
  if (!seen_.insert(&let).second) return;
  if (let.of == check::Let::Of::kUnit) add("let of a unit");
  if (let.mentions_unit) add("let of a record that mentions the unit");
  expression(let.value.get());
  for (const check::Case& one : let.cases) {
    add(std::string("case: ") + kCasePolicies[static_cast<int>(one.policy)]);
    if (one.when == nullptr && &one != &let.cases.back()) add("case that holds if known");
    expression(one.when.get());
    expression(one.gives.get());
  }
}

void Walk::steps(const std::vector<check::Step>& steps, const std::string& of) {
  for (const check::Step& step : steps) {
    if (step.kind == check::Step::Kind::kKeepOnePer) {
      add("keep one per");
    } else {
      add(of + (step.kind == check::Step::Kind::kKeep ? " keep" : " leave out"));
      add(std::string("step: ") + kStepPolicies[static_cast<int>(step.policy)]);
    }
    expression(step.when.get());
    for (const check::ExprPtr& per : step.per) expression(per.get());
    keys(step.keys);
  }
}

void Walk::those(const check::Those& those, const std::string& what) {
  add(what + ": " + kCountPolicies[static_cast<int>(those.policy)]);
  expression(those.where.get());
}

void Walk::breakdown(const check::Breakdown& breakdown, const std::string& what) {
  add(what);
  if (breakdown.dimensions.size() > 1) add(what + " crossed");
  for (const check::Dimension& dimension : breakdown.dimensions) {
    add("rest " + std::string(kRests[static_cast<int>(dimension.rest)]));
    if (dimension.each_of) add(what + " by each");
    expression(dimension.value.get());
    expression(dimension.each_of.get());
  }
}

void Walk::part(const check::Part& part) {
  add(std::string("shape ") + kShapes[static_cast<int>(part.shape)]);
  steps(part.steps, "step of a part");
  if (part.denominator) those(*part.denominator, "denominator");
  if (part.numerator) those(*part.numerator, "numerator");
  if (part.numerator_quantity) add("numerator quantity");
  if (part.numerator_from.part >= 0) add("numerator of another part");
  if (part.over) add(part.over->type.base == check::Base::kSet ? "over a set" : "over a quantity");
  if (part.over_placed_by) add("placed by");
  for (const check::ExprPtr* expr : {&part.numerator_quantity, &part.over, &part.over_placed_by, &part.of}) {
    expression(expr->get());
  }
  for (const check::Breakdown& split : part.splits) breakdown(split, "split");
  for (const check::Breakdown& tabulation : part.tabulations) breakdown(tabulation, "tabulation");
}

void Walk::measure(const check::Measure& measure) {
  if (measure.lag_months > 0) add("lag");
  if (measure.unit_is_file && !measure.unit_noun.empty()) add("units: people");
  if (measure.unit_noun.empty()) add("units: none");
  if (measure.unit != nullptr) {
    add(measure.unit->subject.what == check::Subject::What::kEpisode ? "units: episodes" : "units: records");
  }
  for (const auto& let : measure.lets) this->let(*let);
  for (const auto& episodes : measure.episodes) {
    add(episodes->per_unit ? "episodes of a unit" : "episodes of a file");
    if (episodes->stop_before) add("stop before");
    for (const check::ExprPtr* expr :
         {&episodes->from, &episodes->begin_when, &episodes->join_while, &episodes->stop_before}) {
      expression(expr->get());
    }
    for (const auto& let : episodes->lets) this->let(*let);
  }
  for (const auto& population : measure.named_populations) {
    add("named population");
    expression(population->base.get());
    steps(population->steps, "step of a named population");
  }
  expression(measure.base.get());
  steps(measure.steps, "step");
  for (const check::Part& part : measure.parts) this->part(part);
}

}  // namespace

std::set<std::string> constructs_of(const check::Measure& measure) {
  Walk walk;
  walk.measure(measure);
  return walk.found;
}

std::vector<std::string> all_constructs() {
  std::vector<std::string> all(kOps.begin() + 1, kOps.end());
  const auto add = [&](const std::string& stem, const auto& words) {
    for (const char* word : words) all.push_back(stem + word);
  };
  add("pick ", kPicks);
  add("key ", kPicks);
  add("window ", kWindows);
  add("step: ", kStepPolicies);
  add("numerator: ", kCountPolicies);
  add("denominator: ", kCountPolicies);
  add("case: ", kCasePolicies);
  add("rest ", kRests);
  add("shape ", kShapes);
  for (const char* more :
       {"key best", "key preferring", "key unknown first", "key unknown last", "pick of known", "age by birthdays",
        "age by length", "shift up", "shift down", "in every council", "fact of a record", "let of a record",
        "let of a unit", "let of a record that mentions the unit", "the, if they differ", "the, without a tie",
        "number of episodes", "case that holds if known", "keep one per", "step keep", "step leave out",
        "step of a part keep", "step of a part leave out", "step of a named population keep",
        "step of a named population leave out", "split", "split crossed", "split by each", "tabulation",
        "tabulation crossed", "numerator quantity", "numerator of another part", "over a set", "over a quantity",
        "placed by", "lag", "units: people", "units: records", "units: episodes", "units: none", "episodes of a unit",
        "episodes of a file", "stop before", "named population"}) {
    all.emplace_back(more);
  }
  return all;
}

}  // namespace assize::agree
