// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: editions and scenarios.

#include <utility>

#include "compiler/syntax/antlr.h"

namespace assize::syntax {

/// The clauses of an edition that may stand once.
struct Builder::EditionSeen {
  P::CoversContext* covers = nullptr;
  P::AreasContext* areas = nullptr;
  P::DisclosureContext* disclosure = nullptr;
};

Edition Builder::edition(P::EditionContext* context) {
  Edition made;
  made.name = edition_name(context->editionName(0));
  made.span = span(context);
  if (context->revised != nullptr) made.revises = edition_name(context->revised);
  EditionSeen seen;
  for (P::EditionItemContext* item : context->editionBody()->editionItem()) {
    if (was_read(item)) edition_item(item, made, seen);
  }
  return made;
}

void Builder::edition_item(P::EditionItemContext* context, Edition& to, EditionSeen& seen) {
  if (auto* it = context->doc()) to.docs.push_back(doc(it));
  if (auto* it = context->covers(); it != nullptr && is_first(seen.covers, it, "covers")) {
    to.covers_from = sum(it->first);
    to.covers_to = sum(it->final);
  }
  if (auto* it = context->codesRelease()) {
    to.codes.push_back({name(it->name()), whole_number(it->release()->number), span(it)});
  }
  if (auto* it = context->areas(); it != nullptr && is_first(seen.areas, it, "areas from")) {
    to.areas_from = name(it->areaList);
    to.areas_by = names(it->name());
    to.areas_by.erase(to.areas_by.begin());  // the list of areas itself
  }
  if (auto* it = context->headings()) to.headings.push_back(headings(it));
  if (auto* it = context->parameter()) to.parameters.push_back(parameter(it));
  if (auto* it = context->flag()) to.flags.push_back(flag(it));
  if (auto* it = context->introduce()) introduce(it, to);
  if (auto* it = context->redefine()) {
    to.redefined.push_back({paths(it->path()), std::nullopt, because(it->because()), span(it)});
  }
  if (auto* it = context->retire()) {
    to.retired.push_back({paths(it->path()), std::nullopt, because(it->because()), span(it)});
  }
  if (auto* it = context->renumber()) {
    Renumber made{path(it->path()), code(it->code()), std::nullopt, span(it)};
    if (it->heading != nullptr) made.under = name(it->heading);
    to.renumbered.push_back(std::move(made));
  }
  if (auto* it = context->reuse()) {
    Reuse made{{}, because(it->because()), span(it)};
    for (P::CodeContext* each : it->code()) made.codes.push_back(code(each));
    to.reused.push_back(std::move(made));
  }
  if (auto* it = context->revise()) revise(it, to);
  if (auto* it = context->mark()) to.marks.push_back(mark(it));
  if (auto* it = context->disclosure();
      it != nullptr && is_first(seen.disclosure, it, "disclosure")) {
    to.disclosure = disclosure(it);
  }
}

void Builder::introduce(P::IntroduceContext* context, Edition& to) {
  if (auto* whole = dynamic_cast<P::IntroduceMeasureContext*>(context)) {
    to.introduced_measures.push_back(measure(whole->measure()));
  } else {
    auto* named = static_cast<P::IntroducePathsContext*>(context);
    for (Path& each : paths(named->path())) to.introduced.push_back(std::move(each));
  }
}

void Builder::revise(P::ReviseContext* context, Edition& to) {
  if (auto* of_measure = dynamic_cast<P::ReviseMeasureContext*>(context)) {
    ReviseMeasure made{
        path(of_measure->path()), because(of_measure->because()), {}, {}, {}, span(context)};
    measure_body(of_measure->measureBody(), made.body, made.parts, made.otherwise);
    to.revised_measures.push_back(std::move(made));
  } else {
    auto* of_collection = static_cast<P::ReviseCollectionContext*>(context);
    ReviseCollection made{{}, because(of_collection->because()), span(context)};
    made.changes.name = name(of_collection->name());
    made.changes.span = span(context);
    collection_body(of_collection->collectionBody(), made.changes);
    to.revised_collections.push_back(std::move(made));
  }
}

Headings Builder::headings(P::HeadingsContext* context) {
  Headings made;
  made.objectives = context->sort->getType() == P::OBJECTIVES;
  made.replaces = context->replaced != nullptr;
  made.span = span(context);
  for (P::HeadingItemContext* each : context->headingsBody()->headingItem()) {
    if (!was_read(each)) continue;
    made.headings.push_back(
        {name(each->name()), whole_number(each->number), text(each->text()), span(each)});
  }
  return made;
}

Mark Builder::mark(P::MarkContext* context) const {
  Mark made;
  made.what = paths(context->path());
  made.councils = texts(context->TEXT());
  made.because = because(context->because());
  made.span = span(context);
  P::StatusContext* status = context->status();
  if (dynamic_cast<P::NotCollectedContext*>(status) != nullptr)
    made.status = Mark::Status::kNotCollected;
  if (dynamic_cast<P::NotComparableContext*>(status) != nullptr)
    made.status = Mark::Status::kNotComparable;
  if (dynamic_cast<P::WithheldContext*>(status) != nullptr) made.status = Mark::Status::kWithheld;
  if (dynamic_cast<P::LeftOutOfTotalsContext*>(status) != nullptr)
    made.status = Mark::Status::kLeftOut;
  if (dynamic_cast<P::VoluntaryContext*>(status) != nullptr) made.status = Mark::Status::kVoluntary;
  if (dynamic_cast<P::CarriedForwardContext*>(status) != nullptr)
    made.status = Mark::Status::kCarriedForward;
  if (auto* until = dynamic_cast<P::ExperimentalContext*>(status)) {
    made.status = Mark::Status::kExperimental;
    made.until = until->DATE()->getText();
  }
  return made;
}

Disclosure Builder::disclosure(P::DisclosureContext* context) {
  Disclosure made;
  made.span = span(context);
  for (P::DisclosureItemContext* each : context->disclosureBody()->disclosureItem()) {
    if (was_read(each)) made.rules.push_back(disclosure_rule(each));
  }
  return made;
}

Disclosure::Rule Builder::disclosure_rule(P::DisclosureItemContext* context) {
  Disclosure::Rule made;
  made.span = span(context);
  const antlr4::Token* place = nullptr;
  if (auto* suppress = dynamic_cast<P::SuppressContext*>(context)) {
    made.suppress = true;
    made.number = whole_number(suppress->number);
    place = suppress->place;
  } else {
    auto* round = static_cast<P::RoundContext*>(context);
    made.number = whole_number(round->number);
    place = round->place;
  }
  if (place != nullptr) {
    const bool councils = place->getType() == P::COUNCILS;
    made.where = councils ? Disclosure::Rule::Where::kCouncils : Disclosure::Rule::Where::kTotals;
  }
  return made;
}

Scenario Builder::scenario(P::ScenarioContext* context) {
  Scenario made;
  made.name = name(context->name());
  made.of = edition_name(context->editionName());
  made.span = span(context);
  for (P::ScenarioItemContext* item : context->scenarioBody()->scenarioItem()) {
    if (!was_read(item)) continue;
    if (auto* words = dynamic_cast<P::ScenarioDocContext*>(item))
      made.docs.push_back(doc(words->doc()));
    if (auto* set = dynamic_cast<P::ScenarioSetContext*>(item)) {
      made.sets.push_back({path(set->path()), value(set->value()), span(set)});
    }
  }
  return made;
}

}  // namespace assize::syntax
