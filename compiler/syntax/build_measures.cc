// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: measures, parts, populations and what is counted.

#include <utility>

#include "compiler/syntax/antlr.h"

namespace assize::syntax {
namespace {

bool is_set(const ExprPtr& place) { return place != nullptr; }
bool is_set(bool place) { return place; }
template <class T>
bool is_set(const std::optional<T>& place) {
  return place.has_value();
}
template <class T>
bool is_set(const std::vector<T>& place) {
  return !place.empty();
}

}  // namespace

/// True if a clause that may stand once has not stood yet; else notes where it is repeated.
template <class Place>
bool Builder::is_free(const Place& place, antlr4::ParserRuleContext* now, MeasureBody& in) const {
  if (!is_set(place)) return true;
  in.repeated.push_back(places_.of(now));
  return false;
}

Measure Builder::measure(P::MeasureContext* context) {
  Measure made;
  made.name = name(context->name());
  made.span = span(context);
  if (context->code() != nullptr) made.code = code(context->code());
  measure_body(context->measureBody(), made.body, made.parts, made.otherwise);
  return made;
}

void Builder::measure_body(P::MeasureBodyContext* context, MeasureBody& to,
                           std::vector<Part>& parts, std::vector<Evidence>& otherwise) {
  for (P::MeasureItemContext* item : context->measureItem()) {
    if (!was_read(item)) continue;
    if (item->clause() != nullptr) clause(item->clause(), to);
    if (item->part() != nullptr) parts.push_back(part(item->part()));
    if (item->evidence() != nullptr) otherwise.push_back(evidence(item->evidence()));
  }
}

Evidence Builder::evidence(P::EvidenceContext* context) {
  Evidence made;
  made.span = span(context);
  from(context->from(), made.body);
  for (P::EvidenceItemContext* item : context->evidenceBody()->evidenceItem()) {
    if (!was_read(item)) continue;
    if (item->clause() != nullptr) clause(item->clause(), made.body);
    if (item->part() != nullptr) made.parts.push_back(part(item->part()));
  }
  return made;
}

void Builder::from(P::FromContext* context, MeasureBody& to) const {
  to.from = names(context->name());
  if (context->weighting == nullptr) return;
  const bool weighted = context->weighting->getType() == P::WEIGHTED;
  to.weighting =
      weighted ? MeasureBody::Weighting::kWeighted : MeasureBody::Weighting::kUnweighted;
}

Part Builder::part(P::PartContext* context) {
  Part made;
  made.name = name(context->name());
  made.span = span(context);
  if (context->code() != nullptr) made.code = code(context->code());
  if (context->label != nullptr) made.label = text(context->label);
  for (P::PartItemContext* item : context->partBody()->partItem()) {
    if (was_read(item)) clause(item->clause(), made.body);
  }
  return made;
}

void Builder::clause(P::ClauseContext* context, MeasureBody& to) {
  if (clause_about_file(context, to) || clause_of_population(context, to)) return;
  clause_of_value(context, to);
}

bool Builder::clause_about_file(P::ClauseContext* context, MeasureBody& to) {
  if (auto* it = context->doc()) {
    to.docs.push_back(doc(it));
  } else if (auto* kind = context->kind()) {
    if (is_free(to.kind, kind, to)) to.kind = name(kind->name());
  } else if (auto* serves = context->serves()) {
    if (is_free(to.serves, serves, to)) to.serves = name(serves->name());
  } else if (auto* lineage = context->follows()) {
    to.follows.push_back(follows(lineage));
  } else if (auto* line = context->from()) {
    if (is_free(to.from, line, to)) from(line, to);
  } else if (auto* lag = context->lag()) {
    if (is_free(to.lag, lag, to)) to.lag = sum(lag->sum());
  } else if (auto* it_parameter = context->parameter()) {
    to.parameters.push_back(parameter(it_parameter));
  } else if (auto* it_flag = context->flag()) {
    to.flags.push_back(flag(it_flag));
  } else if (auto* it_let = context->let()) {
    to.lets.push_back(let(it_let));
  } else if (auto* it_episodes = context->episodes()) {
    to.episodes.push_back(episodes(it_episodes));
  } else {
    return false;
  }
  return true;
}

bool Builder::clause_of_population(P::ClauseContext* context, MeasureBody& to) {
  if (auto* it = context->population()) {
    Population made = population(it);
    if (!made.name) {
      for (const Population& other : to.populations) {
        if (other.name) continue;
        to.repeated.push_back(made.span);
        return true;
      }
    }
    to.populations.push_back(std::move(made));
  } else if (auto* below = context->denominator()) {
    if (is_free(to.denominator, below, to)) to.denominator = those(below->those());
  } else if (auto* above = context->numerator()) {
    if (is_free(to.numerator, above, to)) to.numerator = numerator(above);
  } else if (auto* it_step = context->step()) {
    step(it_step, to.steps, to.drops);
  } else {
    return false;
  }
  return true;
}

bool Builder::clause_of_value(P::ClauseContext* context, MeasureBody& to) {
  if (auto* over = context->over()) {
    if (!is_free(to.over, over, to)) return true;
    Over made{expression(over->expression()), std::nullopt, span(over)};
    if (over->path() != nullptr) made.placed_by = path(over->path());
    to.over = std::move(made);
  } else if (auto* mean = context->mean()) {
    if (is_free(to.mean_of, mean, to)) to.mean_of = sum(mean->sum());
  } else if (auto* median = context->median()) {
    if (is_free(to.median_of, median, to)) to.median_of = sum(median->sum());
  } else if (auto* result = context->result()) {
    if (is_free(to.result, result, to)) to.result = expression(result->expression());
  } else if (auto* split = context->breakdown()) {
    to.breakdowns.push_back(breakdown(split));
  } else if (auto* placeholder = context->placeholder()) {
    if (is_free(to.placeholder, placeholder, to)) to.placeholder = true;
  } else if (auto* combine = context->combine()) {
    if (is_free(to.combine_by_mean_of_councils, combine, to)) to.combine_by_mean_of_councils = true;
  } else if (auto* shown = context->show()) {
    if (is_free(to.show, shown, to)) to.show = show(shown);
  } else {
    return false;
  }
  return true;
}

Follows Builder::follows(P::FollowsContext* context) const {
  Follows made{path(context->path()), edition_name(context->editionName()), std::nullopt,
               span(context)};
  if (context->because() != nullptr) made.because = because(context->because());
  return made;
}

Parameter Builder::parameter(P::ParameterContext* context) {
  Parameter made;
  made.name = name(context->name());
  made.value = sum(context->usual);
  if (context->low != nullptr) made.from = sum(context->low);
  if (context->high != nullptr) made.to = sum(context->high);
  if (context->text() != nullptr) made.why = text(context->text());
  made.span = span(context);
  return made;
}

Flag Builder::flag(P::FlagContext* context) const {
  return {name(context->name()), context->answer->getType() == P::YES, context->DATE()->getText(),
          because(context->because()), span(context)};
}

Population Builder::population(P::PopulationContext* context) {
  Population made;
  made.span = span(context);
  if (context->defined != nullptr) made.name = name(context->defined);
  if (context->expression() != nullptr) made.base = expression(context->expression());
  P::PopulationBodyContext* inside = context->populationBody();
  if (inside == nullptr) return made;
  if (P::EveryStepContext* every = inside->everyStep(); every != nullptr && was_read(every)) {
    made.every_step = step_policy(every->ifUnknownKeep(), made.every_step_span);
    made.every_step_span = span(every);
  }
  for (P::StepContext* each : inside->step()) {
    if (was_read(each)) step(each, made.steps, made.drops);
  }
  return made;
}

void Builder::step(P::StepContext* context, std::vector<Step>& steps, std::vector<Drop>& drops) {
  if (auto* dropped = dynamic_cast<P::DroppedStepContext*>(context)) {
    drops.push_back(drop(dropped->drop()));
    return;
  }
  Step made;
  made.span = span(context);
  if (auto* out = dynamic_cast<P::LeaveOutContext*>(context)) {
    made.kind = Step::Kind::kLeaveOut;
    made.label = text(out->label);
    made.when = condition(out->condition());
    made.policy = step_policy(out->ifUnknownKeep(), made.policy_span);
    made.placed = placed(out->placed());
  } else if (auto* keep = dynamic_cast<P::KeepContext*>(context)) {
    made.kind = Step::Kind::kKeep;
    made.label = text(keep->label);
    made.when = condition(keep->condition());
    made.policy = step_policy(keep->ifUnknownKeep(), made.policy_span);
    made.placed = placed(keep->placed());
  } else {
    auto* one = static_cast<P::KeepOnePerContext*>(context);
    made.kind = Step::Kind::kKeepOnePer;
    made.label = text(one->label);
    made.per = names(one->name());
    made.keys = keys(one->keys());
    made.placed = placed(one->placed());
  }
  steps.push_back(std::move(made));
}

StepPolicy Builder::step_policy(P::IfUnknownKeepContext* context, Span& where) const {
  if (context == nullptr) return StepPolicy::kNotSaid;
  where = span(context);
  switch (context->answer->getType()) {
    case P::KEEP:
      return StepPolicy::kKeep;
    case P::LEAVE:
      return StepPolicy::kLeaveOut;
    default:
      return StepPolicy::kStop;
  }
}

Those Builder::those(P::ThoseContext* context) {
  Those made;
  made.where = condition(context->condition());
  made.span = span(context);
  P::IfUnknownCountContext* policy = context->ifUnknownCount();
  if (policy == nullptr) return made;
  made.policy_span = span(policy);
  switch (policy->answer->getType()) {
    case P::COUNT:
      made.policy = CountPolicy::kCount;
      break;
    case P::DO:
      made.policy = CountPolicy::kDoNotCount;
      break;
    default:
      made.policy = CountPolicy::kStop;
      break;
  }
  return made;
}

Numerator Builder::numerator(P::NumeratorContext* context) {
  Numerator made;
  made.span = span(context);
  if (auto* narrowed = dynamic_cast<P::NumeratorThoseContext*>(context))
    made.those = those(narrowed->those());
  if (auto* counted = dynamic_cast<P::NumeratorQuantityContext*>(context)) {
    made.quantity = expression(counted->expression());
  }
  return made;
}

}  // namespace assize::syntax
