// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
//
// Private to `build_*.cc`: the only header in which types of ANTLR stand.
#pragma once

#include <AssizeLexer.h>
#include <AssizeParser.h>
#include <antlr4-runtime.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::syntax {

/// Turns the places of ANTLR, counted in characters from behind a byte-order mark, into spans.
class Places {
 public:
  /// `skipped`: how many bytes at the beginning the lexer was not given.
  Places(source::FileId file, std::string_view text, std::uint32_t skipped);

  Span of(const antlr4::Token* token) const;
  Span of(antlr4::tree::TerminalNode* node) const { return of(node->getSymbol()); }
  Span of(const antlr4::ParserRuleContext* context) const;
  source::FileId file() const { return file_; }

 private:
  std::uint32_t byte_of(std::size_t character) const;

  source::FileId file_;
  std::uint32_t skipped_;
  std::uint32_t end_;
  std::vector<std::uint32_t> bytes_;  // by character; empty if each takes one byte
};

/// Where reading goes on after a mistake, and what is said about it; see build_recovery.cc.
class Recovery final : public antlr4::DefaultErrorStrategy {
 public:
  Recovery(const source::SourceFile& source, const Places& places, diagnostics::Sink& sink)
      : source_(source), places_(places), sink_(sink) {}

  /// Says that a mistake at this token is reported already, so that nothing is said of what follows
  /// from it.
  void suspect(std::size_t token_index) { suspects_.push_back(token_index); }

  void reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) override;
  void recover(antlr4::Parser* parser, std::exception_ptr error) override;
  antlr4::Token* recoverInline(antlr4::Parser* parser) override;
  void sync(antlr4::Parser* parser) override;

 private:
  using Types = antlr4::misc::IntervalSet;
  /// What is known of one mistake.
  struct Sight {
    const antlr4::Token* token;  // what stands in the wrong place
    Types expected;              // what could stand there
    std::string_view place;      // for the beginning of an item: what items there are; else empty
    std::size_t item_start;      // index of the token with which the item around it begins
  };

  // build_recovery.cc
  bool repair(antlr4::Parser* parser, const Types& expected);
  void check_body(antlr4::Parser* parser, const Types& starts, std::string_view items);
  bool belongs_further_out(antlr4::Parser* parser);
  bool is_short_of_braces(antlr4::Parser* parser);
  void skip_to_next(antlr4::Parser* parser, const Types& starts, std::size_t from,
                    bool is_outermost);
  int open_braces(antlr4::Parser* parser, std::size_t from, std::size_t to) const;
  void note_asked(antlr4::Parser* parser);
  Types could_stand_at(antlr4::Parser* parser, const antlr4::Token* token) const;
  const antlr4::Token* visible_before(antlr4::Parser* parser, const antlr4::Token* token) const;
  bool is_first_on_line(const antlr4::Token* token) const;
  bool can_start_item(antlr4::Parser* parser, const antlr4::Token* token) const;

  // build_messages.cc
  bool follows_from_other(const Sight& sight) const;
  void add(diagnostics::Diagnostic diagnostic);
  void report(antlr4::Parser* parser, const Sight& sight);
  bool report_word_before(antlr4::Parser* parser, const Sight& sight);
  bool report_open_bracket(antlr4::Parser* parser, const Sight& sight);
  bool report_open_fallback(antlr4::Parser* parser, const Sight& sight);
  void report_open_brace(antlr4::Parser* parser, const antlr4::ParserRuleContext* body);
  void report_misspelt(antlr4::Parser* parser, const antlr4::Token* token,
                       const std::string& nearest);
  void add_advice(antlr4::Parser* parser, const Sight& sight, diagnostics::Diagnostic& error) const;
  std::string describe(antlr4::Parser* parser, const Sight& sight) const;
  std::string found(const antlr4::Token* token) const;
  Span place_of(antlr4::Parser* parser, const antlr4::Token* token) const;
  std::optional<std::string> nearest_of(antlr4::Parser* parser, const antlr4::Token* token,
                                        const Types& expected) const;
  std::size_t indentation_of(const antlr4::Token* token) const;

  const source::SourceFile& source_;
  const Places& places_;
  diagnostics::Sink& sink_;
  std::vector<std::size_t> suspects_;
  std::vector<std::pair<std::size_t, int>> supplied_braces_;  // before this token: +1 `{`, -1 `}`
  std::optional<int> braces_left_open_;                       // in the whole file, as written
  std::size_t reported_ = 0;
  // The states that were asked about the token now looked at: what could have stood in its place.
  std::size_t asked_token_ = static_cast<std::size_t>(-1);
  std::vector<std::size_t> asked_states_;
};

/// Gives the rule whose items a rule in braces holds, with a few words on them; null for other
/// rules.
struct ItemsOf {
  std::size_t body;
  std::array<std::size_t, 2> items;  // the same twice if there is one kind
  std::string_view words;
};
const ItemsOf* items_of(std::size_t rule);

/// Gives the types of token with which an item of such a body can begin.
antlr4::misc::IntervalSet starts_of(antlr4::Parser* parser, const ItemsOf& items);

/// `contains` takes several kinds of number; this one takes the types of tokens.
inline bool has(const antlr4::misc::IntervalSet& set, std::size_t type) {
  return set.contains(type);
}

/// Gives a word of the language as it is written, or nothing for what is no fixed word or sign.
std::string spelling_of(antlr4::Parser* parser, std::size_t type);

/// True for words made of letters, false for signs, names, values.
bool is_word(antlr4::Parser* parser, std::size_t type);

/// False for an item in which a mistake was reported: its parts may be missing.
inline bool was_read(const antlr4::ParserRuleContext* item) { return item->exception == nullptr; }

/// Turns parse contexts into our nodes; the methods of each area stand in `build_<area>.cc`. Items
/// in which a mistake was reported are passed over, all others are complete.
class Builder {
 public:
  using P = AssizeParser;

  Builder(const source::SourceFile& source, const Places& places, diagnostics::Sink& sink)
      : source_(source), places_(places), sink_(sink) {}

  // build_tree.cc
  void file(P::FileContext* context, Tree& tree);
  ExprPtr lone_expression(P::LoneExpressionContext* context);
  void lone_clauses(P::LoneClausesContext* context, Tree& tree);

 private:
  using Rows = std::vector<P::TableRowContext*>;

  // build_words.cc: names, texts, numbers, tables
  template <class Context>
  Span span(Context* context) const {
    return places_.of(context);
  }
  Name name(P::NameContext* context) const;
  std::vector<Name> names(const std::vector<P::NameContext*>& contexts) const;
  Path path(P::PathContext* context) const;
  std::vector<Path> paths(const std::vector<P::PathContext*>& contexts) const;
  Path path_of(P::NameContext* context) const;
  Text text(P::TextContext* context) const;
  Text text(const antlr4::Token* token) const;
  Text text(antlr4::tree::TerminalNode* node) const { return text(node->getSymbol()); }
  std::vector<Text> texts(const std::vector<antlr4::tree::TerminalNode*>& nodes) const;
  Text because(P::BecauseContext* context) const { return text(context->text()); }
  Doc doc(P::DocContext* context) const;
  Code code(P::CodeContext* context) const;
  EditionName edition_name(P::EditionNameContext* context) const;
  std::string digits(const antlr4::Token* token) const;
  int whole_number(const antlr4::Token* token);
  Table table(const Rows& rows);
  std::vector<Cell> cells(P::TableRowContext* row);
  /// Says that a clause of a collection, edition or test is written twice; true if it is the first.
  template <class Context>
  bool is_first(Context*& first, Context* now, std::string_view word) {
    if (first != nullptr) report_repeated(places_.of(now), word, places_.of(first));
    const bool is = first == nullptr;
    if (is) first = now;
    return is;
  }
  void report_repeated(Span now, std::string_view word, Span first);

  // build_expressions.cc, build_picks.cc
  ExprPtr make(ExprKind kind, Span where) const;
  ExprPtr expression(P::ExpressionContext* context);
  ExprPtr condition(P::ConditionContext* context);
  ExprPtr whole_condition(P::ConditionContext* context, bool fallback_is_allowed);
  void refuse_mixture(P::ConditionContext* context);
  void refuse_fallback(P::NegationContext* context);
  ExprPtr with_fallback(ExprPtr value, P::FallbackContext* context);
  ExprPtr negation(P::NegationContext* context);
  ExprPtr comparison(P::ComparisonContext* context);
  ExprPtr tail(ExprPtr left, P::TailContext* context);
  void add_range(Expr& to, P::RangeContext* context);
  ExprPtr sum(P::SumContext* context);
  ExprPtr product(P::ProductContext* context);
  ExprPtr factor(P::FactorContext* context);
  ExprPtr chain_end(ExprPtr chain, Span rest);
  ExprPtr primary(P::PrimaryContext* context);
  ExprPtr plain(P::PlainContext* context);
  ExprPtr value(P::ValueContext* context);
  ExprPtr brackets(P::ExpressionContext* inside, Span where);
  ExprPtr call(P::CallContext* context);
  ExprPtr argument(P::ArgumentContext* context);
  ExprPtr reckoning(P::ReckoningContext* context);
  ExprPtr list(P::ListContext* context);
  ExprPtr own(P::OwnContext* context);
  ExprPtr quantifier(P::QuantifierContext* context);
  ExprPtr number_of(P::NumberOfContext* context);
  ExprPtr extreme(P::ExtremeContext* context);
  ExprPtr best(P::BestContext* context);
  ExprPtr the_only(P::TheOnlyContext* context);
  ExprPtr body(P::BodyContext* context);
  ExprPtr collection_set(P::CollectionSetContext* context);
  void add_list(Expr& to, P::ListContext* context);
  ExprPtr narrowing(ExprPtr set, P::NarrowingContext* context);
  std::vector<Key> keys(P::KeysContext* context);
  Key key(P::KeyContext* context);

  // build_collections.cc: code lists, collections, lets, episodes
  CodeList code_list(P::CodeListContext* context);
  Retire retired_code(P::RetiredCodeContext* context);
  Collection collection(P::CollectionContext* context);
  void collection_body(P::CollectionBodyContext* context, Collection& to);
  struct CollectionSeen;
  void collection_item(P::CollectionItemContext* context, Collection& to, CollectionSeen& seen);
  Field field(P::FieldContext* context);
  TypeName type(P::TypeContext* context);
  Let let(P::LetContext* context);
  void chooser(P::ChooserContext* context, Let& to);
  void choices(P::ChoicesContext* context, Let& to);
  void case_item(P::CaseItemContext* context, Let& to);
  Case otherwise(P::OtherwiseContext* context);
  CasePolicy case_policy(P::IfUnknownTryContext* context, Span& where) const;
  Drop drop(P::DropContext* context) const;
  std::optional<Placed> placed(P::PlacedContext* context) const;
  Episodes episodes(P::EpisodesContext* context);

  // build_measures.cc
  Measure measure(P::MeasureContext* context);
  void measure_body(P::MeasureBodyContext* context, MeasureBody& to, std::vector<Part>& parts,
                    std::vector<Evidence>& otherwise);
  Evidence evidence(P::EvidenceContext* context);
  void from(P::FromContext* context, MeasureBody& to) const;
  Part part(P::PartContext* context);
  void clause(P::ClauseContext* context, MeasureBody& to);
  bool clause_about_file(P::ClauseContext* context, MeasureBody& to);
  bool clause_of_population(P::ClauseContext* context, MeasureBody& to);
  bool clause_of_value(P::ClauseContext* context, MeasureBody& to);
  template <class Place>
  bool is_free(const Place& place, antlr4::ParserRuleContext* now, MeasureBody& in) const;
  Follows follows(P::FollowsContext* context) const;
  Parameter parameter(P::ParameterContext* context);
  Flag flag(P::FlagContext* context) const;
  Population population(P::PopulationContext* context);
  void step(P::StepContext* context, std::vector<Step>& steps, std::vector<Drop>& drops);
  StepPolicy step_policy(P::IfUnknownKeepContext* context, Span& where) const;
  Those those(P::ThoseContext* context);
  Numerator numerator(P::NumeratorContext* context);

  // build_breakdowns.cc: splits and how a figure is shown
  Breakdown breakdown(P::BreakdownContext* context);
  Dimension dimension(P::DimensionContext* context);
  void bands(P::BandsContext* context, Dimension& to);
  Band band(P::BandContext* context);
  Show show(P::ShowContext* context);
  void shown_unit(P::ShownUnitContext* context, Show& to);
  void show_option(P::ShowOptionContext* context, Show& to);

  // build_editions.cc
  Edition edition(P::EditionContext* context);
  struct EditionSeen;
  void edition_item(P::EditionItemContext* context, Edition& to, EditionSeen& seen);
  void revise(P::ReviseContext* context, Edition& to);
  void introduce(P::IntroduceContext* context, Edition& to);
  Headings headings(P::HeadingsContext* context);
  Mark mark(P::MarkContext* context) const;
  Disclosure disclosure(P::DisclosureContext* context);
  Disclosure::Rule disclosure_rule(P::DisclosureItemContext* context);
  Scenario scenario(P::ScenarioContext* context);

  // build_tests.cc
  Test test(P::TestContext* context);
  std::vector<Setting> settings(P::SettingsContext* context);

  const source::SourceFile& source_;
  const Places& places_;
  diagnostics::Sink& sink_;
};

}  // namespace assize::syntax
