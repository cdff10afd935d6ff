// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: facts of a file that more than one measure of a pass asks for. They are
// worked out once for each file of a block, before the measures look at it; a fact that one measure
// alone asks for is worked out there, only where it is needed.

#include <map>
#include <set>

#include "compiler/jit/emitter.h"

namespace assize::jit {
namespace {

using plan::Base;
using plan::Op;

constexpr unsigned kFacts = 13;  // of `RunContext`

/// Everything that one measure may come to ask for.
class Reached {
 public:
  explicit Reached(const plan::Plan& plan) : plan_(plan) {}

  void visit(plan::NodeId id) {
    if (!plan::is_set(id) || !nodes_.insert(id).second) return;
    const plan::Node& node = plan_.node(id);
    for (const plan::NodeId operand : node.operands) visit(operand);
    for (const plan::Key& key : node.keys) visit(key.value);
    if (plan::is_set(node.let)) visit(plan_.let(node.let));
    if (plan::is_set(node.population)) visit(plan_.population(node.population));
    if (plan::is_set(node.episodes)) visit(plan_.episodes[plan::index_of(node.episodes)]);
    if (plan::is_set(node.type.episodes)) visit(plan_.episodes[plan::index_of(node.type.episodes)]);
  }

  void visit(const plan::Measure& measure) {
    visit(measure.base);
    for (const plan::Step& step : measure.steps) visit(step);
    visit(measure.denominator.condition);
    visit(measure.numerator.condition);
    for (const plan::Shown& shown : measure.shown) visit(shown.value);
    for (const plan::Part& part : measure.parts) {
      for (const plan::Step& step : part.steps) visit(step);
      for (const plan::NodeId id :
           {part.denominator.condition, part.numerator.condition, part.numerator_quantity,
            part.over, part.over_placed_by, part.of})
        visit(id);
      for (const plan::Breakdown& split : part.splits) visit(split);
      for (const plan::Tabulation& tabulation : part.tabulations) visit(tabulation.by);
    }
  }

  const std::set<plan::NodeId>& nodes() const { return nodes_; }

 private:
  void visit(const plan::Let& let) {
    visit(let.value);
    for (const plan::Case& each : let.cases) {
      visit(each.when);
      visit(each.gives);
    }
  }
  void visit(const plan::Population& population) {
    visit(population.base);
    for (const plan::Step& step : population.steps) visit(step);
  }
  void visit(const plan::Episodes& of) {
    for (const plan::NodeId id :
         {of.from, of.begin_when, of.join_while, of.stop_before, of.starts, of.ends})
      visit(id);
  }
  void visit(const plan::Step& step) {
    visit(step.takes_out.condition);
    for (const plan::NodeId id : step.per) visit(id);
    for (const plan::Key& key : step.keys) visit(key.value);
  }
  void visit(const plan::Breakdown& breakdown) {
    for (const plan::Dimension& dimension : breakdown.dimensions) {
      visit(dimension.value);
      visit(dimension.each_of);
    }
  }

  const plan::Plan& plan_;
  std::set<plan::NodeId> nodes_;
};

/// Says whether a fact may be worked out for files that nobody asks about: nothing in it can stop
/// the run, and its value fits a cell.
bool may_be_shared(const plan::Plan& plan, const Limits& limits, const plan::Node& fact,
                   plan::NodeId id) {
  if (limits.may_be_beyond(id)) return false;
  const plan::Let& let = plan.let(fact.let);
  if (let.of != plan::Let::Of::kFact || plan::is_set(fact.variable)) return false;
  const Base base = fact.op == Op::kLet ? let.type.base : Base::kCase;
  if (base != Base::kBool && base != Base::kCode && base != Base::kDate && base != Base::kCase)
    return false;
  Reached inside(plan);
  inside.visit(id);
  for (const plan::NodeId each : inside.nodes()) {
    const plan::Node& node = plan.node(each);
    switch (node.op) {
      case Op::kEpisodes:
      case Op::kEpisodeRecords:
      case Op::kPopulation:
        return false;
      case Op::kRecords:
        if (node.reach == plan::Reach::kAll) return false;
        break;
      default:
        break;
    }
    if (!plan::is_set(node.let)) continue;
    for (const plan::Case& case_of : plan.let(node.let).cases) {
      if (case_of.unknown == plan::Unknown::kStops) return false;
    }
  }
  return true;
}

}  // namespace

const plan::Type& Emitter::stored_type(const plan::Node& of) const {
  // A place may know more of a let than the let says; what is stored serves every place.
  return of.op == Op::kLet ? plan_.let(of.let).type : of.type;
}

void Emitter::emit_facts(const Pass& pass, const std::string& name) {
  std::map<NodeId, int> askers;
  for (const std::size_t index : pass.measures) {
    Reached reached(plan_);
    reached.visit(plan_.measures[index]);
    for (const NodeId id : reached.nodes()) {
      const Op op = node(id).op;
      if (op == Op::kLet || op == Op::kDecidingCase) ++askers[id];
    }
  }
  std::vector<NodeId> shared;
  for (const auto& [id, count] : askers) {
    if (count > 1 && may_be_shared(plan_, limits_, node(id), id)) shared.push_back(id);
  }
  if (shared.empty()) return;
  measure_ = &plan_.measures[pass.measures.front()];
  main_ = measure_->from.front();
  llvm::Type* whole = builder_.getInt64Ty();
  begin_function(name, {builder_.getPtrTy(), whole, whole});
  is_in_facts_ = true;
  std::map<std::pair<Op, plan::LetId>, RowColumn> made;
  const auto store_facts = [&](llvm::Value* file, Builder&) {
    file_ = file;
    hoist(shared, {});
    for (const NodeId id : shared) {
      const plan::Node& of = node(id);
      if (made.count({of.op, of.let}) != 0) continue;
      const plan::Type& type = stored_type(of);
      const unsigned width = stored_width(type);
      const RowColumn column{made.size(), builder_.getIntNTy(width)};
      llvm::Value* base = pointer_at(kFacts, column.index, "fact");
      llvm::Value* cell = stored_cell(emit(id), type, width);
      builder_.CreateStore(cell, builder_.CreateGEP(column.type, base, file));
      made.emplace(std::make_pair(of.op, of.let), column);
    }
  };
  loop({function_->getArg(1), function_->getArg(2), false}, store_facts, "file");
  builder_.CreateRetVoid();
  is_in_facts_ = false;
  facts_ = std::move(made);
}

std::optional<Emitted> Emitter::shared_fact(const plan::Node& of) {
  if (is_in_facts_ || is_in_rows_ || plan::is_set(of.variable)) return std::nullopt;
  const auto found = facts_.find({of.op, of.let});
  if (found == facts_.end()) return std::nullopt;
  llvm::Value* base = pointer_at(kFacts, found->second.index, "fact");
  llvm::Type* type = found->second.type;
  return load_cell(builder_.CreateLoad(type, builder_.CreateGEP(type, base, file_)),
                   stored_type(of));
}

}  // namespace assize::jit
