// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/syntax/tree_printer.h"

namespace assize::syntax {
namespace {

std::string_view word_of(StepPolicy policy) {
  switch (policy) {
    case StepPolicy::kNotSaid:
      return "";
    case StepPolicy::kKeep:
      return ", if unknown keep";
    case StepPolicy::kLeaveOut:
      return ", if unknown leave out";
    case StepPolicy::kStop:
      return ", if unknown stop";
  }
  return "";
}

std::string_view word_of(CountPolicy policy) {
  switch (policy) {
    case CountPolicy::kNotSaid:
      return "";
    case CountPolicy::kCount:
      return ", if unknown count";
    case CountPolicy::kDoNotCount:
      return ", if unknown do not count";
    case CountPolicy::kStop:
      return ", if unknown stop";
  }
  return "";
}

std::string_view word_of(Show::Unit unit) {
  switch (unit) {
    case Show::Unit::kPercent:
      return "percent";
    case Show::Unit::kPer:
      return "per";
    case Show::Unit::kScore:
      return "score";
    case Show::Unit::kDays:
      return "days";
    case Show::Unit::kNumber:
      return "number";
  }
  return "";
}

std::string_view word_of(Step::Kind kind) {
  switch (kind) {
    case Step::Kind::kLeaveOut:
      return "leave out";
    case Step::Kind::kKeep:
      return "keep";
    case Step::Kind::kKeepOnePer:
      return "keep one per";
  }
  return "";
}

}  // namespace

void TreePrinter::measure(const Measure& measure) {
  line("measure " + measure.name.text + (measure.code ? " as " + measure.code->text : ""),
       measure.span);
  const Inside inside(*this);
  body(measure.body);
  for (const Part& each : measure.parts) part(each);
  for (const Evidence& each : measure.otherwise) evidence(each);
}

void TreePrinter::evidence(const Evidence& evidence) {
  line("otherwise", evidence.span);
  const Inside inside(*this);
  body(evidence.body);
  for (const Part& each : evidence.parts) part(each);
}

void TreePrinter::part(const Part& part) {
  std::string text = "part " + part.name.text;
  if (part.code) text += " as " + part.code->text;
  if (part.label) text += " " + quoted(part.label->value);
  line(text, part.span);
  const Inside inside(*this);
  body(part.body);
}

void TreePrinter::body(const MeasureBody& body) {
  docs(body.docs);
  if (body.kind) line("kind " + body.kind->text, body.kind->span);
  if (body.serves) line("serves " + body.serves->text, body.serves->span);
  for (const Follows& each : body.follows) {
    line("follows " + joined(each.what) + " of " + edition(each.in) +
             (each.because ? " because " + quoted(each.because->value) : ""),
         each.span);
  }
  if (!body.from.empty()) {
    std::string text = "from " + joined(body.from);
    if (body.weighting == MeasureBody::Weighting::kWeighted) text += ", weighted";
    if (body.weighting == MeasureBody::Weighting::kUnweighted) text += ", unweighted";
    line(text);
  }
  labelled("lag", body.lag);
  for (const Parameter& each : body.parameters) parameter(each);
  for (const Flag& each : body.flags) flag(each);
  for (const Let& each : body.lets) let(each);
  for (const Episodes& each : body.episodes) episodes(each);
  for (const Population& each : body.populations) population(each);
  for (const Step& each : body.steps) step(each);
  for (const Drop& each : body.drops) drop(each);
  value_clauses(body);
  for (const Span& each : body.repeated) line("repeated", each);
}

void TreePrinter::value_clauses(const MeasureBody& body) {
  if (body.denominator) those("denominator", *body.denominator);
  if (body.numerator && body.numerator->those) those("numerator", *body.numerator->those);
  if (body.numerator) labelled("numerator", body.numerator->quantity);
  if (body.over) {
    line("over" + (body.over->placed_by ? " placed by " + joined(*body.over->placed_by) : ""),
         body.over->span);
    const Inside inside(*this);
    expr(*body.over->what);
  }
  labelled("mean of", body.mean_of);
  labelled("median of", body.median_of);
  labelled("result", body.result);
  for (const Breakdown& each : body.breakdowns) breakdown(each);
  if (body.placeholder) line("placeholder");
  if (body.combine_by_mean_of_councils) line("combine by mean of councils");
  if (body.show) show(*body.show);
}

void TreePrinter::parameter(const Parameter& parameter) {
  line("parameter " + parameter.name.text +
           (parameter.why ? " " + quoted(parameter.why->value) : ""),
       parameter.span);
  const Inside inside(*this);
  expr(*parameter.value);
  labelled("from", parameter.from);
  labelled("to", parameter.to);
}

void TreePrinter::flag(const Flag& flag) {
  line("flag " + flag.name.text + " is " + (flag.value ? "yes" : "no") + ", to be decided by " +
           flag.decide_by + " because " + quoted(flag.because.value),
       flag.span);
}

void TreePrinter::population(const Population& population) {
  line("population" + (population.name ? " " + population.name->text : ""), population.span);
  const Inside inside(*this);
  if (population.base) expr(*population.base);
  if (population.every_step != StepPolicy::kNotSaid) {
    line("in every step" + std::string(word_of(population.every_step)), population.every_step_span);
  }
  for (const Step& each : population.steps) step(each);
  for (const Drop& each : population.drops) drop(each);
}

void TreePrinter::step(const Step& step) {
  std::string text(word_of(step.kind));
  if (!step.per.empty()) text += " " + joined(step.per);
  text += " " + quoted(step.label.value) + std::string(word_of(step.policy)) + placed(step.placed);
  line(text, step.span);
  const Inside inside(*this);
  if (step.when) expr(*step.when);
  for (const Key& each : step.keys) key(each);
}

void TreePrinter::those(std::string_view label, const Those& those) {
  line(std::string(label) + " those where" + std::string(word_of(those.policy)), those.span);
  const Inside inside(*this);
  expr(*those.where);
}

void TreePrinter::breakdown(const Breakdown& breakdown) {
  line(breakdown.tabulate ? "tabulate" : "split", breakdown.span);
  const Inside inside(*this);
  for (const Dimension& each : breakdown.dimensions) dimension(each);
}

void TreePrinter::dimension(const Dimension& dimension) {
  std::string text = dimension.each_of ? "by each" : "by";
  switch (dimension.rest) {
    case Dimension::Rest::kNotSaid:
      break;
    case Dimension::Rest::kInTotalOnly:
      text += ", rest in total only";
      break;
    case Dimension::Rest::kLeftOut:
      text += ", rest left out";
      break;
    case Dimension::Rest::kLabelled:
      text += ", rest as " + quoted(dimension.rest_label->value);
      break;
  }
  line(text, dimension.span);
  const Inside inside(*this);
  expr(*dimension.value);
  labelled("of", dimension.each_of);
  for (const Band& each : dimension.bands) {
    line("band" + std::string(each.and_above ? " and above" : "") +
             (each.label ? " " + quoted(each.label->value) : ""),
         each.span);
    const Inside band(*this);
    expr(*each.from);
    labelled("to", each.to);
  }
}

void TreePrinter::show(const Show& show) {
  std::string text = "show " + std::string(word_of(show.unit));
  if (!show.per.empty()) text += " " + show.per;
  for (std::size_t at = 0; at < show.decimals.size(); ++at) {
    text += (at == 0 ? " to " : " then ") + std::to_string(show.decimals[at]);
  }
  if (show.half) text += ", half " + show.half->text;
  if (show.rounded) text += ", rounded " + show.rounded->text;
  if (show.better) text += ", " + show.better->text + " is better";
  if (show.margin_of_error) text += ", with margin of error";
  if (show.intervals) text += ", with " + show.intervals->text + " intervals";
  line(text, show.span);
  const Inside inside(*this);
  labelled("from", show.score_from);
  labelled("to", show.score_to);
}

}  // namespace assize::syntax
