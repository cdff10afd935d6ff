// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Populations and their steps (language, 4.1): what a step lets through is known in the next.

#include <algorithm>
#include <set>
#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

StepPolicy policy_of(syntax::StepPolicy policy) {
  switch (policy) {
    case syntax::StepPolicy::kKeep: return StepPolicy::kKeep;
    case syntax::StepPolicy::kLeaveOut: return StepPolicy::kLeaveOut;
    case syntax::StepPolicy::kStop: return StepPolicy::kStop;
    case syntax::StepPolicy::kNotSaid: return StepPolicy::kNothingToDecide;
  }
  return StepPolicy::kNothingToDecide;
}

void report_unsettled_step(Site& site, const syntax::Step& text, const Expr& when) {
  const Expr* culprit = &when;
  mentions(when, [&](const Expr& inner) {
    const bool named = inner.op == Op::kField || inner.op == Op::kLet || inner.op == Op::kFact ||
                       inner.op == Op::kAge;
    if (!named || !inner.type.may_be_unknown) return false;
    culprit = &inner;
    return true;
  });
  auto error = diagnostics::diagnose(
      culprit->span, errors::unsettled_unknown, "`" + written(site, culprit->span) + "`",
      "Those of whom it is unknown would stay or go without a word.");
  const Span after{text.when->span.file, text.when->span.end, text.when->span.end};
  error.fix(diagnostics::Confidence::kMaybe, "they stay", {{after, ", if unknown keep"}});
  error.fix(diagnostics::Confidence::kMaybe, "they are left out",
            {{after, ", if unknown leave out"}});
  site.sink.add(std::move(error));
}

void check_condition_step(Site& site, Scope& scope, const syntax::Step& text,
                          syntax::StepPolicy every_step, Step& made) {
  made.when = check_condition(site, scope, *text.when);
  if (is_poison(made.when)) return;
  const bool said_here = text.policy != syntax::StepPolicy::kNotSaid;
  const auto policy = said_here ? text.policy : every_step;
  const bool may_be_unknown = made.when->type.may_be_unknown;
  if (may_be_unknown && policy == syntax::StepPolicy::kNotSaid) {
    report_unsettled_step(site, text, *made.when);
  }
  if (may_be_unknown) made.policy = policy_of(policy);
  if (!may_be_unknown && said_here) {
    site.sink.add(diagnostics::diagnose(text.policy_span, errors::nothing_to_decide,
                                        "`" + written(site, text.when->span) + "`"));
  }
  // A step through which no unknown passes makes known what it has asked.
  const bool unknown_passes = may_be_unknown && made.policy == StepPolicy::kKeep;
  if (!unknown_passes) learn(*made.when, made.kind == Step::Kind::kKeep, scope.known);
}

// A record stands in one episode only: `lowest id of records` tells episodes apart where `id` is unique.
bool asks_a_unique_field(const Expr& value, const Collection& collection) {
  if (value.op == Op::kLet && value.let->value) return asks_a_unique_field(*value.let->value, collection);
  return value.op == Op::kExtreme && value.args[0]->op == Op::kEpisodeRecords &&
         value.args[1]->op == Op::kField && collection.unique.size() == 1 &&
         value.args[1]->field == collection.unique.front();
}

bool is_field(const Expr& expr, const ExprPtr& field) {
  return field && field->op == Op::kField && expr.op == Op::kField && expr.field == field->field;
}

// Whether a set holds only records that end on or after their start.
bool has_proper_spans(const Expr& set, const Collection& collection) {
  if (set.op == Op::kLet && set.let->value) return has_proper_spans(*set.let->value, collection);
  if (set.op == Op::kWith) return has_proper_spans(*set.args[0], collection);
  if (set.op != Op::kWhere) return false;
  const auto says_so = [&](auto&& self, const Expr& condition) -> bool {
    if (condition.op == Op::kAnd) {
      return std::any_of(condition.args.begin(), condition.args.end(),
                         [&](const ExprPtr& arg) { return self(self, *arg); });
    }
    const bool at_least = condition.op == Op::kMoreOrEqual;
    if (!at_least && condition.op != Op::kLessOrEqual) return false;
    const Expr& later = *condition.args[at_least ? 0 : 1];
    const Expr& earlier = *condition.args[at_least ? 1 : 0];
    return is_field(later, collection.lasts_to) && is_field(earlier, collection.lasts_from);
  };
  return says_so(says_so, *set.args[1]) || has_proper_spans(*set.args[0], collection);
}

bool is_no_negative(const Expr& days) {
  if (days.op == Op::kConst) return days.value.whole >= 0;
  return days.op == Op::kParameter && days.parameter->from && days.parameter->from->whole >= 0;
}

// Two episodes never start on one day if whatever starts by the furthest end joins, and no record ends before
// it starts.
bool starts_differ(const Episodes& episodes) {
  const Collection& collection = *episodes.from->type.subject.collection;
  const Expr* join = episodes.join_while.get();
  if (!join || join->op != Op::kLessOrEqual || !is_field(*join->args[0], collection.lasts_from)) return false;
  const Expr* end = join->args[1].get();
  if (end->op == Op::kAdd && is_no_negative(*end->args[1])) end = end->args[0].get();
  return end->op == Op::kFurthestEnd && has_proper_spans(*episodes.from, collection);
}

void check_tie_of_episodes(Site& site, const Episodes& episodes, const syntax::Step& text,
                           const std::vector<Key>& keys) {
  if (episodes.per_unit || keys.size() < text.keys.size()) return;
  const Collection& collection = *episodes.from->type.subject.collection;
  for (const Key& key : keys) {
    if (key.kind != Key::Kind::kPick || !key.value) continue;
    if (key.value->op == Op::kEpisodeStart && starts_differ(episodes)) return;
    if (asks_a_unique_field(*key.value, collection)) return;
  }
  auto error = diagnostics::diagnose(text.span, errors::open_tie,
                                     "`keep one per` \"" + text.label.value + "\"");
  if (collection.unique.size() == 1) {
    const std::string& field = collection.unique.front()->name;
    const std::uint32_t end = text.keys.empty() ? text.span.end : text.keys.back().span.end;
    error.fix(diagnostics::Confidence::kMaybe, "add a key that settles it",
              {{{text.span.file, end, end},
                " then lowest (lowest " + field + " of " + episodes.name + ".records)"}});
  }
  site.sink.add(std::move(error));
}

// `keep one per person … with KEYS`: one unit of the file stays, so the keys must leave no tie.
void check_keep_one(Site& site, const Scope& scope, const syntax::Step& text, Step& made) {
  const Variable* unit = scope.under_test;
  if (!unit) {
    site.sink.add(diagnostics::diagnose(text.span, errors::clauses_clash,
                                        "`keep one per` needs units of which a file has several"));
    return;
  }
  made.per_file = text.per.empty();
  for (const syntax::Name& per : text.per) {
    made.per_person = made.per_person || per.text == "person";
    made.per_council = made.per_council || per.text == "council";
    if (per.text == "person" || per.text == "council") {
      made.per_file = true;
      continue;
    }
    syntax::Path path;
    path.names.push_back(per);
    path.span = per.span;
    ExprPtr value = check_path(site, scope, path, {});
    if (!is_poison(value)) made.per.push_back(std::move(value));
  }
  made.variable = unit;
  made.keys = check_keys(site, scope, text.keys);
  if (unit->subject.what == Subject::What::kEpisode) {
    check_tie_of_episodes(site, *unit->subject.episodes, text, made.keys);
    return;
  }
  if (unit->subject.what != Subject::What::kRecord) return;
  const auto& unique = unit->subject.collection->unique;
  for (const Field* field : unique) {
    bool found = false;
    for (const Key& key : made.keys) {
      found = found || (key.kind == Key::Kind::kPick && key.value && key.value->op == Op::kField &&
                        key.value->field == field);
    }
    if (found) continue;
    const std::uint32_t end = text.keys.empty() ? text.span.end : text.keys.back().span.end;
    site.sink.add(diagnostics::diagnose(text.span, errors::open_tie,
                                        "`keep one per` \"" + text.label.value + "\"")
                      .fix(diagnostics::Confidence::kMaybe, "add a key that settles it",
                           {{{text.span.file, end, end}, " then highest " + field->name}}));
    return;
  }
}

}  // namespace

std::vector<Step> check_steps(Site& site, Scope& scope, const std::vector<syntax::Step>& steps,
                              syntax::StepPolicy every_step) {
  std::vector<Step> made;
  std::set<std::string> labels;
  for (const syntax::Step& text : steps) {
    Step step;
    step.label = text.label.value;
    step.span = text.span;
    step.variable = scope.under_test;
    scope.known.share();
    if (!labels.insert(step.label).second) {
      site.sink.add(diagnostics::diagnose(text.label.span, errors::declared_twice, "step", step.label));
    }
    switch (text.kind) {
      case syntax::Step::Kind::kLeaveOut:
      case syntax::Step::Kind::kKeep:
        step.kind = text.kind == syntax::Step::Kind::kKeep ? Step::Kind::kKeep : Step::Kind::kLeaveOut;
        check_condition_step(site, scope, text, every_step, step);
        if (is_poison(step.when)) continue;
        break;
      case syntax::Step::Kind::kKeepOnePer:
        step.kind = Step::Kind::kKeepOnePer;
        check_keep_one(site, scope, text, step);
        break;
    }
    made.push_back(std::move(step));
  }
  return made;
}

NamedPopulation* need_population(Site& site, const std::string& name) {
  PopulationEntry& entry = site.populations.at(name);
  if (entry.state == LetEntry::State::kDone) return entry.checked;
  if (entry.state == LetEntry::State::kOpen) {
    site.sink.add(diagnostics::diagnose(entry.text->name->span, errors::depends_on_itself, name));
    return nullptr;
  }
  const OpenName open(site, *entry.text->name);
  if (open.is_too_deep()) return nullptr;
  entry.state = LetEntry::State::kOpen;
  const syntax::Population& text = *entry.text;
  auto made = std::make_unique<NamedPopulation>();
  made->name = site.prefix + name;
  made->span = text.span;
  Scope scope;
  scope.bare_plural_allowed = true;
  const Variable* unit = nullptr;
  CheckedSet set;
  if (text.base) set = check_set_for(site, scope, *text.base, &unit);
  entry.state = LetEntry::State::kDone;
  if (!set.expr) return nullptr;
  const Subject subject = set.expr->type.subject;
  const bool plain = set.expr->op == Op::kAllRecords ||
                     (set.expr->op == Op::kWhere && set.expr->args[0]->op == Op::kAllRecords);
  if (subject.what != Subject::What::kRecord || !plain) {
    site.sink.add(diagnostics::diagnose(text.span, errors::not_built_yet,
                                        "a named population made of anything but `records where …`"));
    return nullptr;
  }
  made->collection = subject.collection;
  made->record = unit ? unit : make_variable(site, set.name, subject);
  Scope steps = Scope{}.inside(made->record);
  if (set.expr->op == Op::kWhere) {
    made->base = std::move(set.expr->args[1]);
    learn(*made->base, true, steps.known);
  }
  made->steps = check_steps(site, steps, text.steps, text.every_step);
  entry.checked = made.get();
  site.measure->named_populations.push_back(std::move(made));
  return entry.checked;
}

}  // namespace assize::check
