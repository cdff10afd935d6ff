// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// What is said of a mistake in the spelling: what was found, what was expected in words, and
// advice.

#include <algorithm>

#include "compiler/diagnostics/nearest.h"
#include "compiler/syntax/antlr.h"
#include "compiler/syntax/errors.h"

namespace assize::syntax {
namespace {

using P = AssizeParser;
using antlr4::misc::IntervalSet;
using diagnostics::Confidence;

constexpr std::size_t kMostWordsNamed = 4;
constexpr std::size_t kLongestShown = 40;

// What goes on with a value that is complete: named by two examples instead of all.
constexpr std::array kGoesOn = {P::PLUS,   P::MINUS,  P::STAR,       P::SLASH,    P::IS,
                                P::IN,     P::LESS,   P::LESS_EQUAL, P::GREATER,  P::GREATER_EQUAL,
                                P::BEFORE, P::AFTER,  P::ON,         P::OVERLAPS, P::INSIDE,
                                P::WITHIN, P::STARTS, P::AND,        P::OR,       P::IF,
                                P::AS,     P::WHERE,  P::WITH,       P::NOT,      P::DOT,
                                P::DAYS,   P::DAY,    P::WEEKS,      P::MONTHS,   P::YEARS};

void take_out(IntervalSet& from, const IntervalSet& what) { from = from.subtract(what); }

IntervalSet starts_of_rule(antlr4::Parser* parser, std::size_t rule) {
  const antlr4::atn::ATN& atn = parser->getATN();
  return atn.nextTokens(atn.ruleToStartState[rule]);
}

std::string joined(const std::vector<std::string>& parts) {
  // Beside a part with a comma of its own the last `or` needs one too.
  const bool has_comma = std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
    return part.find(", such as") != std::string::npos;
  });
  std::string made;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at > 0) made += at + 1 < parts.size() ? ", " : has_comma ? ", or " : " or ";
    made += parts[at];
  }
  return made;
}

/// True for what can follow a value where only `if unknown …` in brackets could stand before it.
bool goes_on_with_value(std::size_t type) {
  switch (type) {
    case P::PLUS:
    case P::MINUS:
    case P::STAR:
    case P::SLASH:
    case P::IS:
    case P::IN:
    case P::LESS:
    case P::LESS_EQUAL:
    case P::GREATER:
    case P::GREATER_EQUAL:
    case P::BEFORE:
    case P::AFTER:
    case P::ON:
    case P::WITHIN:
    case P::WHERE:
    case P::OVERLAPS:
    case P::INSIDE:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string spelling_of(antlr4::Parser* parser, std::size_t type) {
  const std::string literal = parser->getVocabulary().getLiteralName(type);
  return literal.size() > 2 ? literal.substr(1, literal.size() - 2) : "";
}

bool is_word(antlr4::Parser* parser, std::size_t type) {
  const std::string spelling = spelling_of(parser, type);
  return !spelling.empty() && spelling.front() >= 'a' && spelling.front() <= 'z';
}

std::string Recovery::found(const antlr4::Token* token) const {
  std::string written(source_.text(places_.of(token)));
  switch (token->getType()) {
    case antlr4::Token::EOF:
      return "the end of the file";
    case P::TABLE_ROW:
      return "a row of a table";
    case P::TEXT:
    case P::OPEN_TEXT:
      return written.size() > kLongestShown ? "a text" : "the text " + written;
    case P::OTHER:
      return "the sign `" + written + "`";
    default:
      return "`" + written + "`";
  }
}

Span Recovery::place_of(antlr4::Parser* parser, const antlr4::Token* token) const {
  if (token->getType() != antlr4::Token::EOF) return places_.of(token);
  // What is missing at the end of a file is missing behind its last word.
  const antlr4::Token* last = visible_before(parser, token);
  if (last == nullptr) return places_.of(token);
  const Span where = places_.of(last);
  return {where.file, where.end, where.end};
}

std::optional<std::string> Recovery::nearest_of(antlr4::Parser* parser, const antlr4::Token* token,
                                                const Types& expected) const {
  if (token->getType() != P::ID) return std::nullopt;
  const std::string written(source_.text(places_.of(token)));
  if (written.size() < 3) return std::nullopt;
  std::vector<std::string> words;
  for (const std::ptrdiff_t type : expected.toList()) {
    if (type > 0 && is_word(parser, static_cast<std::size_t>(type))) {
      words.push_back(spelling_of(parser, static_cast<std::size_t>(type)));
    }
  }
  const std::vector<std::string> near = diagnostics::nearest_words(written, words);
  if (near.empty()) return std::nullopt;
  const std::size_t edits = diagnostics::edit_distance(written, near.front());
  const std::size_t most = written.size() >= 6 ? 2 : 1;
  // Two words that are equally near are no answer.
  const bool is_alone = near.size() == 1 || diagnostics::edit_distance(written, near[1]) > edits;
  return edits <= most && is_alone ? std::optional(near.front()) : std::nullopt;
}

void Recovery::report_misspelt(antlr4::Parser*, const antlr4::Token* token,
                               const std::string& nearest) {
  const Span where = places_.of(token);
  add(diagnose(where, errors::misspelt_word, source_.text(where), nearest)
          .fix(Confidence::kMaybe, std::string(errors::kNearestWord), {{where, nearest}}));
}

/// Nothing is said of what follows from a mistake that is reported already in the same item.
bool Recovery::follows_from_other(const Sight& sight) const {
  return std::any_of(suspects_.begin(), suspects_.end(), [&](std::size_t at) {
    return at >= sight.item_start && at <= sight.token->getTokenIndex();
  });
}

void Recovery::report(antlr4::Parser* parser, const Sight& sight) {
  if (follows_from_other(sight)) return;
  if (sight.place.empty() &&
      (report_open_fallback(parser, sight) || report_word_before(parser, sight)))
    return;
  if (report_open_bracket(parser, sight)) return;
  const std::string expected =
      sight.place.empty() ? describe(parser, sight) : std::string(sight.place);
  auto error =
      diagnose(place_of(parser, sight.token), errors::unreadable, expected, found(sight.token));
  add_advice(parser, sight, error);
  add(std::move(error));
}

/// `2023-24 becuase "…"`: the misspelt word passed for a name, and what follows it shows that it is
/// none.
bool Recovery::report_word_before(antlr4::Parser* parser, const Sight& sight) {
  const antlr4::Token* before = visible_before(parser, sight.token);
  if (before == nullptr || before->getTokenIndex() <= sight.item_start) return false;
  const auto nearest = nearest_of(parser, before, sight.expected);
  if (nearest) report_misspelt(parser, before, *nearest);
  return nearest.has_value();
}

bool Recovery::report_open_bracket(antlr4::Parser* parser, const Sight& sight) {
  if (!has(sight.expected, P::RPAREN)) return false;
  const std::size_t type = sight.token->getType();
  bool ends_clause = type == antlr4::Token::EOF || type == P::LBRACE || type == P::RBRACE;
  if (!ends_clause && is_word(parser, type) && is_first_on_line(sight.token)) {
    for (std::size_t rule = 0; rule < parser->getRuleNames().size() && !ends_clause; ++rule) {
      const ItemsOf* items = items_of(rule);
      ends_clause = items != nullptr && starts_of(parser, *items).contains(type);
    }
  }
  if (!ends_clause) return false;
  int closed = 0;
  for (std::size_t at = sight.token->getTokenIndex(); at-- > sight.item_start;) {
    const antlr4::Token* token = parser->getTokenStream()->get(at);
    if (token->getType() == P::RPAREN) ++closed;
    if (token->getType() != P::LPAREN || closed-- > 0) continue;
    add(diagnose(places_.of(token), errors::never_closed, "(")
            .label(place_of(parser, sight.token), std::string(errors::kClosedByHere)));
    return true;
  }
  return false;
}

bool Recovery::report_open_fallback(antlr4::Parser* parser, const Sight& sight) {
  const antlr4::Token* last = visible_before(parser, sight.token);
  const antlr4::Token* second = last == nullptr ? nullptr : visible_before(parser, last);
  const antlr4::Token* first = second == nullptr ? nullptr : visible_before(parser, second);
  if (first == nullptr) return false;
  // `if unknown keep` at the end of a clause without its comma.
  if (second->getType() == P::IF && last->getType() == P::UNKNOWN) {
    switch (sight.token->getType()) {
      case P::KEEP:
      case P::LEAVE:
      case P::STOP:
      case P::TRY:
      case P::DO:
        break;
      default:
        return false;
    }
    const Span where = source::join(places_.of(second), places_.of(last));
    const std::uint32_t at = places_.of(first).end;
    add(diagnose(where, errors::unreadable, "a comma before `if unknown`", "none")
            .fix(Confidence::kCertain, std::string(errors::kCommaBeforeIfUnknown),
                 {{{where.file, at, at}, ","}}));
    return true;
  }
  if (!goes_on_with_value(sight.token->getType())) return false;
  const bool unknown = second->getType() == P::UNKNOWN && first->getType() == P::IF;
  const bool differ = second->getType() == P::DIFFER;
  if (!unknown && !differ) return false;
  if (unknown) {
    add(diagnose(source::join(places_.of(first), places_.of(second)), errors::bare_fallback)
            .note(std::string(errors::kFallbackExample)));
  } else {
    add(diagnose(source::join(places_.of(first), places_.of(second)), errors::bare_if_they_differ));
  }
  return true;
}

std::size_t Recovery::indentation_of(const antlr4::Token* token) const {
  const std::string_view text = source_.text();
  std::size_t begin = places_.of(token).begin;
  while (begin > 0 && text[begin - 1] != '\n') --begin;
  std::size_t end = begin;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  return end - begin;
}

void Recovery::report_open_brace(antlr4::Parser* parser, const antlr4::ParserRuleContext* body) {
  const antlr4::Token* now = parser->getCurrentToken();
  std::vector<const antlr4::Token*> open;
  const antlr4::Token* blamed = nullptr;
  for (std::size_t at = body->start->getTokenIndex(); at < now->getTokenIndex(); ++at) {
    const antlr4::Token* token = parser->getTokenStream()->get(at);
    if (token->getType() == P::OPEN_TEXT) return;
    if (token->getType() == P::LBRACE) open.push_back(token);
    if (token->getType() != P::RBRACE || open.empty()) continue;
    // A brace that closes at another depth than its line began probably closes for another.
    if (blamed == nullptr && is_first_on_line(token) &&
        indentation_of(token) < indentation_of(open.back())) {
      blamed = open.back();
    }
    open.pop_back();
  }
  if (blamed == nullptr && !open.empty()) blamed = open.back();
  if (blamed == nullptr) blamed = body->start;
  for (const std::size_t at : suspects_) {  // a text without an end may have swallowed the brace
    const antlr4::Token* text = parser->getTokenStream()->get(at);
    if (text->getType() == P::TEXT && at > blamed->getTokenIndex() && at < now->getTokenIndex() &&
        source_.text(places_.of(text)).find('}') != std::string_view::npos) {
      return;
    }
  }
  add(diagnose(places_.of(blamed), errors::never_closed, "{")
          .label(place_of(parser, now), std::string(errors::kClosedByHere)));
}

void Recovery::add_advice(antlr4::Parser* parser, const Sight& sight,
                          diagnostics::Diagnostic& error) const {
  const Span where = places_.of(sight.token);
  const std::string_view written = source_.text(where);
  const auto note = [&](std::string_view words) { error.note(std::string(words)); };
  switch (sight.token->getType()) {
    case P::OTHER:
      if (written == "\u201C" || written == "\u201D" || written == "\u201E" || written == "'" ||
          written == "\u2019") {
        note(errors::kStraightQuotes);
      }
      if (written == "\u2013" || written == "\u2014" || written == "\u2212")
        note(errors::kPlainHyphen);
      if (written == "!") note(errors::kCompareWithIsNot);
      return;
    case P::EQUALS:
      if (!has(sight.expected, P::IS)) return;
      error.fix(Confidence::kMaybe, std::string(errors::kCompareWithIs), {{where, "is"}});
      return;
    case P::USE:
      note(errors::kUseComesFirst);
      return;
    case P::RPAREN:
    case P::RBRACE:
      note(errors::kClosesNothing);
      return;
    default:
      break;
  }
  const bool name_is_wanted = has(sight.expected, P::QUOTED) && !has(sight.expected, P::NUMERAL);
  // On a line of its own the word is more likely the next clause.
  if (sight.place.empty() && name_is_wanted && is_word(parser, sight.token->getType()) &&
      !is_first_on_line(sight.token)) {
    note(errors::kBackquotes);
    error.fix(Confidence::kMaybe, std::string(errors::kBackquotes),
              {{where, "`" + std::string(written) + "`"}});
  }
  if (!sight.place.empty() && parser->getContext()->parent == nullptr) {
    const antlr4::Token* before = visible_before(parser, sight.token);
    if (before != nullptr && before->getType() == P::RBRACE) {
      error.label(places_.of(before), std::string(errors::kClosedTooEarly));
    }
  }
}

std::string Recovery::describe(antlr4::Parser* parser, const Sight& sight) const {
  IntervalSet left = sight.expected;
  left.remove(antlr4::Token::EOF);
  left.remove(static_cast<std::size_t>(P::RBRACE));
  std::vector<std::string> parts;
  const auto may = [&](std::size_t type) { return has(left, type); };

  // A clause that is complete may end: what could begin the next one is not listed.
  bool may_end = false;
  for (std::size_t rule = 0; rule < parser->getRuleNames().size(); ++rule) {
    const ItemsOf* items = items_of(rule);
    if (items == nullptr || rule == P::RuleHeadingsBody) continue;
    const IntervalSet starts = starts_of(parser, *items);
    if (left.And(starts).size() == starts.size()) {
      take_out(left, starts);
      may_end = true;
    }
  }
  if (may(P::NUMERAL) && may(P::LPAREN) && may(P::ID)) {
    parts.push_back(may(P::NOT) && !may(P::KNOWN) ? "a condition" : "a value");
    take_out(left, starts_of_rule(parser, P::RuleExpression));
  } else if (may(P::ID)) {
    parts.push_back("a name");
    take_out(left, starts_of_rule(parser, P::RuleName));
  }
  if (may(P::TEXT)) parts.push_back("a text in double quotes");
  if (may(P::NUMERAL)) parts.push_back("a number");
  if (may(P::DATE)) parts.push_back("a date such as 2024-04-01");
  if (may(P::YEAR)) parts.push_back("a year such as 2024-25");
  if (may(P::MEASURE_CODE)) parts.push_back("a code such as 2A");
  if (may(P::TABLE_ROW)) parts.push_back("a row of a table (`| … |`)");
  std::string goes_on;
  if (may(P::IS) || may(P::AND)) goes_on = "a word that goes on, such as `and`";
  if (goes_on.empty() && may(P::PLUS)) goes_on = "a sign that goes on, such as `+`";
  if (!goes_on.empty()) {
    for (const auto type : kGoesOn) left.remove(static_cast<std::size_t>(type));
  }
  std::vector<std::string> words;
  for (const std::ptrdiff_t type : left.toList()) {
    const std::string spelling =
        type > 0 ? spelling_of(parser, static_cast<std::size_t>(type)) : "";
    if (!spelling.empty()) words.push_back("`" + spelling + "`");
  }
  if (words.size() > kMostWordsNamed) {
    words.resize(kMostWordsNamed - 1);
    words.push_back("another word that can stand here");
  }
  parts.insert(parts.end(), words.begin(), words.end());
  if (!goes_on.empty()) parts.push_back(goes_on);
  if (may_end) parts.push_back("the next clause");
  if (parts.empty()) parts.push_back("the end");
  return joined(parts);
}

}  // namespace assize::syntax
