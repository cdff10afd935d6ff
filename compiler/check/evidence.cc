// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Other evidence for a measure: `otherwise from …` (docs/language, 13).

#include <algorithm>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

// A margin of error rests on a weighted sample; other evidence has none to show.
void share_show(const syntax::MeasureBody& from, bool weighted, syntax::MeasureBody& to) {
  if (to.show || !from.show) return;
  to.show = from.show;
  to.show->margin_of_error = to.show->margin_of_error && weighted;
}

void share_words(const syntax::MeasureBody& from, syntax::MeasureBody& to) {
  for (const syntax::Doc& doc : from.docs) {
    const bool is_said = std::any_of(to.docs.begin(), to.docs.end(),
                                     [&](const syntax::Doc& own) { return own.kind == doc.kind; });
    if (!is_said) to.docs.push_back(doc);
  }
  if (!to.kind) to.kind = from.kind;
  if (!to.serves) to.serves = from.serves;
}

// A part keeps its code and label; one that the measure does not have has none, and is refused.
void share_part(Site& site, const syntax::Measure& measure, bool weighted, syntax::Part& part) {
  const auto found =
      std::find_if(measure.parts.begin(), measure.parts.end(),
                   [&](const syntax::Part& other) { return other.name.text == part.name.text; });
  if (found == measure.parts.end()) {
    std::vector<std::string> names;
    for (const syntax::Part& other : measure.parts) names.push_back(other.name.text);
    report_unknown_name(site, part.name, "a part of `" + measure.name.text + "`", names);
    return;
  }
  part.code = found->code;
  part.label = found->label;
  share_show(found->body, weighted, part.body);
}

syntax::Measure made_from(Site& site, const syntax::Measure& measure,
                          const syntax::Evidence& evidence) {
  syntax::Measure made;
  made.name = measure.name;
  made.code = measure.code;
  made.span = evidence.span;
  made.body = evidence.body;
  made.parts = evidence.parts;
  const bool weighted = evidence.body.weighting == syntax::MeasureBody::Weighting::kWeighted;
  share_words(measure.body, made.body);
  share_show(measure.body, weighted, made.body);
  for (syntax::Part& part : made.parts) share_part(site, measure, weighted, part);
  if (!measure.parts.empty() && made.parts.empty()) {
    site.sink.add(diagnostics::diagnose(
        evidence.body.from.front().span, errors::measure_lacks, measure.name.text,
        "parts where it is made from `" + evidence.body.from.front().text + "`"));
  }
  return made;
}

}  // namespace

void check_evidence(Framework& framework, diagnostics::Sink& sink, const source::Sources* sources,
                    const syntax::Measure& text, Measure& made) {
  for (const syntax::Evidence& evidence : text.otherwise) {
    Site site(framework, sink, sources);
    const syntax::Measure whole = made_from(site, text, evidence);
    made.otherwise.push_back(std::make_unique<Measure>());
    Measure& other = *made.otherwise.back();
    other.evidence = evidence.body.from.front().text;
    check_measure(site, whole, other);
  }
}

}  // namespace assize::check
