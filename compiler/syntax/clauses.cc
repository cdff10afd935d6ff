// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/syntax/clauses.h"

#include <algorithm>
#include <array>
#include <string>

#include "compiler/syntax/antlr.h"

namespace assize::syntax {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::array kClauseRules = {
    std::size_t{AssizeParser::RuleUseLine},      std::size_t{AssizeParser::RuleDeclaration},
    std::size_t{AssizeParser::RuleCodeListItem}, std::size_t{AssizeParser::RuleCollectionItem},
    std::size_t{AssizeParser::RuleCaseItem},     std::size_t{AssizeParser::RuleOtherwise},
    std::size_t{AssizeParser::RuleEpisodesItem}, std::size_t{AssizeParser::RuleMeasureItem},
    std::size_t{AssizeParser::RulePartItem},     std::size_t{AssizeParser::RuleEveryStep},
    std::size_t{AssizeParser::RuleStep},         std::size_t{AssizeParser::RuleEditionItem},
    std::size_t{AssizeParser::RuleHeadingItem},  std::size_t{AssizeParser::RuleDisclosureItem},
    std::size_t{AssizeParser::RuleScenarioItem}, std::size_t{AssizeParser::RuleTestItem},
    std::size_t{AssizeParser::RuleTableRow}};

// Clauses nest no deeper than declarations do; what stands in an expression begins none, so that
// the walk stays above it.
void collect(antlr4::ParserRuleContext* context, const Places& places,
             std::vector<std::uint32_t>& starts) {
  const std::size_t rule = context->getRuleIndex();
  if (rule == AssizeParser::RuleExpression || rule == AssizeParser::RuleCondition) return;
  const bool is_clause =
      std::find(kClauseRules.begin(), kClauseRules.end(), rule) != kClauseRules.end();
  if (is_clause && context->getStart() != nullptr) {
    starts.push_back(places.of(context->getStart()).begin);
  }
  for (antlr4::tree::ParseTree* child : context->children) {
    if (auto* inner = dynamic_cast<antlr4::ParserRuleContext*>(child)) {
      collect(inner, places, starts);
    }
  }
}

}  // namespace

std::vector<std::uint32_t> clause_starts(const source::Sources& sources, source::FileId file) {
  const std::string_view text = sources.file(file).text();
  const auto skipped =
      static_cast<std::uint32_t>(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  const Places places(file, text, skipped);
  antlr4::ANTLRInputStream input(std::string(text.substr(skipped)));
  AssizeLexer lexer(&input);
  lexer.removeErrorListeners();
  antlr4::CommonTokenStream stream(&lexer);
  AssizeParser parser(&stream);
  parser.removeErrorListeners();
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(
      antlr4::atn::PredictionMode::SLL);
  std::vector<std::uint32_t> starts;
  collect(parser.file(), places, starts);
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

}  // namespace assize::syntax
