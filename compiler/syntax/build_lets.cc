// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: lets with their cases and rows, episodes.

#include <utility>

#include "compiler/syntax/antlr.h"

namespace assize::syntax {

Let Builder::let(P::LetContext* context) {
  Let made;
  made.name = name(context->name(0));
  made.span = span(context);
  if (context->owner != nullptr) made.of = name(context->owner);
  if (context->type() != nullptr) made.type = type(context->type());
  if (auto* alone = dynamic_cast<P::LetExpressionContext*>(context->letBody())) {
    made.value = expression(alone->expression());
    return made;
  }
  auto* chosen = static_cast<P::LetChoicesContext*>(context->letBody());
  if (chosen->chooser() != nullptr) chooser(chosen->chooser(), made);
  choices(chosen->choices(), made);
  return made;
}

void Builder::chooser(P::ChooserContext* context, Let& to) {
  to.has_chooser = true;
  to.body = context->what->getType() == P::CASE ? Let::Body::kCases : Let::Body::kTable;
  to.policy = case_policy(context->ifUnknownTry(), to.policy_span);
}

void Builder::choices(P::ChoicesContext* context, Let& to) {
  // The contents decide; whether they fit the words of the header is a question for the check.
  if (auto* rows = dynamic_cast<P::RowsContext*>(context)) {
    to.body = Let::Body::kTable;
    to.table = table(rows->tableRow());
    to.cases.push_back(otherwise(rows->otherwise()));
    return;
  }
  to.body = Let::Body::kCases;
  for (P::CaseItemContext* item : static_cast<P::CasesContext*>(context)->caseItem()) {
    if (was_read(item)) case_item(item, to);
  }
}

void Builder::case_item(P::CaseItemContext* context, Let& to) {
  if (auto* dropped = dynamic_cast<P::DroppedCaseContext*>(context)) {
    to.drops.push_back(drop(dropped->drop()));
    return;
  }
  if (auto* last = dynamic_cast<P::OtherwiseCaseContext*>(context)) {
    to.cases.push_back(otherwise(last->otherwise()));
    return;
  }
  auto* named = static_cast<P::NamedCaseContext*>(context);
  Case made;
  made.name = name(named->name());
  made.gives = expression(named->expression());
  if (named->condition() != nullptr) made.when = condition(named->condition());
  made.policy = case_policy(named->ifUnknownTry(), made.policy_span);
  made.placed = placed(named->placed());
  made.span = span(context);
  to.cases.push_back(std::move(made));
}

Case Builder::otherwise(P::OtherwiseContext* context) {
  Case made;
  made.gives = expression(context->expression());
  made.span = span(context);
  return made;
}

CasePolicy Builder::case_policy(P::IfUnknownTryContext* context, Span& where) const {
  if (context == nullptr) return CasePolicy::kNotSaid;
  where = span(context);
  return context->answer->getType() == P::TRY ? CasePolicy::kTryNext : CasePolicy::kStop;
}

Drop Builder::drop(P::DropContext* context) const {
  Drop made;
  made.span = span(context);
  if (auto* by_names = dynamic_cast<P::DropNamesContext*>(context))
    made.names = names(by_names->name());
  if (auto* by_label = dynamic_cast<P::DropLabelContext*>(context))
    made.label = text(by_label->TEXT());
  return made;
}

std::optional<Placed> Builder::placed(P::PlacedContext* context) const {
  if (context == nullptr) return std::nullopt;
  Placed made{true, "", span(context)};
  if (auto* by_name = dynamic_cast<P::PlacedByNameContext*>(context)) {
    made.before = by_name->side->getType() == P::BEFORE;
    made.where = name(by_name->name()).text;
  } else {
    auto* by_label = static_cast<P::PlacedByLabelContext*>(context);
    made.before = by_label->side->getType() == P::BEFORE;
    made.where = text(by_label->TEXT()).value;
  }
  return made;
}

Episodes Builder::episodes(P::EpisodesContext* context) {
  Episodes made;
  made.name = name(context->name());
  made.span = span(context);
  if (context->expression() != nullptr) made.from = expression(context->expression());
  for (P::EpisodesItemContext* item : context->episodesBody()->episodesItem()) {
    if (!was_read(item)) continue;
    if (auto* begin = dynamic_cast<P::BeginWhenContext*>(item)) {
      made.begin_when.push_back(condition(begin->condition()));
    } else if (auto* join = dynamic_cast<P::JoinWhileContext*>(item)) {
      made.join_while.push_back(condition(join->condition()));
    } else if (auto* stop = dynamic_cast<P::StopBeforeContext*>(item)) {
      made.stop_before.push_back(condition(stop->condition()));
    } else {
      made.lets.push_back(let(static_cast<P::EpisodesLetContext*>(item)->let()));
    }
  }
  return made;
}

}  // namespace assize::syntax
