// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: code lists and collections.

#include <utility>

#include "compiler/syntax/antlr.h"

namespace assize::syntax {

/// The clauses of a collection that may stand once.
struct Builder::CollectionSeen {
  P::HoldsContext* holds = nullptr;
  P::ListedContext* listed = nullptr;
  P::UniqueContext* unique = nullptr;
  P::LastsContext* lasts = nullptr;
  P::AgesContext* ages = nullptr;
  P::UnlistedContext* unlisted = nullptr;
  P::StandsForContext* stands_for = nullptr;
  P::SampleContext* sample = nullptr;
};

CodeList Builder::code_list(P::CodeListContext* context) {
  CodeList made;
  made.name = name(context->name());
  made.span = span(context);
  if (P::ReleaseContext* release = context->release()) {
    made.release = whole_number(release->number);
    made.release_span = span(release);
  }
  if (context->included() != nullptr) made.includes = names(context->included()->name());
  if (context->revisedRelease() != nullptr)
    made.revises = whole_number(context->revisedRelease()->release()->number);
  Rows rows;
  for (P::CodeListItemContext* item : context->codeListBody()->codeListItem()) {
    if (!was_read(item)) continue;
    if (item->doc() != nullptr) made.docs.push_back(doc(item->doc()));
    if (item->tableRow() != nullptr) rows.push_back(item->tableRow());
    if (item->unmapped() != nullptr) {
      for (Text& each : texts(item->unmapped()->TEXT())) made.unmapped.push_back(std::move(each));
    }
    if (item->retiredCode() != nullptr) made.retired.push_back(retired_code(item->retiredCode()));
  }
  made.table = table(rows);
  return made;
}

Retire Builder::retired_code(P::RetiredCodeContext* context) {
  Retire made;
  made.what.push_back(path_of(context->what));
  if (context->into != nullptr) made.into = name(context->into);
  made.because = because(context->because());
  made.span = span(context);
  return made;
}

Collection Builder::collection(P::CollectionContext* context) {
  Collection made;
  made.name = name(context->name());
  made.span = span(context);
  collection_body(context->collectionBody(), made);
  return made;
}

void Builder::collection_body(P::CollectionBodyContext* context, Collection& to) {
  CollectionSeen seen;
  for (P::CollectionItemContext* item : context->collectionItem()) {
    if (was_read(item)) collection_item(item, to, seen);
  }
}

void Builder::collection_item(P::CollectionItemContext* context, Collection& to,
                              CollectionSeen& seen) {
  if (auto* it = context->doc()) to.docs.push_back(doc(it));
  if (auto* it = context->field()) to.fields.push_back(field(it));
  if (auto* it = context->let()) to.lets.push_back(let(it));
  if (auto* it = context->step()) step(it, to.steps, to.drops);
  if (auto* it = context->identify()) {
    Identify made{name(it->what), sum(it->sum()), std::nullopt, span(it)};
    if (it->column != nullptr) made.as = name(it->column);
    to.identify.push_back(std::move(made));
  }
  if (auto* it = context->symbols()) {
    Symbols made{texts(it->TEXT()), Symbols::Status::kNotApplicable, span(it)};
    P::SymbolMeaningContext* meaning = it->symbolMeaning();
    if (dynamic_cast<P::SymbolWithheldContext*>(meaning) != nullptr)
      made.status = Symbols::Status::kWithheld;
    if (dynamic_cast<P::SymbolNotSubmittedContext*>(meaning) != nullptr)
      made.status = Symbols::Status::kNotSubmitted;
    to.symbols.push_back(std::move(made));
  }
  if (auto* it = context->holds(); it != nullptr && is_first(seen.holds, it, "holds")) {
    to.plural = name(it->plural);
    to.singular = name(it->singular);
  }
  if (auto* it = context->listed(); it != nullptr && is_first(seen.listed, it, "listed in")) {
    to.listed_in = text(it->TEXT());
  }
  if (auto* it = context->unique(); it != nullptr && is_first(seen.unique, it, "unique")) {
    to.unique_span = span(it);
    to.unique_each_row = dynamic_cast<P::UniqueEachRowContext*>(it) != nullptr;
    if (auto* by_names = dynamic_cast<P::UniqueNamesContext*>(it))
      to.unique = names(by_names->name());
  }
  if (auto* it = context->lasts(); it != nullptr && is_first(seen.lasts, it, "lasts")) {
    to.lasts_from = sum(it->first);
    to.lasts_to = sum(it->final);
  }
  if (auto* it = context->ages(); it != nullptr && is_first(seen.ages, it, "ages")) {
    to.ages_from = name(it->name());
    to.ages_reckoning = reckoning(it->reckoning());
  }
  if (auto* it = context->unlisted();
      it != nullptr && is_first(seen.unlisted, it, "unlisted codes")) {
    const bool blank = dynamic_cast<P::UnlistedBlankContext*>(it) != nullptr;
    to.unlisted = blank ? Collection::Unlisted::kReadAsBlank : Collection::Unlisted::kRefuseTheRow;
  }
  if (auto* it = context->standsFor();
      it != nullptr && is_first(seen.stands_for, it, "stands for")) {
    to.stands_for = body(it->body());
    to.stands_for_unit = name(it->name());
  }
  if (auto* it = context->sample(); it != nullptr && is_first(seen.sample, it, "sample by")) {
    to.sample_by = names(it->name());
    to.sample_out_of = path(it->path());
  }
}

Field Builder::field(P::FieldContext* context) {
  Field made;
  made.name = name(context->name());
  made.span = span(context);
  if (context->type() != nullptr) made.type = type(context->type());
  if (context->columns() != nullptr) made.columns = texts(context->columns()->TEXT());
  if (context->day != nullptr) made.on_day = whole_number(context->day);
  if (P::BlankMeaningContext* meaning = context->blankMeaning()) {
    if (auto* code_name = dynamic_cast<P::BlankCodeContext*>(meaning)) {
      made.blank_is = name(code_name->name());
    } else {
      made.blank_is = Name{std::string(source_.text(span(meaning))), span(meaning)};
    }
  }
  return made;
}

TypeName Builder::type(P::TypeContext* context) {
  TypeName made;
  made.span = span(context);
  P::TypeNameContext* base = context->typeName();
  if (auto* named = dynamic_cast<P::NamedTypeContext*>(base)) {
    made.name = name(named->name());
    if (named->release() != nullptr) made.release = whole_number(named->release()->number);
  } else if (dynamic_cast<P::YesOrNoTypeContext*>(base) != nullptr) {
    made.name = {"yes or no", span(base)};
  } else {
    made.name = {std::string(source_.text(span(base))), span(base)};
  }
  made.or_open = context->STILL() != nullptr;
  made.or_none = context->none != nullptr;
  made.may_be_unknown = context->maybe != nullptr;
  return made;
}

}  // namespace assize::syntax
