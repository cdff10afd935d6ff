// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/diff/clauses.h"

#include <string_view>
#include <utility>

namespace assize::diff {
namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

std::string word_of(syntax::Doc::Kind kind) {
  switch (kind) {
    case syntax::Doc::Kind::kTitle:
      return "title";
    case syntax::Doc::Kind::kPurpose:
      return "purpose";
    case syntax::Doc::Kind::kSource:
      return "source";
    case syntax::Doc::Kind::kNote:
      break;
  }
  return "note";
}

/// Collects the clauses of one measure or part.
class Collector {
 public:
  Collector(const source::Sources& sources, std::string part, std::vector<Clause>& clauses)
      : sources_(sources), part_(std::move(part)), clauses_(clauses) {}

  void add(std::string what, source::Span span, bool has_meaning = true) {
    clauses_.push_back({part_, std::move(what), plain_text(sources_, span), span, has_meaning});
  }

  void body(const syntax::MeasureBody& body) {
    for (const syntax::Doc& doc : body.docs) add(word_of(doc.kind), doc.span, false);
    if (body.kind) add("kind", body.kind->span, false);
    for (const syntax::Name& name : body.from) add("from " + name.text, name.span);
    if (body.weighting != syntax::MeasureBody::Weighting::kNotSaid) {
      const bool is_weighted = body.weighting == syntax::MeasureBody::Weighting::kWeighted;
      clauses_.push_back({part_, "weights", is_weighted ? "weighted" : "unweighted", {}, true});
    }
    expression("lag", body.lag);
    for (const syntax::Parameter& each : body.parameters)
      add("parameter " + each.name.text, each.span);
    for (const syntax::Flag& each : body.flags) add("flag " + each.name.text, each.span);
    for (const syntax::Let& each : body.lets) add("value " + each.name.text, each.span);
    for (const syntax::Episodes& each : body.episodes) add("episodes " + each.name.text, each.span);
    for (const syntax::Population& each : body.populations) population(each);
    steps("", body.steps);
    if (body.denominator) add("denominator", body.denominator->span);
    if (body.numerator) add("numerator", body.numerator->span);
    if (body.over) add("over", body.over->span);
    expression("mean", body.mean_of);
    expression("median", body.median_of);
    expression("result", body.result);
    for (const syntax::Breakdown& each : body.breakdowns)
      add(each.tabulate ? "tabulation" : "split", each.span);
    if (body.combine_by_mean_of_councils) {
      clauses_.push_back({part_, "how councils are combined", "mean of councils", {}, true});
    }
    if (body.show) add("how it is shown", body.show->span);
  }

 private:
  void expression(const std::string& what, const syntax::ExprPtr& value) {
    if (value != nullptr) add(what, value->span);
  }

  void population(const syntax::Population& population) {
    if (population.name) {
      add("population " + population.name->text, population.span);
      return;
    }
    expression("population", population.base);
    if (population.every_step != syntax::StepPolicy::kNotSaid)
      add("what an unknown does in every step", population.every_step_span);
    steps("", population.steps);
  }

  void steps(const std::string& prefix, const std::vector<syntax::Step>& steps) {
    for (const syntax::Step& step : steps)
      add(prefix + "step " + quoted(step.label.value), step.span);
  }

  const source::Sources& sources_;
  std::string part_;
  std::vector<Clause>& clauses_;
};

}  // namespace

std::string plain_text(const source::Sources& sources, source::Span span) {
  const std::string_view text = sources.file(span.file).text(span);
  std::string plain;
  bool in_quotes = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') in_quotes = !in_quotes;
    if (!in_quotes && c == '/' && i + 1 < text.size() && text[i + 1] == '/') {
      while (i + 1 < text.size() && text[i + 1] != '\n') ++i;
      continue;
    }
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_blank || in_quotes) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

std::vector<Clause> clauses_of(const syntax::Measure& measure, const source::Sources& sources) {
  std::vector<Clause> clauses;
  Collector(sources, "", clauses).body(measure.body);
  for (const syntax::Part& part : measure.parts) {
    Collector collector(sources, part.name.text, clauses);
    if (part.label) collector.add("label", part.label->span, false);
    collector.body(part.body);
  }
  return clauses;
}

}  // namespace assize::diff
