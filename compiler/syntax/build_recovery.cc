// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// Where reading goes on after a mistake. A file is items in braces in items: an exception leaves
// every rule up to the item it happened in, the parser skips to the word that begins the next item
// at the same depth of braces, and goes on. So each mistake costs one item and gives one message.
// Where it is clear what was meant (a misspelt word, a brace that is missing), the parser goes on
// as if it were written.

#include <algorithm>
#include <utility>

#include "compiler/syntax/antlr.h"
#include "compiler/syntax/errors.h"

namespace assize::syntax {
namespace {

using P = AssizeParser;
using antlr4::misc::IntervalSet;

constexpr std::string_view kClauses = "a clause of a measure, such as `population` or `numerator`";

// A file with more mistakes than this is not read to its end.
constexpr std::size_t kMostReported = 100;

constexpr std::array kItems = {
    ItemsOf{P::RuleFile,
            {P::RuleUseLine, P::RuleDeclaration},
            "a declaration, such as `measure` or `collection`"},
    ItemsOf{P::RuleLoneClauses, {P::RuleMeasureItem, P::RuleMeasureItem}, kClauses},
    ItemsOf{P::RuleCodeListBody,
            {P::RuleCodeListItem, P::RuleCodeListItem},
            "a row of the code list (`| … |`) or a clause such as `source`"},
    ItemsOf{P::RuleCollectionBody,
            {P::RuleCollectionItem, P::RuleCollectionItem},
            "a clause of a collection, such as `field` or `holds`"},
    ItemsOf{P::RuleChoices, {P::RuleCaseItem, P::RuleCaseItem}, "`case` or `otherwise`"},
    ItemsOf{P::RuleEpisodesBody,
            {P::RuleEpisodesItem, P::RuleEpisodesItem},
            "a clause of episodes, such as `join while` or `let`"},
    ItemsOf{P::RuleMeasureBody, {P::RuleMeasureItem, P::RuleMeasureItem}, kClauses},
    ItemsOf{P::RuleEvidenceBody, {P::RuleEvidenceItem, P::RuleEvidenceItem}, kClauses},
    ItemsOf{P::RulePartBody,
            {P::RulePartItem, P::RulePartItem},
            "a clause of a part, such as `keep` or `numerator`"},
    ItemsOf{P::RulePopulationBody,
            {P::RuleEveryStep, P::RuleStep},
            "a step, such as `leave out` or `keep`"},
    ItemsOf{P::RuleEditionBody,
            {P::RuleEditionItem, P::RuleEditionItem},
            "a clause of an edition, such as `introduce` or `retire`"},
    ItemsOf{P::RuleHeadingsBody,
            {P::RuleHeadingItem, P::RuleHeadingItem},
            "a heading, such as `safety as 4 \"Safety\"`"},
    ItemsOf{P::RuleDisclosureBody,
            {P::RuleDisclosureItem, P::RuleDisclosureItem},
            "`suppress counts below` or `round counts to`"},
    ItemsOf{P::RuleScenarioBody, {P::RuleScenarioItem, P::RuleScenarioItem}, "`set` or `title`"},
    ItemsOf{P::RuleTestBody, {P::RuleTestItem, P::RuleTestItem}, "`covers`, `given` or `expect`"},
};

bool is_item(const antlr4::ParserRuleContext* context) {
  const auto* parent = dynamic_cast<const antlr4::ParserRuleContext*>(context->parent);
  if (parent == nullptr) return false;
  const ItemsOf* items = items_of(parent->getRuleIndex());
  return items != nullptr && std::find(items->items.begin(), items->items.end(),
                                       context->getRuleIndex()) != items->items.end();
}

/// The nearest rule in braces around what is read now, that rule itself included.
const antlr4::ParserRuleContext* body_around(const antlr4::ParserRuleContext* context) {
  while (context != nullptr && items_of(context->getRuleIndex()) == nullptr) {
    context = dynamic_cast<const antlr4::ParserRuleContext*>(context->parent);
  }
  return context;
}

}  // namespace

void Recovery::add(diagnostics::Diagnostic diagnostic) {
  if (reported_++ < kMostReported) sink_.add(std::move(diagnostic));
}

namespace {

std::size_t item_start_of(const antlr4::ParserRuleContext* context) {
  while (context->parent != nullptr && !is_item(context)) {
    context = dynamic_cast<const antlr4::ParserRuleContext*>(context->parent);
  }
  return context->start->getTokenIndex();
}

const IntervalSet& next_tokens(antlr4::Parser* parser, std::size_t state) {
  const antlr4::atn::ATN& atn = parser->getATN();
  return atn.nextTokens(atn.states[state]);
}

}  // namespace

const ItemsOf* items_of(std::size_t rule) {
  const auto found = std::find_if(kItems.begin(), kItems.end(),
                                  [&](const ItemsOf& each) { return each.body == rule; });
  return found == kItems.end() ? nullptr : &*found;
}

IntervalSet starts_of(antlr4::Parser* parser, const ItemsOf& items) {
  const antlr4::atn::ATN& atn = parser->getATN();
  IntervalSet starts;
  for (std::size_t item : items.items) starts.addAll(atn.nextTokens(atn.ruleToStartState[item]));
  starts.remove(antlr4::Token::EPSILON);
  return starts;
}

const antlr4::Token* Recovery::visible_before(antlr4::Parser* parser,
                                              const antlr4::Token* token) const {
  for (std::size_t at = token->getTokenIndex(); at > 0; --at) {
    const antlr4::Token* before = parser->getTokenStream()->get(at - 1);
    if (before->getChannel() == antlr4::Token::DEFAULT_CHANNEL) return before;
  }
  return nullptr;
}

bool Recovery::is_first_on_line(const antlr4::Token* token) const {
  const std::string_view text = source_.text();
  std::uint32_t at = places_.of(token).begin;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\r')) --at;
  return at == 0 || text[at - 1] == '\n';
}

/// Words that begin an item stand in the middle of others too (`by mean of councils`); at the
/// beginning of a line, or behind what can end an item, they are taken for the beginning of one.
bool Recovery::can_start_item(antlr4::Parser* parser, const antlr4::Token* token) const {
  if (is_first_on_line(token)) return true;
  switch (token->getType()) {
    case P::FROM:
    case P::KEEP:
    case P::LEAVE:
    case P::STOP:
    case P::CASE:
    case P::MEAN:
    case P::CODES:
    case P::MEASURE:
    case P::COLLECTION:
    case P::IN:
      return false;
    default:
      break;
  }
  if (!is_word(parser, token->getType())) return false;
  const antlr4::Token* before = visible_before(parser, token);
  if (before == nullptr) return true;
  switch (before->getType()) {
    case P::TEXT:
    case P::NUMERAL:
    case P::DATE:
    case P::YEAR:
    case P::MEASURE_CODE:
    case P::ID:
    case P::QUOTED:
    case P::RBRACE:
    case P::RPAREN:
    case P::TABLE_ROW:
    case P::LBRACE:
      return true;
    default:
      return false;
  }
}

void Recovery::note_asked(antlr4::Parser* parser) {
  const std::size_t token = parser->getCurrentToken()->getTokenIndex();
  if (token != asked_token_) {
    asked_token_ = token;
    asked_states_.clear();
  }
  asked_states_.push_back(parser->getState());
}

Recovery::Types Recovery::could_stand_at(antlr4::Parser* parser, const antlr4::Token* token) const {
  Types all;
  if (parser->getCurrentToken() == token) all.addAll(parser->getExpectedTokens());
  if (token->getTokenIndex() == asked_token_) {
    for (std::size_t state : asked_states_) all.addAll(next_tokens(parser, state));
  }
  all.remove(antlr4::Token::EPSILON);
  return all;
}

int Recovery::open_braces(antlr4::Parser* parser, std::size_t from, std::size_t to) const {
  int open = 0;
  for (std::size_t at = from; at < to; ++at) {
    const std::size_t type = parser->getTokenStream()->get(at)->getType();
    if (type == P::LBRACE) ++open;
    if (type == P::RBRACE) --open;
  }
  for (const auto& [at, brace] : supplied_braces_) {
    if (at >= from && at <= to) open += brace;
  }
  return open;
}

/// True if the file opens more braces than it closes, those left out that were supplied already.
bool Recovery::is_short_of_braces(antlr4::Parser* parser) {
  if (!braces_left_open_)
    braces_left_open_ = open_braces(parser, 0, parser->getTokenStream()->size());
  return *braces_left_open_ > 0;
}

/// True if braces are missing in this file and the word at hand begins an item of a body further
/// out.
bool Recovery::belongs_further_out(antlr4::Parser* parser) {
  const antlr4::Token* token = parser->getCurrentToken();
  if (token->getType() == antlr4::Token::EOF) return true;
  if (!is_short_of_braces(parser) || !is_first_on_line(token)) return false;
  const antlr4::ParserRuleContext* body = parser->getContext();
  // The choices of a let have been left already when its `}` is asked for.
  if (body->getRuleIndex() != P::RuleLetBody) body = body_around(body);
  while (body != nullptr && body->parent != nullptr) {
    body = body_around(dynamic_cast<const antlr4::ParserRuleContext*>(body->parent));
    if (body == nullptr) return false;
    if (starts_of(parser, *items_of(body->getRuleIndex())).contains(token->getType())) {
      return token->getType() != P::ID;  // a name begins a heading, and anything else
    }
  }
  return false;
}

/// Goes on as if the nearest word that can stand here were written, if there is one.
bool Recovery::repair(antlr4::Parser* parser, const Types& expected) {
  antlr4::Token* token = parser->getCurrentToken();
  const auto nearest = nearest_of(parser, token, expected);
  if (!nearest) return false;
  report_misspelt(parser, token, *nearest);
  for (std::size_t type = 0; type <= parser->getVocabulary().getMaxTokenType(); ++type) {
    if (spelling_of(parser, type) == *nearest)
      dynamic_cast<antlr4::CommonToken&>(*token).setType(type);
  }
  suspect(token->getTokenIndex());
  return true;
}

void Recovery::skip_to_next(antlr4::Parser* parser, const Types& starts, std::size_t from,
                            bool is_outermost) {
  int depth = std::max(0, open_braces(parser, from, parser->getCurrentToken()->getTokenIndex()));
  bool may_stop =
      parser->getCurrentToken()->getTokenIndex() != from;  // else nothing would be read for ever
  while (parser->getCurrentToken()->getType() != antlr4::Token::EOF) {
    const antlr4::Token* token = parser->getCurrentToken();
    const std::size_t type = token->getType();
    if (depth == 0 && reported_ < kMostReported) {
      if (type == P::RBRACE && !is_outermost) break;
      if (may_stop && starts.contains(type) && can_start_item(parser, token)) break;
      if (may_stop && belongs_further_out(parser)) break;
    }
    if (type == P::LBRACE) ++depth;
    if (type == P::RBRACE) depth = std::max(0, depth - 1);
    parser->consume();
    may_stop = true;
  }
  endErrorCondition(parser);
}

void Recovery::check_body(antlr4::Parser* parser, const Types& starts, std::string_view items) {
  const antlr4::Token* token = parser->getCurrentToken();
  const antlr4::ParserRuleContext* body = parser->getContext();
  const bool is_outermost = body->parent == nullptr;
  if (token->getType() == P::RBRACE && !is_outermost) return;
  if (token->getType() == antlr4::Token::EOF || (!is_outermost && belongs_further_out(parser)))
    return;
  if (repair(parser, starts)) return;
  if (!inErrorRecoveryMode(parser)) {
    beginErrorCondition(parser);
    const antlr4::Token* before = visible_before(parser, token);
    const bool begins_item = before == nullptr || is_first_on_line(token) ||
                             before->getType() == P::LBRACE || before->getType() == P::RBRACE;
    // The clause that has just ended may have been meant to go on here.
    const antlr4::ParserRuleContext* last =
        body->children.empty() ? nullptr
                               : dynamic_cast<antlr4::ParserRuleContext*>(body->children.back());
    report(parser, {token, could_stand_at(parser, token), begins_item ? items : "",
                    last == nullptr ? token->getTokenIndex() : last->start->getTokenIndex()});
  }
  skip_to_next(parser, starts, token->getTokenIndex(), is_outermost);
}

void Recovery::sync(antlr4::Parser* parser) {
  note_asked(parser);
  const IntervalSet& here = next_tokens(parser, parser->getState());
  const std::size_t type = parser->getCurrentToken()->getType();
  if (here.contains(type)) return;
  const ItemsOf* items = items_of(parser->getContext()->getRuleIndex());
  // Before its `{` a rule in braces is like any other.
  if (items != nullptr && (parser->getContext()->parent == nullptr || !has(here, P::LBRACE))) {
    Types starts = here;
    starts.remove(static_cast<std::size_t>(P::RBRACE));
    starts.remove(antlr4::Token::EOF);
    starts.remove(antlr4::Token::EPSILON);
    check_body(parser, starts, items->words);
    return;
  }
  if (type == P::ID && !has(parser->getExpectedTokens(), type)) {
    repair(parser, could_stand_at(parser, parser->getCurrentToken()));
  }
}

antlr4::Token* Recovery::recoverInline(antlr4::Parser* parser) {
  note_asked(parser);
  antlr4::Token* token = parser->getCurrentToken();
  const Types here = next_tokens(parser, parser->getState());
  if (repair(parser, here)) {
    endErrorCondition(parser);
    parser->consume();
    return token;
  }
  const antlr4::ParserRuleContext* context = parser->getContext();
  if (has(here, P::RBRACE) && belongs_further_out(parser)) {
    report_open_brace(parser, context);
    supplied_braces_.emplace_back(token->getTokenIndex(), -1);
    braces_left_open_.reset();
    return getMissingSymbol(parser);
  }
  const bool is_let = context->getRuleIndex() == P::RuleLetBody;
  const ItemsOf* items = items_of(is_let ? std::size_t{P::RuleChoices} : context->getRuleIndex());
  if (has(here, P::LBRACE) && items != nullptr &&
      (starts_of(parser, *items).contains(token->getType()) ||
       (is_let && token->getType() == P::TABLE_ROW))) {
    report(parser, {token, here, "", item_start_of(context)});
    supplied_braces_.emplace_back(token->getTokenIndex(), +1);
    braces_left_open_.reset();
    return getMissingSymbol(parser);
  }
  throw antlr4::InputMismatchException(parser);
}

void Recovery::reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) {
  if (inErrorRecoveryMode(parser)) return;
  beginErrorCondition(parser);
  const antlr4::Token* token = error.getOffendingToken();
  Types expected = could_stand_at(parser, token);
  if (const auto* choice = dynamic_cast<const antlr4::NoViableAltException*>(&error)) {
    if (choice->getDeadEndConfigs() != nullptr && parser->getCurrentToken() != token) {
      expected.clear();
      for (const auto& config : choice->getDeadEndConfigs()->configs) {
        expected.addAll(next_tokens(parser, config->state->stateNumber));
      }
      expected.remove(antlr4::Token::EPSILON);
    }
  }
  report(parser, {token, expected, "", item_start_of(parser->getContext())});
}

void Recovery::recover(antlr4::Parser* parser, std::exception_ptr error) {
  const antlr4::ParserRuleContext* context = parser->getContext();
  if (context->parent == nullptr) {  // an expression alone
    while (parser->getCurrentToken()->getType() != antlr4::Token::EOF) parser->consume();
    return;
  }
  if (!is_item(context)) std::rethrow_exception(error);
  const auto* body = dynamic_cast<const antlr4::ParserRuleContext*>(context->parent);
  skip_to_next(parser, starts_of(parser, *items_of(body->getRuleIndex())),
               context->start->getTokenIndex(), body->parent == nullptr);
}

}  // namespace assize::syntax
