// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: splits, tabulations, and how a figure is shown.

#include <utility>

#include "compiler/syntax/antlr.h"

namespace assize::syntax {

Breakdown Builder::breakdown(P::BreakdownContext* context) {
  Breakdown made;
  made.tabulate = context->word->getType() == P::TABULATE;
  made.span = span(context);
  for (P::DimensionContext* each : context->dimension()) made.dimensions.push_back(dimension(each));
  return made;
}

Dimension Builder::dimension(P::DimensionContext* context) {
  Dimension made;
  made.span = span(context);
  if (auto* of_value = dynamic_cast<P::ValueDimensionContext*>(context)) {
    made.value = sum(of_value->divided);
    if (of_value->bands() != nullptr) bands(of_value->bands(), made);
  } else {
    auto* each = static_cast<P::EachDimensionContext*>(context);
    made.value = body(each->body());
    made.each_of = collection_set(each->collectionSet());
    if (each->bands() != nullptr) bands(each->bands(), made);
  }
  return made;
}

void Builder::bands(P::BandsContext* context, Dimension& to) {
  for (P::BandContext* each : context->band()) to.bands.push_back(band(each));
  P::RestContext* rest = context->rest();
  if (rest == nullptr) return;
  to.rest = Dimension::Rest::kLeftOut;
  if (dynamic_cast<P::RestInTotalOnlyContext*>(rest) != nullptr)
    to.rest = Dimension::Rest::kInTotalOnly;
  if (auto* labelled = dynamic_cast<P::RestLabelledContext*>(rest)) {
    to.rest = Dimension::Rest::kLabelled;
    to.rest_label = text(labelled->TEXT());
  }
}

Band Builder::band(P::BandContext* context) {
  Band made;
  made.span = span(context);
  const antlr4::Token* label = nullptr;
  if (auto* single = dynamic_cast<P::SingleBandContext*>(context)) {
    made.from = sum(single->low);
    label = single->label;
  } else if (auto* range = dynamic_cast<P::RangeBandContext*>(context)) {
    made.from = sum(range->low);
    made.to = sum(range->high);
    label = range->label;
  } else {
    auto* open = static_cast<P::OpenBandContext*>(context);
    made.from = sum(open->low);
    made.and_above = true;
    label = open->label;
  }
  if (label != nullptr) made.label = text(label);
  return made;
}

Show Builder::show(P::ShowContext* context) {
  Show made;
  made.span = span(context);
  shown_unit(context->shownUnit(), made);
  if (P::DecimalsContext* places = context->decimals()) {
    for (antlr4::tree::TerminalNode* each : places->NUMERAL())
      made.decimals.push_back(whole_number(each->getSymbol()));
  }
  for (P::ShowOptionContext* each : context->showOption()) show_option(each, made);
  return made;
}

void Builder::shown_unit(P::ShownUnitContext* context, Show& to) {
  if (dynamic_cast<P::ShowPercentContext*>(context) != nullptr) to.unit = Show::Unit::kPercent;
  if (dynamic_cast<P::ShowDaysContext*>(context) != nullptr) to.unit = Show::Unit::kDays;
  if (dynamic_cast<P::ShowNumberContext*>(context) != nullptr) to.unit = Show::Unit::kNumber;
  if (auto* per = dynamic_cast<P::ShowPerContext*>(context)) {
    to.unit = Show::Unit::kPer;
    to.per = digits(per->number);
  }
  if (auto* score = dynamic_cast<P::ShowScoreContext*>(context)) {
    to.unit = Show::Unit::kScore;
    to.score_from = sum(score->low);
    to.score_to = sum(score->high);
  }
}

void Builder::show_option(P::ShowOptionContext* context, Show& to) {
  if (auto* half = dynamic_cast<P::HalfOptionContext*>(context)) to.half = name(half->name());
  if (auto* rounded = dynamic_cast<P::RoundedOptionContext*>(context))
    to.rounded = name(rounded->name());
  if (auto* better = dynamic_cast<P::BetterOptionContext*>(context))
    to.better = name(better->name());
  if (dynamic_cast<P::MarginOptionContext*>(context) != nullptr) to.margin_of_error = true;
  if (auto* intervals = dynamic_cast<P::IntervalsOptionContext*>(context))
    to.intervals = name(intervals->name());
}

}  // namespace assize::syntax
