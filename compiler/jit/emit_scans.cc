// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: loops over records. Before a loop begins, everything inside it that does not
// depend on its record is emitted; questions to the same rows share one loop.

#include <algorithm>
#include <set>

#include "compiler/jit/emitter.h"
#include "compiler/jit/scan_ops.h"

namespace assize::jit {

using plan::Op;

bool Emitter::is_bound(const plan::VariableSet& variables,
                       const plan::VariableSet& excluded) const {
  return std::all_of(variables.begin(), variables.end(), [&](plan::VariableId variable) {
    if (std::find(excluded.begin(), excluded.end(), variable) != excluded.end()) return false;
    return rows_.count(variable) != 0 ||
           plan_.variable(variable).what == plan::Variable::What::kFile;
  });
}

bool Emitter::is_pick(NodeId id) {
  const plan::Node& of = node(id);
  return of.op == Op::kThe && node(resolve_set(of.operands[0])).op == Op::kWith;
}

bool Emitter::is_done(NodeId id) {
  const Kept kind = node(id).op == Op::kWith ? Kept::kBestKey : Kept::kNode;
  return find({kind, static_cast<std::int32_t>(id), rows_of(free_[plan::index_of(id)])}) != nullptr;
}

bool Emitter::needs_loop(NodeId id) {
  const plan::Node& of = node(id);
  if (is_scan(of.op)) return !is_done(id);
  if (of.op == Op::kLet || of.op == Op::kDecidingCase) {
    const plan::Let& let = plan_.let(of.let);
    if (plan::is_set(let.value)) return needs_loop(let.value);
    return std::any_of(let.cases.begin(), let.cases.end(), [&](const plan::Case& each) {
      return needs_loop(each.gives) || (plan::is_set(each.when) && needs_loop(each.when));
    });
  }
  return std::any_of(of.operands.begin(), of.operands.end(),
                     [&](NodeId operand) { return needs_loop(operand); });
}

void Emitter::gather(NodeId id, const plan::VariableSet& excluded, Needs& needs) {
  const plan::Node& of = node(id);
  if (is_scan(of.op)) {
    if (is_bound(free_[plan::index_of(id)], excluded)) {
      if (!is_done(id)) needs.scans.push_back(id);
      return;
    }
    for (const NodeId operand : of.operands) gather(operand, excluded, needs);
    return;
  }
  if (of.op == Op::kEpisodes) {
    gather_episodes(of.episodes, excluded, needs);
    return;
  }
  if (of.op == Op::kLet || of.op == Op::kDecidingCase) {
    const plan::Let& let = plan_.let(of.let);
    plan::VariableSet inside = excluded;
    if (plan::is_set(let.variable)) inside.push_back(let.variable);
    const bool is_bound_here =
        is_bound(free_[plan::index_of(id)], excluded) && let.of != plan::Let::Of::kRecord;
    if (is_bound_here && let.type.base != plan::Base::kSet && !is_done(id))
      needs.values.push_back(id);
    if (plan::is_set(let.value)) {
      gather(let.value, inside, needs);
      return;
    }
    // The first case alone is asked whatever the others say.
    const plan::Case& first = let.cases.front();
    gather(plan::is_set(first.when) ? first.when : first.gives, inside, needs);
    return;
  }
  if (of.op == Op::kWith && is_bound(free_[plan::index_of(id)], excluded) && !is_done(id)) {
    needs.scans.push_back(id);
    return;
  }
  for (const NodeId operand : of.operands) gather(operand, excluded, needs);
  for (const plan::Key& key : of.keys) gather(key.value, excluded, needs);
}

void Emitter::gather_scan(NodeId id, Needs& needs) {
  const plan::Node& of = node(id);
  plan::VariableSet excluded;
  if (plan::is_set(of.variable)) excluded.push_back(of.variable);
  add_bound_along(of.operands[0], excluded);  // which depends on the same row
  NodeId set = of.operands[0];
  if (is_pick(id)) {
    // The order and the value are found in one loop; only what lies below it must be there.
    const plan::Node& with = node(resolve_set(set));
    for (const plan::Key& key : with.keys) gather(key.value, excluded, needs);
    set = with.operands[0];
  }
  gather(set, excluded, needs);
  for (std::size_t i = 1; i < of.operands.size(); ++i) gather(of.operands[i], excluded, needs);
  for (const plan::Key& key : of.keys) gather(key.value, excluded, needs);
}

void Emitter::run_scans(std::vector<NodeId> wanted) {
  for (;;) {
    std::vector<NodeId> ready;
    std::set<NodeId> seen;
    const std::function<void(NodeId)> visit = [&](NodeId id) {
      if (is_done(id) || !seen.insert(id).second) return;
      Needs needs;
      gather_scan(id, needs);
      if (!needs.scans.empty()) {
        for (const NodeId scan : needs.scans) visit(scan);
        return;
      }
      meet(needs);
      if (!is_done(id)) ready.push_back(id);
    };
    for (const NodeId id : wanted) visit(id);
    if (ready.empty()) return;
    run_ready(ready);
  }
}

void Emitter::run_ready(const std::vector<NodeId>& ready) {
  std::map<Root, std::vector<NodeId>> by_root;
  for (const NodeId id : ready) by_root[root_of(node(id).operands[0])].push_back(id);
  for (const auto& [root, ids] : by_root) {
    std::vector<Scan> scans;
    for (const NodeId id : ids) scans.push_back({.node = id});
    loop_rows(
        root,
        [&](llvm::Value* row, Builder& before) {
          for (Scan& scan : scans) step_scan(scan, row, before);
        },
        label_of(root));
    for (const Scan& scan : scans) end_scan(scan);
  }
}

void Emitter::loop(const Range& range, const std::function<void(llvm::Value*, Builder&)>& body,
                   const std::string& name) {
  llvm::LLVMContext& context = module_.getContext();
  auto* inside = llvm::BasicBlock::Create(context, name, function_);
  auto* after = llvm::BasicBlock::Create(context, name + ".end");
  llvm::BasicBlock* outside = builder_.GetInsertBlock();
  llvm::Instruction* entry =
      range.is_never_empty
          ? builder_.CreateBr(inside)
          : builder_.CreateCondBr(builder_.CreateICmpULT(range.first, range.last), inside, after);
  Builder before(context, llvm::InstSimplifyFolder(module_.getDataLayout()));
  before.SetInsertPoint(entry);
  builder_.SetInsertPoint(inside);
  llvm::PHINode* row = builder_.CreatePHI(builder_.getInt64Ty(), 2, name + ".row");
  row->addIncoming(range.first, outside);
  kept_.emplace_back();
  body(row, before);
  kept_.pop_back();
  llvm::Value* next = builder_.CreateNUWAdd(row, number(1));
  row->addIncoming(next, builder_.GetInsertBlock());
  builder_.CreateCondBr(builder_.CreateICmpULT(next, range.last), inside, after);
  after->insertInto(function_);
  builder_.SetInsertPoint(after);
}

std::string Emitter::label_of(const Root& root) const {
  return plan::is_set(root.episodes) ? episodes_of(root.episodes).label
                                     : plan_.collection(root.collection).label;
}

void Emitter::loop_rows(const Root& root, const std::function<void(llvm::Value*, Builder&)>& body,
                        const std::string& name) {
  if (root.what != Root::What::kEpisodeRecords) {
    loop(
        range_of(root),
        [&](llvm::Value* row, Builder& before) {
          note_row(root, row);
          body(row, before);
        },
        name);
    return;
  }
  loop(
      range_of(root),
      [&](llvm::Value* place, Builder& before) {
        llvm::Value* row = scratch_at(root.episodes, EpisodeArray::kRow, place);
        places_taken_[row] = place;
        note_row(root, row);
        body(row, before);
      },
      name);
}

llvm::AllocaInst* Emitter::state(llvm::Type* type, Builder& before, const std::string& name) {
  llvm::AllocaInst* made = local(type, name);
  before.CreateStore(llvm::ConstantInt::get(type, 0), made);
  return made;
}

void Emitter::step_pick(Scan& scan, llvm::Value* member, const Packed& key, Builder& before) {
  // A record that is no member has the key 0, which beats nothing.
  llvm::Type* type = key.bits->getType();
  if (scan.best == nullptr) scan.best = state(type, before, "best");
  llvm::Value* best = builder_.CreateLoad(type, scan.best);
  llvm::Value* is_better = builder_.CreateICmpUGT(key.bits, best);
  builder_.CreateStore(builder_.CreateSelect(is_better, key.bits, best), scan.best);
  const plan::Node& of = node(scan.node);
  if (of.op == Op::kWith) return;
  llvm::Value* cell = cell_of(emit(of.operands[1]), node(of.operands[1]).type);
  if (scan.held == nullptr) scan.held = state(cell->getType(), before, "held");
  llvm::Value* held = builder_.CreateLoad(cell->getType(), scan.held);
  builder_.CreateStore(builder_.CreateSelect(is_better, cell, held), scan.held);
  if (of.op != Op::kThe || of.operands.size() < 3) return;
  if (scan.differs == nullptr) scan.differs = state(builder_.getInt1Ty(), before, "differs");
  llvm::Value* differs = builder_.CreateLoad(builder_.getInt1Ty(), scan.differs);
  llvm::Value* ties = builder_.CreateAnd(member, builder_.CreateICmpEQ(key.bits, best));
  llvm::Value* now = builder_.CreateAnd(ties, builder_.CreateICmpNE(cell, held));
  llvm::Value* kept = builder_.CreateAnd(differs, builder_.CreateNot(is_better));
  builder_.CreateStore(builder_.CreateOr(kept, now), scan.differs);
}

void Emitter::step_count(Scan& scan, llvm::Value* member, Builder& before) {
  const plan::Node& of = node(scan.node);
  llvm::Type* type = of.op == Op::kAny ? builder_.getInt1Ty() : builder_.getInt64Ty();
  if (scan.held == nullptr)
    scan.held = state(type, before, std::string(of.op == Op::kAny ? "any" : "sum"));
  llvm::Value* so_far = builder_.CreateLoad(type, scan.held);
  if (of.op == Op::kAny) {
    builder_.CreateStore(builder_.CreateOr(so_far, member), scan.held);
    return;
  }
  if (of.op == Op::kCount) {
    builder_.CreateStore(builder_.CreateAdd(so_far, builder_.CreateZExt(member, type)), scan.held);
    return;
  }
  const Emitted value = emit(of.operands[1]);
  llvm::Value* unusable = either(value.unknown, value.none);
  llvm::Value* counts =
      unusable == nullptr ? member : builder_.CreateAnd(member, builder_.CreateNot(unusable));
  llvm::Value* added = builder_.CreateSelect(counts, value.value, number(0));
  builder_.CreateStore(builder_.CreateAdd(so_far, added), scan.held);
  if (of.known || unusable == nullptr) return;
  if (scan.unknown == nullptr) scan.unknown = state(builder_.getInt1Ty(), before, "sum.unknown");
  llvm::Value* unknown = builder_.CreateLoad(builder_.getInt1Ty(), scan.unknown);
  builder_.CreateStore(builder_.CreateOr(unknown, builder_.CreateAnd(member, unusable)),
                       scan.unknown);
}

void Emitter::step_extreme(Scan& scan, llvm::Value* member, Builder& before) {
  const plan::Node& of = node(scan.node);
  const Emitted value = emit(of.operands[1]);
  const plan::Type& type = node(of.operands[1]).type;
  llvm::Value* counts = value.unknown == nullptr
                            ? member
                            : builder_.CreateAnd(member, builder_.CreateNot(value.unknown));
  std::vector<Packed> keys;
  const Emitted plain{.value = value.value, .cell = value.cell};
  if (of.op == Op::kBest) {
    const Packed place = pack_place(value, type, of.column);
    counts = builder_.CreateAnd(
        counts, builder_.CreateICmpNE(place.bits, builder_.getIntN(place.width, 0)));
    keys = {place, pack_pick(plain, type, plan::Pick::kLowest, false)};  // records come in no order
  } else {
    keys = {pack_pick({.value = value.value, .none = value.none, .cell = value.cell}, type, of.pick,
                      false)};
  }
  step_pick(scan, counts, join(keys, counts), before);
}

void Emitter::step_the(Scan& scan, llvm::Value* member, Builder& before) {
  // Without keys all members tie.
  step_pick(scan, member, join({}, member), before);
}

void Emitter::step_scan(Scan& scan, llvm::Value* row, Builder& before) {
  const plan::Node& of = node(scan.node);
  const NodeId set = of.operands[0];
  bind(of.variable, row, [&] {
    if (of.op == Op::kWith) {
      llvm::Value* member = contains(set, row);
      step_pick(scan, member, key_at(scan.node, row, member), before);
      return;
    }
    if (is_pick(scan.node)) {
      const NodeId with = resolve_set(set);
      llvm::Value* member = contains(node(with).operands[0], row);
      step_pick(scan, member, key_at(with, row, member), before);
      return;
    }
    llvm::Value* member = contains(set, row);
    const bool is_dear = of.operands.size() > 1 && needs_loop(of.operands[1]);
    const auto step = [&](llvm::Value* is_member) {
      switch (of.op) {
        case Op::kExtreme:
        case Op::kBest:
          step_extreme(scan, is_member, before);
          break;
        case Op::kThe:
          step_the(scan, is_member, before);
          break;
        default:
          step_count(scan, is_member, before);
          break;
      }
    };
    // A member that is certain needs no branch; one that is never there must still make the scan's
    // state.
    if (is_dear && !llvm::isa<llvm::Constant>(member)) {
      emit_if(member, [&] { step(yes()); }, "member");
    } else {
      step(member);
    }
  });
}

Emitted Emitter::result_of(const Scan& scan) {
  const plan::Node& of = node(scan.node);
  const auto loaded = [&](llvm::AllocaInst* from) {
    return builder_.CreateLoad(from->getAllocatedType(), from);
  };
  if (of.op == Op::kAny || of.op == Op::kCount || of.op == Op::kTotal) {
    Emitted made{.value = loaded(scan.held)};
    if (scan.unknown != nullptr) made.unknown = loaded(scan.unknown);
    return made;
  }
  if (of.op == Op::kWith) return {.value = loaded(scan.best)};
  Emitted made = load_cell(loaded(scan.held), node(of.operands[1]).type);
  if (of.op != Op::kThe) made.unknown = nullptr;  // passed over
  if (of.type.may_be_unknown) {
    llvm::Value* best = loaded(scan.best);
    llvm::Value* is_empty = builder_.CreateICmpEQ(best, llvm::ConstantInt::get(best->getType(), 0));
    made.unknown = either(made.unknown, is_empty);
    made.cell = nullptr;
  }
  if (scan.differs == nullptr) return made;
  return select(loaded(scan.differs), emit(of.operands[2]), made);
}

void Emitter::end_scan(const Scan& scan) {
  const plan::Node& of = node(scan.node);
  const Kept kind = of.op == Op::kWith ? Kept::kBestKey : Kept::kNode;
  Emitted made = result_of(scan);
  if (of.type.base == plan::Base::kBool && made.unknown != nullptr)
    made = condition(made.value, made.unknown);
  keep({kind, static_cast<std::int32_t>(scan.node), rows_of(free_[plan::index_of(scan.node)])},
       made);
}

void Emitter::hoist(const std::vector<NodeId>& nodes, plan::VariableId excluded) {
  plan::VariableSet without;
  if (plan::is_set(excluded)) without.push_back(excluded);
  Needs needs;
  for (const NodeId id : nodes) gather(id, without, needs);
  meet(needs);
}

void Emitter::meet(const Needs& needs) {
  run_scans(needs.scans);
  for (const plan::EpisodesId id : needs.episodes) cut_into_episodes(id);
  for (const NodeId value : needs.values) emit(value);
}

}  // namespace assize::jit
