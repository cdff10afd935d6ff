// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// No text can be read two ways, and none needs more than the simpler prediction.

#include <AssizeLexer.h>
#include <AssizeParser.h>
#include <antlr4-runtime.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/syntax/fixtures.h"

namespace assize::syntax {
namespace {

using antlr4::Parser;

/// Notes where the parser wavered: ambiguities, and where it had to look at the rules around.
class Wavering final : public antlr4::BaseErrorListener {
 public:
  void reportAmbiguity(Parser*, const antlr4::dfa::DFA&, std::size_t start, std::size_t, bool,
                       const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
    noted += "ambiguity at token " + std::to_string(start) + "\n";
  }
  void reportAttemptingFullContext(Parser*, const antlr4::dfa::DFA&, std::size_t start, std::size_t,
                                   const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
    noted += "full context at token " + std::to_string(start) + "\n";
  }
  void syntaxError(antlr4::Recognizer*, antlr4::Token*, std::size_t line, std::size_t,
                   const std::string& message, std::exception_ptr) override {
    noted += "line " + std::to_string(line) + ": " + message + "\n";
  }
  std::string noted;
};

void read(AssizeParser& parser, const Fixture& fixture) {
  if (fixture.entry == Entry::kClauses) {
    parser.loneClauses();
  } else {
    parser.file();
  }
}

std::string wavering_over(const Fixture& fixture) {
  antlr4::ANTLRInputStream input(fixture.text);
  AssizeLexer lexer(&input);
  antlr4::CommonTokenStream tokens(&lexer);
  AssizeParser parser(&tokens);
  Wavering listener;
  parser.removeErrorListeners();
  parser.addErrorListener(&listener);
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(
      antlr4::atn::PredictionMode::LL_EXACT_AMBIG_DETECTION);
  read(parser, fixture);
  return listener.noted;
}

/// Gives the most words and signs the parser looked at to take one decision.
std::ptrdiff_t furthest_look(const Fixture& fixture) {
  antlr4::ANTLRInputStream input(fixture.text);
  AssizeLexer lexer(&input);
  antlr4::CommonTokenStream tokens(&lexer);
  AssizeParser parser(&tokens);
  parser.setProfile(true);
  read(parser, fixture);
  std::ptrdiff_t furthest = 0;
  for (const antlr4::atn::DecisionInfo& each : parser.getParseInfo().getDecisionInfo()) {
    if (each.SLL_MaxLookEvent == nullptr) continue;
    std::ptrdiff_t seen = 0;
    for (std::size_t at = each.SLL_MaxLookEvent->startIndex; at <= each.SLL_MaxLookEvent->stopIndex;
         ++at) {
      if (tokens.get(at)->getChannel() == antlr4::Token::DEFAULT_CHANNEL) ++seen;
    }
    furthest = std::max(furthest, seen);
  }
  return furthest;
}

TEST(Ambiguity, no_construct_can_be_read_two_ways) {
  for (const Fixture& each : constructs()) EXPECT_EQ(wavering_over(each), "") << each.name;
}

TEST(Ambiguity, no_framework_can_be_read_two_ways) {
  for (const Fixture& each : framework_texts()) EXPECT_EQ(wavering_over(each), "") << each.name;
}

TEST(Ambiguity, no_shared_text_can_be_read_two_ways) {
  const std::vector<Fixture> texts = shared_texts();
  if (texts.empty()) GTEST_SKIP() << "no shared test data";
  for (const Fixture& each : texts) EXPECT_EQ(wavering_over(each), "") << each.name;
}

// A decision that looks far ahead is spoilt by mistakes that stand far behind it.
TEST(Ambiguity, no_decision_looks_further_than_three_words) {
  for (const auto& fixtures : {constructs(), framework_texts(), shared_texts()}) {
    for (const Fixture& each : fixtures) EXPECT_LE(furthest_look(each), 3) << each.name;
  }
}

TEST(Ambiguity, a_text_that_is_wrong_is_noticed_by_this_test) {
  EXPECT_NE(wavering_over({"wrong", "measure {"}), "");
}

}  // namespace
}  // namespace assize::syntax
