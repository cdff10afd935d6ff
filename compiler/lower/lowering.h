// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/plan/plan.h"

namespace assize::lower {

/// Builds one plan. What is not reached from the chosen measures does not get into it.
///
/// The work is split by construct: `declarations.cc` (lists, collections, variables, lets),
/// `expressions.cc`, `sets.cc`, `measures.cc`.
class Lowering {
 public:
  /// What cannot be said in a plan, and where.
  struct Gap {
    std::string construct;
    source::Span span;
  };

  /// Lowers one measure with all that it uses.
  void add_measure(const check::Measure& measure);

  const std::optional<Gap>& gap() const { return gap_; }
  plan::Plan take() { return std::move(plan_); }

 private:
  // declarations
  plan::ListId list(const check::CodeList* list);
  plan::CollectionId collection(const check::Collection* collection);
  plan::VariableId variable(const check::Variable* variable);
  plan::LetId let(const check::Let* let);
  plan::EpisodesId episodes(const check::Episodes* episodes);
  plan::PopulationId population(const check::NamedPopulation* population);
  plan::ParameterId parameter(const check::Parameter& parameter);
  plan::ParameterId flag(const check::Flag& flag);
  plan::Type type(const check::Type& type);
  plan::Value value(const check::Value& value);

  // expressions
  plan::NodeId expression(const check::Expr& expr);
  plan::NodeId optional_expression(const check::ExprPtr& expr);
  plan::NodeId expression_as_is(const check::Expr& expr, plan::Op op);
  plan::NodeId comparison(const check::Expr& expr, plan::Op op, bool is_swapped);
  plan::NodeId equality(const check::Expr& expr);
  plan::NodeId values_test(const check::Expr& expr);
  plan::NodeId span_test(const check::Expr& expr);
  plan::NodeId window_test(const check::Expr& expr);
  plan::NodeId range_test(const check::Expr& expr);
  plan::NodeId let_use(const check::Expr& expr, plan::Op op);
  std::vector<plan::Key> keys(const std::vector<check::Key>& keys);

  // sets
  plan::NodeId records(const check::Expr& expr, plan::Reach reach);
  plan::NodeId population_records(const check::Expr& expr);

  // measures
  plan::Step step(const check::Step& step);
  std::vector<plan::Step> steps(const std::vector<check::Step>& steps);
  plan::Question those(const std::optional<check::Those>& those);
  plan::Dimension dimension(const check::Dimension& dimension);
  plan::Band band(const check::Band& band, const plan::Type& type, const check::Expr& value);
  plan::Breakdown breakdown(const check::Breakdown& breakdown);
  plan::NodeId over_value(const check::Dimension& dimension, const plan::Part& part);
  plan::Part part(const check::Part& part);
  plan::Shown shown(const check::Let& let, const check::Variable* unit);

  // nodes
  plan::NodeId add(plan::Node node);
  plan::NodeId add(plan::Op op, std::initializer_list<plan::NodeId> operands, source::Span span);
  plan::NodeId constant(bool yes, source::Span span);
  const plan::Node& node(plan::NodeId id) const { return plan_.node(id); }
  /// Notes the first thing that a plan cannot say; gives a node so that lowering can go on.
  plan::NodeId not_built_yet(const std::string& construct, source::Span span);

  plan::Plan plan_;
  std::optional<Gap> gap_;
  std::map<const check::CodeList*, plan::ListId> lists_;
  std::map<const check::Collection*, plan::CollectionId> collections_;
  std::map<const check::Variable*, plan::VariableId> variables_;
  std::map<const check::Variable*, plan::VariableId>
      stand_ins_;                                       // while a collection's dates are asked
  plan::VariableId joining_ = plan::VariableId::kNone;  // the record that `join while` is asked of
  std::map<const check::Let*, plan::LetId> lets_;
  std::map<const check::Episodes*, plan::EpisodesId> episodes_;
  std::map<const check::NamedPopulation*, plan::PopulationId> populations_;
  const check::Measure* measure_ = nullptr;
  std::map<const void*, plan::ParameterId> parameters_;
};

/// Gives the index of a case of a let by its name; -1 if there is none.
int case_index(const check::Let& let, const std::string& name);

}  // namespace assize::lower
