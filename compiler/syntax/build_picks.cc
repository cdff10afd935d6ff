// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From parse contexts: plain values, calls, sets, picks and counts.

#include <utility>

#include "compiler/syntax/antlr.h"
#include "compiler/syntax/errors.h"

namespace assize::syntax {
namespace {

TimeUnit unit_of(std::size_t word) {
  switch (word) {
    case AssizeParser::WEEKS:
      return TimeUnit::kWeeks;
    case AssizeParser::MONTHS:
      return TimeUnit::kMonths;
    case AssizeParser::YEARS:
      return TimeUnit::kYears;
    default:
      return TimeUnit::kDays;
  }
}

ExprKind word_kind_of(std::size_t word) {
  switch (word) {
    case AssizeParser::YES:
      return ExprKind::kYes;
    case AssizeParser::NO:
      return ExprKind::kNoValue;
    case AssizeParser::OPEN:
      return ExprKind::kOpen;
    case AssizeParser::NONE:
      return ExprKind::kNone;
    default:
      return ExprKind::kUnknown;
  }
}

Pick pick_of(std::size_t word) {
  switch (word) {
    case AssizeParser::EARLIEST:
      return Pick::kEarliest;
    case AssizeParser::HIGHEST:
      return Pick::kHighest;
    case AssizeParser::LOWEST:
      return Pick::kLowest;
    case AssizeParser::TOTAL:
      return Pick::kTotal;
    default:
      return Pick::kLatest;
  }
}

/// True if nothing stands around a value in its expression: no sign, no test, no `and`.
bool is_whole_value(const antlr4::ParserRuleContext* context) {
  const auto* outer = dynamic_cast<const antlr4::ParserRuleContext*>(context->parent);
  if (outer == nullptr) return true;
  switch (outer->getRuleIndex()) {
    case AssizeParser::RulePrimary:
    case AssizeParser::RuleFactor:
    case AssizeParser::RuleProduct:
    case AssizeParser::RuleSum:
    case AssizeParser::RuleComparison:
      return outer->children.size() == 1 && is_whole_value(outer);
    // An `if unknown` behind it is about all of it.
    case AssizeParser::RuleNegation:
      return outer->children.front() == context && is_whole_value(outer);
    case AssizeParser::RuleCondition:
      return outer->children.size() == 1;
    default:
      return true;
  }
}

}  // namespace

ExprPtr Builder::primary(P::PrimaryContext* context) {
  if (auto* it = dynamic_cast<P::PlainPrimaryContext*>(context)) return plain(it->plain());
  if (auto* it = dynamic_cast<P::CallPrimaryContext*>(context)) return call(it->call());
  if (auto* it = dynamic_cast<P::ListPrimaryContext*>(context)) return list(it->list());
  if (auto* it = dynamic_cast<P::OwnPrimaryContext*>(context)) return own(it->own());
  if (auto* it = dynamic_cast<P::QuantifierPrimaryContext*>(context))
    return quantifier(it->quantifier());
  if (auto* it = dynamic_cast<P::NumberOfPrimaryContext*>(context))
    return number_of(it->numberOf());
  if (auto* it = dynamic_cast<P::ExtremePrimaryContext*>(context)) return extreme(it->extreme());
  if (auto* it = dynamic_cast<P::BestPrimaryContext*>(context)) return best(it->best());
  if (auto* it = dynamic_cast<P::ThePrimaryContext*>(context)) return the_only(it->theOnly());
  auto* end = static_cast<P::RunningEndPrimaryContext*>(context)->runningEnd();
  return make(
      end->which->getType() == P::FURTHEST ? ExprKind::kFurthestEnd : ExprKind::kPreviousEnd,
      span(end));
}

ExprPtr Builder::plain(P::PlainContext* context) {
  const Span where = span(context);
  if (auto* number = dynamic_cast<P::NumberValueContext*>(context)) {
    ExprPtr made = make(ExprKind::kNumber, where);
    made->text = digits(number->number);
    if (number->unit != nullptr) made->unit = unit_of(number->unit->getType());
    return made;
  }
  if (auto* word = dynamic_cast<P::WordValueContext*>(context)) {
    return make(word_kind_of(word->word->getType()), where);
  }
  if (auto* named = dynamic_cast<P::PathValueContext*>(context)) {
    ExprPtr made = make(ExprKind::kPath, where);
    made->path = path(named->path());
    return made;
  }
  if (auto* quoted = dynamic_cast<P::TextValueContext*>(context)) {
    ExprPtr made = make(ExprKind::kText, where);
    made->text = text(quoted->TEXT()).value;
    return made;
  }
  ExprPtr made = make(ExprKind::kDate, where);
  made->text = std::string(source_.text(where));
  return made;
}

ExprPtr Builder::value(P::ValueContext* context) {
  if (auto* alone = dynamic_cast<P::PlainAloneContext*>(context)) return plain(alone->plain());
  auto* inside = static_cast<P::ValueInBracketsContext*>(context);
  return brackets(inside->expression(), span(context));
}

ExprPtr Builder::brackets(P::ExpressionContext* inside, Span where) {
  ExprPtr made = make(ExprKind::kBrackets, where);
  made->args.push_back(expression(inside));
  return made;
}

ExprPtr Builder::call(P::CallContext* context) {
  ExprPtr made = make(ExprKind::kCall, span(context));
  made->path = path_of(context->name());
  for (P::ArgumentContext* each : context->argument()) made->args.push_back(argument(each));
  return made;
}

ExprPtr Builder::argument(P::ArgumentContext* context) {
  if (auto* on = dynamic_cast<P::OnArgumentContext*>(context)) {
    ExprPtr made = make(ExprKind::kOn, span(context));
    made->word = places_.of(on->ON());
    made->args.push_back(sum(on->sum()));
    return made;
  }
  if (auto* how = dynamic_cast<P::ReckoningArgumentContext*>(context))
    return reckoning(how->reckoning());
  return expression(static_cast<P::PlainArgumentContext*>(context)->expression());
}

ExprPtr Builder::reckoning(P::ReckoningContext* context) {
  ExprPtr made = make(ExprKind::kReckoning, span(context));
  made->by_birthdays = context->birthdays != nullptr;
  if (!made->by_birthdays) made->args.push_back(sum(context->sum()));
  return made;
}

ExprPtr Builder::list(P::ListContext* context) {
  const bool is_list = context->expression().size() > 1;
  ExprPtr made = make(is_list ? ExprKind::kList : ExprKind::kBrackets, span(context));
  add_list(*made, context);
  return made;
}

void Builder::add_list(Expr& to, P::ListContext* context) {
  for (P::ExpressionContext* each : context->expression()) to.args.push_back(expression(each));
}

ExprPtr Builder::own(P::OwnContext* context) {
  if (auto* their = dynamic_cast<P::TheirContext*>(context)) {
    ExprPtr made = make(ExprKind::kTheir, span(context));
    made->word = places_.of(their->THEIR());
    made->path = path(their->path());
    made->in_every_council = their->EVERY() != nullptr;
    return made;
  }
  auto* all = static_cast<P::AllContext*>(context);
  ExprPtr made = make(ExprKind::kAll, span(context));
  made->word = places_.of(all->ALL());
  made->path = path(all->path());
  return made;
}

ExprPtr Builder::quantifier(P::QuantifierContext* context) {
  const bool any = context->word->getType() == P::ANY;
  ExprPtr made = make(any ? ExprKind::kAny : ExprKind::kNoSet, span(context));
  made->word = places_.of(context->word);
  made->args.push_back(collection_set(context->collectionSet()));
  return made;
}

ExprPtr Builder::number_of(P::NumberOfContext* context) {
  if (auto* different = dynamic_cast<P::NumberOfDifferentContext*>(context)) {
    ExprPtr made = make(ExprKind::kNumberOfDifferent, span(context));
    made->word = places_.of(different->NUMBER());
    made->args.push_back(body(different->body()));
    made->args.push_back(collection_set(different->collectionSet()));
    return made;
  }
  auto* records = static_cast<P::NumberOfRecordsContext*>(context);
  ExprPtr made = make(ExprKind::kNumberOf, span(context));
  made->word = places_.of(records->NUMBER());
  made->args.push_back(collection_set(records->collectionSet()));
  return made;
}

ExprPtr Builder::extreme(P::ExtremeContext* context) {
  const auto fill = [&](ExprPtr made, const antlr4::Token* pick, const antlr4::Token* known) {
    made->pick = pick_of(pick->getType());
    made->known = known != nullptr;
    made->word = places_.of(known != nullptr ? known : pick);
    return made;
  };
  if (auto* of_set = dynamic_cast<P::ExtremeOfSetContext*>(context)) {
    ExprPtr made = fill(make(ExprKind::kExtremeOfSet, span(context)), of_set->pick, of_set->known);
    made->args.push_back(body(of_set->body()));
    made->args.push_back(collection_set(of_set->collectionSet()));
    return made;
  }
  auto* of_list = static_cast<P::ExtremeOfListContext*>(context);
  ExprPtr made = fill(make(ExprKind::kExtremeOfList, span(context)), of_list->pick, of_list->known);
  add_list(*made, of_list->list());
  return made;
}

ExprPtr Builder::best(P::BestContext* context) {
  const auto fill = [&](ExprPtr made, antlr4::tree::TerminalNode* word, const antlr4::Token* known,
                        P::NameContext* column) {
    made->known = known != nullptr;
    made->word = known != nullptr ? places_.of(known) : places_.of(word);
    made->column = name(column);
    return made;
  };
  if (auto* of_set = dynamic_cast<P::BestOfSetContext*>(context)) {
    ExprPtr made = fill(make(ExprKind::kBestOfSet, span(context)), of_set->BEST(), of_set->known,
                        of_set->name());
    made->args.push_back(body(of_set->body()));
    made->args.push_back(collection_set(of_set->collectionSet()));
    return made;
  }
  auto* of_list = static_cast<P::BestOfListContext*>(context);
  ExprPtr made = fill(make(ExprKind::kBestOfList, span(context)), of_list->BEST(), of_list->known,
                      of_list->name());
  add_list(*made, of_list->list());
  return made;
}

ExprPtr Builder::the_only(P::TheOnlyContext* context) {
  ExprPtr made = make(ExprKind::kThe, span(context));
  made->word = places_.of(context->THE());
  made->args.push_back(body(context->body()));
  made->args.push_back(collection_set(context->collectionSet()));
  if (context->value() == nullptr) return made;
  made->args.push_back(value(context->value()));
  if (!is_whole_value(context)) {
    const Span where = made->span;
    sink_.add(diagnose(source::join(places_.of(context->IF()), places_.of(context->DIFFER())),
                       errors::bare_if_they_differ)
                  .fix(diagnostics::Confidence::kMaybe, std::string(errors::kBracketsAroundPick),
                       {{{where.file, where.begin, where.begin}, "("},
                        {{where.file, where.end, where.end}, ")"}}));
  }
  return made;
}

ExprPtr Builder::body(P::BodyContext* context) {
  if (auto* inside = dynamic_cast<P::BodyInBracketsContext*>(context)) {
    return brackets(inside->expression(), span(context));
  }
  ExprPtr made = make(ExprKind::kPath, span(context));
  made->path = path(static_cast<P::PathBodyContext*>(context)->path());
  return made;
}

ExprPtr Builder::collection_set(P::CollectionSetContext* context) {
  if (auto* inside = dynamic_cast<P::SetInBracketsContext*>(context)) {
    return brackets(inside->expression(), span(context));
  }
  if (auto* owned = dynamic_cast<P::OwnSetContext*>(context)) return own(owned->own());
  ExprPtr made = make(ExprKind::kPath, span(context));
  made->path = path(static_cast<P::NamedSetContext*>(context)->path());
  return made;
}

ExprPtr Builder::narrowing(ExprPtr set, P::NarrowingContext* context) {
  const auto start = [&](ExprKind kind, antlr4::tree::TerminalNode* word) {
    ExprPtr made = make(kind, source::join(set->span, span(context)));
    made->word = places_.of(word);
    made->args.push_back(std::move(set));
    return made;
  };
  if (auto* where = dynamic_cast<P::WhereContext*>(context)) {
    ExprPtr made = start(ExprKind::kWhere, where->WHERE());
    made->args.push_back(condition(where->condition()));
    return made;
  }
  if (auto* with = dynamic_cast<P::WithKeysContext*>(context)) {
    ExprPtr made = start(ExprKind::kWith, with->WITH());
    made->keys = keys(with->keys());
    return made;
  }
  auto* as = static_cast<P::NamedAsContext*>(context);
  ExprPtr made = start(ExprKind::kAs, as->AS());
  made->path = path_of(as->name());
  return made;
}

std::vector<Key> Builder::keys(P::KeysContext* context) {
  std::vector<Key> made;
  for (P::KeyContext* each : context->key()) made.push_back(key(each));
  return made;
}

Key Builder::key(P::KeyContext* context) {
  Key made;
  made.span = span(context);
  if (auto* pick = dynamic_cast<P::PickKeyContext*>(context)) {
    made.kind = Key::Kind::kPick;
    made.pick = pick_of(pick->pick->getType());
    made.value = sum(pick->sum());
    if (pick->place != nullptr) {
      made.unknown =
          pick->place->getType() == P::FIRST ? Key::Placing::kFirst : Key::Placing::kLast;
    }
  } else if (auto* best_key = dynamic_cast<P::BestKeyContext*>(context)) {
    made.kind = Key::Kind::kBest;
    made.value = sum(best_key->sum());
    made.column = name(best_key->name());
  } else {
    made.kind = Key::Kind::kPreferring;
    made.value = condition(static_cast<P::PreferringKeyContext*>(context)->condition());
  }
  return made;
}

}  // namespace assize::syntax
