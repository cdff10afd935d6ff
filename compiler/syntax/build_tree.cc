// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// From source to tree: the tokens, the limits that are counted on them, the parser, the
// declarations.

#include <algorithm>
#include <memory>
#include <utility>

#include "compiler/syntax/antlr.h"
#include "compiler/syntax/build.h"
#include "compiler/syntax/errors.h"

namespace assize::syntax {
namespace {

// Counted on tokens, before the parser sees them: it would run out of stack.
constexpr int kDeepest = 64;
// What the parser makes of a word takes much more room than the word. 1 MiB of measures has fewer.
constexpr std::size_t kMostTokens = 200'000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Token::Kind kind_of(std::size_t type) {
  switch (type) {
    case AssizeLexer::ID:
    case AssizeLexer::QUOTED:
      return Token::Kind::kName;
    case AssizeLexer::NUMERAL:
      return Token::Kind::kNumber;
    case AssizeLexer::DATE:
      return Token::Kind::kDate;
    case AssizeLexer::YEAR:
      return Token::Kind::kYear;
    case AssizeLexer::MEASURE_CODE:
      return Token::Kind::kCode;
    case AssizeLexer::TEXT:
    case AssizeLexer::OPEN_TEXT:
      return Token::Kind::kText;
    case AssizeLexer::TABLE_ROW:
      return Token::Kind::kRow;
    case AssizeLexer::COMMENT:
      return Token::Kind::kComment;
    case AssizeLexer::SPACE:
      return Token::Kind::kSpace;
    default:
      return type >= AssizeLexer::LBRACE ? Token::Kind::kSign : Token::Kind::kWord;
  }
}

std::vector<Token> tokens_of(const antlr4::CommonTokenStream& stream, const Places& places,
                             std::uint32_t skipped) {
  std::vector<Token> made;
  if (skipped > 0) made.push_back({Token::Kind::kSpace, {places.file(), 0, skipped}});
  auto& readable = const_cast<antlr4::CommonTokenStream&>(stream);  // `get` only looks
  for (std::size_t at = 0; at < readable.size(); ++at) {
    const antlr4::Token* token = readable.get(at);
    if (token->getType() != antlr4::Token::EOF)
      made.push_back({kind_of(token->getType()), places.of(token)});
  }
  return made;
}

/// Says if there are more words and signs than the parser is given.
bool is_short(antlr4::CommonTokenStream& stream, const Places& places, diagnostics::Sink& sink) {
  if (stream.size() <= kMostTokens) return true;
  std::size_t visible = 0;
  for (std::size_t at = 0; at < stream.size(); ++at) {
    if (stream.get(at)->getChannel() != antlr4::Token::DEFAULT_CHANNEL) continue;
    if (++visible <= kMostTokens) continue;
    sink.add(
        diagnose(places.of(stream.get(at)), errors::too_many_words, std::to_string(kMostTokens)));
    return false;
  }
  return true;
}

/// Says once where brackets, or signs that nest without brackets, go too deep.
bool is_shallow(antlr4::CommonTokenStream& stream, const Places& places, diagnostics::Sink& sink) {
  int depth = 0;
  int in_a_row = 0;
  for (std::size_t at = 0; at < stream.size(); ++at) {
    const antlr4::Token* token = stream.get(at);
    if (token->getChannel() != antlr4::Token::DEFAULT_CHANNEL) continue;
    const std::size_t type = token->getType();
    if (type == AssizeLexer::LPAREN || type == AssizeLexer::LBRACE) ++depth;
    if (type == AssizeLexer::RPAREN || type == AssizeLexer::RBRACE) depth = std::max(0, depth - 1);
    in_a_row = type == AssizeLexer::NOT || type == AssizeLexer::MINUS ? in_a_row + 1 : 0;
    if (depth > kDeepest || in_a_row > kDeepest) {
      const std::string_view what = depth > kDeepest ? "brackets" : "`not` and minus signs";
      sink.add(diagnose(places.of(token), errors::nested_too_deep, what, std::to_string(kDeepest)));
      return false;
    }
  }
  return true;
}

/// Reports texts without an end, and lets the parser go on as if they ended with their line.
void mend_open_texts(antlr4::CommonTokenStream& stream, const Places& places,
                     diagnostics::Sink& sink, Recovery& recovery) {
  for (std::size_t at = 0; at < stream.size(); ++at) {
    antlr4::Token* token = stream.get(at);
    if (token->getType() != AssizeLexer::OPEN_TEXT) continue;
    sink.add(diagnose(places.of(token), errors::open_text).under(std::string(errors::kBeginsHere)));
    dynamic_cast<antlr4::CommonToken&>(*token).setType(AssizeLexer::TEXT);
    recovery.suspect(at);
  }
}

}  // namespace

void Builder::file(P::FileContext* context, Tree& tree) {
  for (P::UseLineContext* use : context->useLine()) {
    if (was_read(use)) tree.uses.push_back({text(use->location), span(use)});
  }
  for (P::DeclarationContext* each : context->declaration()) {
    if (!was_read(each)) continue;
    if (each->codeList() != nullptr) tree.code_lists.push_back(code_list(each->codeList()));
    if (each->collection() != nullptr) tree.collections.push_back(collection(each->collection()));
    if (each->measure() != nullptr) tree.measures.push_back(measure(each->measure()));
    if (each->edition() != nullptr) tree.editions.push_back(edition(each->edition()));
    if (each->scenario() != nullptr) tree.scenarios.push_back(scenario(each->scenario()));
    if (each->test() != nullptr) tree.tests.push_back(test(each->test()));
  }
}

ExprPtr Builder::lone_expression(P::LoneExpressionContext* context) {
  return was_read(context) ? expression(context->expression()) : nullptr;
}

void Builder::lone_clauses(P::LoneClausesContext* context, Tree& tree) {
  Measure made;
  for (P::MeasureItemContext* item : context->measureItem()) {
    if (!was_read(item)) continue;
    if (item->clause() != nullptr) clause(item->clause(), made.body);
    if (item->part() != nullptr) made.parts.push_back(part(item->part()));
  }
  tree.measures.push_back(std::move(made));
}

void build(const source::SourceFile& source, source::FileId file, Whole whole, Tree& tree,
           diagnostics::Sink& sink) {
  const std::string_view text = source.text();
  const auto skipped =
      static_cast<std::uint32_t>(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  const Places places(file, text, skipped);
  antlr4::ANTLRInputStream input(std::string(text.substr(skipped)));
  AssizeLexer lexer(&input);
  lexer.removeErrorListeners();
  antlr4::CommonTokenStream stream(&lexer);
  stream.fill();
  tree.tokens = tokens_of(stream, places, skipped);
  if (!is_shallow(stream, places, sink) || !is_short(stream, places, sink)) return;

  AssizeParser parser(&stream);
  parser.removeErrorListeners();
  // The grammar has no ambiguity, so that the simpler prediction always suffices (a test holds it
  // to that).
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(
      antlr4::atn::PredictionMode::SLL);
  const auto recovery = std::make_shared<Recovery>(source, places, sink);
  parser.setErrorHandler(recovery);
  mend_open_texts(stream, places, sink, *recovery);
  Builder builder(source, places, sink);
  switch (whole) {
    case Whole::kFile:
      builder.file(parser.file(), tree);
      break;
    case Whole::kExpression:
      tree.expression = builder.lone_expression(parser.loneExpression());
      break;
    case Whole::kClauses:
      builder.lone_clauses(parser.loneClauses(), tree);
      break;
  }
}

}  // namespace assize::syntax
