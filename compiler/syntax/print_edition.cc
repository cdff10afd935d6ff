// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/syntax/tree_printer.h"

namespace assize::syntax {
namespace {

std::string_view word_of(Mark::Status status) {
  switch (status) {
    case Mark::Status::kNotCollected:
      return "not collected";
    case Mark::Status::kNotComparable:
      return "not comparable";
    case Mark::Status::kWithheld:
      return "withheld";
    case Mark::Status::kLeftOut:
      return "left out";
    case Mark::Status::kVoluntary:
      return "voluntary";
    case Mark::Status::kCarriedForward:
      return "carried forward";
    case Mark::Status::kExperimental:
      return "experimental";
  }
  return "";
}

std::string_view word_of(Disclosure::Rule::Where where) {
  switch (where) {
    case Disclosure::Rule::Where::kEverywhere:
      return "";
    case Disclosure::Rule::Where::kCouncils:
      return " in councils";
    case Disclosure::Rule::Where::kTotals:
      return " in totals";
  }
  return "";
}

}  // namespace

void TreePrinter::edition_of(const Edition& each) {
  line("edition " + edition(each.name) + (each.revises ? " revises " + edition(*each.revises) : ""),
       each.span);
  const Inside inside(*this);
  docs(each.docs);
  labelled("covers from", each.covers_from);
  labelled("covers to", each.covers_to);
  for (const CodesRelease& one : each.codes) {
    line("codes " + one.collection.text + " release " + std::to_string(one.release), one.span);
  }
  if (each.areas_from) {
    line("areas from " + each.areas_from->text +
         (each.areas_by.empty() ? "" : " by " + joined(each.areas_by)));
  }
  for (const Headings& one : each.headings) {
    line((one.replaces ? std::string("replace with ") : "") +
             (one.objectives ? "objectives" : "domains"),
         one.span);
    const Inside headings(*this);
    for (const Heading& heading : one.headings) {
      line(heading.name.text + " as " + std::to_string(heading.number) + " " +
               quoted(heading.text.value),
           heading.span);
    }
  }
  for (const Parameter& one : each.parameters) parameter(one);
  for (const Flag& one : each.flags) flag(one);
  amendments(each);
  for (const Mark& one : each.marks) mark(one);
  if (each.disclosure) disclosure(*each.disclosure);
}

void TreePrinter::amendments(const Edition& each) {
  for (const Path& one : each.introduced) line("introduce " + joined(one), one.span);
  for (const Measure& one : each.introduced_measures) {
    line("introduce");
    const Inside inside(*this);
    measure(one);
  }
  for (const Retire& one : each.retired) retire(one);
  for (const Retire& one : each.redefined) retire(one, "redefine");
  for (const Renumber& one : each.renumbered) {
    line("renumber " + joined(one.what) + " as " + one.code.text +
             (one.under ? " under " + one.under->text : ""),
         one.span);
  }
  for (const Reuse& one : each.reused) {
    std::string text = "reuse";
    for (const Code& code : one.codes)
      text += (&code == &one.codes.front() ? " " : ", ") + code.text;
    line(text + " because " + quoted(one.because.value), one.span);
  }
  for (const ReviseMeasure& one : each.revised_measures) {
    line("revise measure " + joined(one.what) + " because " + quoted(one.because.value), one.span);
    const Inside inside(*this);
    body(one.body);
    for (const Part& changed : one.parts) part(changed);
    for (const Evidence& changed : one.otherwise) evidence(changed);
  }
  for (const ReviseCollection& one : each.revised_collections) {
    line("revise because " + quoted(one.because.value), one.span);
    const Inside inside(*this);
    collection(one.changes);
  }
}

void TreePrinter::mark(const Mark& mark) {
  std::string text = "mark " + joined(mark.what) + " as " + std::string(word_of(mark.status));
  if (!mark.until.empty()) text += " until " + mark.until;
  if (!mark.councils.empty()) text += " for " + joined(mark.councils);
  line(text + " because " + quoted(mark.because.value), mark.span);
}

void TreePrinter::disclosure(const Disclosure& disclosure) {
  line("disclosure", disclosure.span);
  const Inside inside(*this);
  for (const Disclosure::Rule& each : disclosure.rules) {
    line((each.suppress ? "suppress counts below " : "round counts to ") +
             std::to_string(each.number) + std::string(word_of(each.where)),
         each.span);
  }
}

void TreePrinter::scenario(const Scenario& scenario) {
  line("scenario " + scenario.name.text + " of " + edition(scenario.of), scenario.span);
  const Inside inside(*this);
  docs(scenario.docs);
  for (const Set& each : scenario.sets) {
    line("set " + joined(each.what), each.span);
    const Inside set(*this);
    expr(*each.value);
  }
}

void TreePrinter::test(const Test& test) {
  line("test " + quoted(test.title.value) + " of " + joined(test.of) + " in " + edition(test.in),
       test.span);
  const Inside inside(*this);
  labelled("covers from", test.covers_from);
  labelled("covers to", test.covers_to);
  for (const Given& each : test.given) {
    line("given " + each.what.text, each.span);
    const Inside given(*this);
    settings(each.with);
    table(each.table);
  }
  for (const Expect& each : test.expect) {
    std::string text = "expect";
    if (each.each) text += " each " + each.each->text;
    if (each.in) text += " in " + edition(*each.in);
    line(text, each.span);
    const Inside expected(*this);
    settings(each.with);
    table(each.table);
  }
}

void TreePrinter::settings(const std::vector<Setting>& settings) {
  for (const Setting& each : settings) {
    line("with " + each.name.text, each.span);
    const Inside inside(*this);
    expr(*each.value);
  }
}

}  // namespace assize::syntax
