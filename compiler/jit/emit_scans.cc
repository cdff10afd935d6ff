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
  if (of.op == Op::kPopulation) {
    gather_population(of.population, excluded, needs);
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
    llvm::Value* beyond = range_of(root).beyond;
    loop_rows(
        root,
        [&](llvm::Value* row, Builder& before) {
          for (Scan& scan : scans) step_scan(scan, row, before);
        },
        label_of(root));
    for (const Scan& scan : scans) end_scan(scan, beyond);
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
  return state(llvm::ConstantInt::get(type, 0), before, name);
}

llvm::AllocaInst* Emitter::state(llvm::Constant* first, Builder& before, const std::string& name) {
  llvm::AllocaInst* made = local(first->getType(), name);
  before.CreateStore(first, made);
  return made;
}

void Emitter::note_beyond(Scan& scan, llvm::Value* beyond, Builder& before) {
  if (beyond == nullptr) return;
  if (scan.beyond == nullptr) scan.beyond = state(builder_.getInt1Ty(), before, "beyond");
  llvm::Value* so_far = builder_.CreateLoad(builder_.getInt1Ty(), scan.beyond);
  builder_.CreateStore(builder_.CreateOr(so_far, beyond), scan.beyond);
}

Emitted Emitter::body_of(Scan& scan, llvm::Value* member, Builder& before) {
  const Emitted body = emit(node(scan.node).operands[1]);
  if (body.beyond != nullptr) {
    note_beyond(scan, builder_.CreateAnd(member, body.beyond), before);
  }
  return body;
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
  const Emitted body = emit(of.operands[1]);
  // What is known of it by now holds where this is asked for, but not in every record looked at.
  scan.held_type = node(of.operands[1]).type;
  scan.held_type.may_be_unknown = body.unknown != nullptr;
  scan.held_type.may_be_none = body.none != nullptr;
  llvm::Value* cell = cell_of(body, scan.held_type);
  if (scan.held == nullptr) scan.held = state(cell->getType(), before, "held");
  llvm::Value* held = builder_.CreateLoad(cell->getType(), scan.held);
  builder_.CreateStore(builder_.CreateSelect(is_better, cell, held), scan.held);
  if (of.op != Op::kThe) return;
  llvm::Value* ties = builder_.CreateAnd(member, builder_.CreateICmpEQ(key.bits, best));
  // Both hold of the best so far: a better one clears them.
  const auto step_flag = [&](llvm::AllocaInst*& flag, llvm::Value* better, llvm::Value* tied,
                             const std::string& name) {
    if (flag == nullptr) flag = state(builder_.getInt1Ty(), before, name);
    llvm::Value* so_far = builder_.CreateLoad(builder_.getInt1Ty(), flag);
    llvm::Value* with_tie = builder_.CreateOr(so_far, builder_.CreateAnd(ties, tied));
    builder_.CreateStore(builder_.CreateSelect(is_better, better, with_tie), flag);
  };
  if (body.beyond != nullptr) {
    step_flag(scan.beyond_of_best, body.beyond, body.beyond, "best.beyond");
  }
  if (of.operands.size() < 3) return;
  const plan::Type& body_type = node(of.operands[1]).type;
  step_flag(scan.differs, no(), builder_.CreateNot(is_same_cell(cell, held, body_type)), "differs");
}

void Emitter::step_count(Scan& scan, llvm::Value* member, Builder& before) {
  const plan::Node& of = node(scan.node);
  llvm::Type* type = of.op == Op::kAny ? builder_.getInt1Ty() : builder_.getInt64Ty();
  if (scan.held == nullptr)
    scan.held = state(type, before, std::string(of.op == Op::kAny ? "any" : "count"));
  llvm::Value* so_far = builder_.CreateLoad(type, scan.held);
  if (of.op == Op::kAny) {
    builder_.CreateStore(builder_.CreateOr(so_far, member), scan.held);
    return;
  }
  builder_.CreateStore(builder_.CreateAdd(so_far, builder_.CreateZExt(member, type)), scan.held);
}

void Emitter::step_extreme(Scan& scan, llvm::Value* member, Builder& before) {
  const plan::Node& of = node(scan.node);
  const Emitted value = body_of(scan, member, before);
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

void Emitter::step_picked(Scan& scan, NodeId with, llvm::Value* row, Builder& before) {
  const Emitted member = membership(node(with).operands[0], row);
  const Packed key = key_at(with, row, member.value);
  note_beyond(scan, member.beyond, before);
  note_beyond(scan, key.beyond, before);
  step_pick(scan, member.value, key, before);
}

void Emitter::step_scan(Scan& scan, llvm::Value* row, Builder& before) {
  const plan::Node& of = node(scan.node);
  const NodeId set = of.operands[0];
  bind(of.variable, row, [&] {
    if (of.op == Op::kWith) {
      step_picked(scan, scan.node, row, before);
      return;
    }
    if (is_pick(scan.node)) {
      step_picked(scan, resolve_set(set), row, before);
      return;
    }
    const Emitted member = membership(set, row);
    note_beyond(scan, member.beyond, before);
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
        case Op::kCountDifferent:
          step_different(scan, is_member, before);
          break;
        case Op::kTotal:
          step_total(scan, is_member, before);
          break;
        default:
          step_count(scan, is_member, before);
          break;
      }
    };
    // A member that is certain needs no branch; one that is never there must still make the scan's
    // state.
    if (is_dear && !llvm::isa<llvm::Constant>(member.value)) {
      emit_if(member.value, [&] { step(yes()); }, "member");
    } else {
      step(member.value);
    }
  });
}

Emitted Emitter::result_of(const Scan& scan) {
  const plan::Node& of = node(scan.node);
  const auto loaded = [&](llvm::AllocaInst* from) {
    return builder_.CreateLoad(from->getAllocatedType(), from);
  };
  if (of.op == Op::kTotal) return total_of(scan);
  if (of.op == Op::kCountDifferent) return different_of(scan);
  if (of.op == Op::kAny || of.op == Op::kCount) return {.value = loaded(scan.held)};
  if (of.op == Op::kWith) return {.value = loaded(scan.best)};
  Emitted made = load_cell(loaded(scan.held), scan.held_type);
  if (of.op != Op::kThe) made.unknown = nullptr;  // passed over
  const bool passes_over = of.op != Op::kThe && scan.held_type.may_be_unknown;
  if (of.type.may_be_unknown || passes_over || files_may_be_empty()) {
    llvm::Value* best = loaded(scan.best);
    llvm::Value* is_empty = builder_.CreateICmpEQ(best, llvm::ConstantInt::get(best->getType(), 0));
    made.unknown = either(made.unknown, is_empty);
    made.cell = nullptr;
  }
  if (scan.differs == nullptr) return made;
  const Emitted replacement =
      as_type(emit(of.operands[2]), node(of.operands[2]).type, node(of.operands[1]).type);
  return select(loaded(scan.differs), replacement, made);
}

void Emitter::end_scan(const Scan& scan, llvm::Value* beyond) {
  const plan::Node& of = node(scan.node);
  const Kept kind = of.op == Op::kWith ? Kept::kBestKey : Kept::kNode;
  Emitted made = result_of(scan);
  if (of.type.base == plan::Base::kBool && made.unknown != nullptr) {
    const Emitted answer = condition(made.value, made.unknown);
    made.value = answer.value;
  }
  made.beyond = either(made.beyond, beyond);
  for (llvm::AllocaInst* flag : {scan.beyond, scan.beyond_of_best}) {
    if (flag == nullptr) continue;
    made.beyond = either(made.beyond, builder_.CreateLoad(builder_.getInt1Ty(), flag));
  }
  keep({kind, static_cast<std::int32_t>(scan.node), rows_of(free_[plan::index_of(scan.node)])},
       made);
}

void Emitter::hoist(const std::vector<NodeId>& nodes, const plan::VariableSet& excluded) {
  Needs needs;
  for (const NodeId id : nodes) gather(id, excluded, needs);
  meet(needs);
}

void Emitter::meet(const Needs& needs) {
  run_scans(needs.scans);
  for (const plan::EpisodesId id : needs.episodes) cut_into_episodes(id);
  for (const NodeId value : needs.values) emit(value);
}

}  // namespace assize::jit
