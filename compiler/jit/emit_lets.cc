// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: what is kept, and lets with their cases.

#include <algorithm>

#include "compiler/jit/emitter.h"
#include "compiler/jit/scan_ops.h"

namespace assize::jit {

std::vector<llvm::Value*> Emitter::rows_of(const plan::VariableSet& variables) const {
  std::vector<llvm::Value*> rows;
  for (const plan::VariableId variable : variables) {
    const auto found = rows_.find(variable);
    rows.push_back(found == rows_.end() ? nullptr : found->second);
  }
  return rows;
}

const Emitted* Emitter::find(const KeptKey& key) const {
  for (auto scope = kept_.rbegin(); scope != kept_.rend(); ++scope) {
    if (const auto found = scope->find(key); found != scope->end()) return &found->second;
  }
  return nullptr;
}

void Emitter::keep(KeptKey key, const Emitted& emitted) {
  kept_.back().insert_or_assign(std::move(key), emitted);
}

Emitted Emitter::keep_or_find(KeptKey key, const std::function<Emitted()>& make) {
  if (const Emitted* found = find(key)) return *found;
  Emitted made = make();
  keep(std::move(key), made);
  return made;
}

void Emitter::bind(plan::VariableId variable, llvm::Value* row,
                   const std::function<void()>& inside) {
  if (!plan::is_set(variable)) {
    inside();
    return;
  }
  const auto before = rows_.find(variable);
  const bool was_bound = before != rows_.end();
  llvm::Value* outer = was_bound ? before->second : nullptr;
  rows_[variable] = row;
  inside();
  if (was_bound) {
    rows_[variable] = outer;
  } else {
    rows_.erase(variable);
  }
}

void Emitter::bind_all(const std::vector<plan::VariableId>& names, llvm::Value* row,
                       const std::function<void()>& inside, std::size_t from) {
  if (from == names.size()) {
    inside();
    return;
  }
  bind(names[from], row, [&] { bind_all(names, row, inside, from + 1); });
}

Emitted Emitter::emit(NodeId id) {
  const KeptKey key{Kept::kNode, static_cast<std::int32_t>(id), rows_of(free_[plan::index_of(id)])};
  if (const Emitted* found = find(key)) return *found;
  if (is_scan(node(id).op)) {
    run_scans({id});
    return *find(key);
  }
  Emitted made = emit_node(node(id));
  keep(key, made);
  return made;
}

Emitted Emitter::emit_let(const plan::Node& node) {
  if (const auto fact = shared_fact(node)) return *fact;
  if (const auto column = let_by_column(node)) return *column;
  const plan::Let& let = plan_.let(node.let);
  const bool asks_a_record = let.of == plan::Let::Of::kRecord;
  llvm::Value* row = asks_a_record ? rows_.at(node.variable) : nullptr;
  Emitted made;
  bind(asks_a_record ? let.variable : plan::VariableId::kNone, row, [&] {
    plan::VariableSet mentioned = plan::free_variables_of(plan_, let, free_);
    if (asks_a_record) mentioned.push_back(let.variable);
    const std::vector<llvm::Value*> rows = rows_of(mentioned);
    const KeptKey value_key{Kept::kLet, static_cast<std::int32_t>(node.let), rows};
    if (find(value_key) == nullptr) keep(value_key, emit_let_body(node.let, rows));
    const KeptKey case_key{Kept::kCase, static_cast<std::int32_t>(node.let), rows};
    made = *find(value_key);
    if (node.op == plan::Op::kDecidingCase) {
      made = {.value = find(case_key)->value, .beyond = made.beyond};
    }
  });
  return made;
}

Emitted Emitter::emit_let_body(plan::LetId id, const std::vector<llvm::Value*>& rows) {
  const plan::Let& let = plan_.let(id);
  if (let.cases.empty()) return as_type(emit(let.value), node(let.value).type, let.type);
  const bool branches =
      std::any_of(let.cases.begin() + 1, let.cases.end(), [&](const plan::Case& each) {
        return needs_loop(each.gives) || (plan::is_set(each.when) && needs_loop(each.when));
      });
  llvm::Value* which = nullptr;
  const Emitted made = branches ? emit_cases_branching(let, which) : emit_cases_flat(let, which);
  keep({Kept::kCase, static_cast<std::int32_t>(id), rows}, {.value = which});
  return made;
}

Emitted Emitter::gives(const plan::Let& let, const plan::Case& each) {
  return as_type(emit(each.gives), node(each.gives).type, let.type);
}

Emitted Emitter::case_holds(const plan::Case& each, bool is_last) {
  if (is_last) return {.value = yes()};
  if (plan::is_set(each.when)) return emit(each.when);
  const Emitted gives = emit(each.gives);
  return {.value = gives.unknown == nullptr ? yes() : builder_.CreateNot(gives.unknown),
          .beyond = gives.beyond};
}

Emitted Emitter::emit_cases_flat(const plan::Let& let, llvm::Value*& which) {
  // From the last to the first, so that the first that holds has the last word.
  Emitted made;
  for (std::size_t i = let.cases.size(); i-- > 0;) {
    const plan::Case& each = let.cases[i];
    const bool is_last = i + 1 == let.cases.size();
    const Emitted holds = case_holds(each, is_last);
    const Emitted given = gives(let, each);
    llvm::Value* index = number(static_cast<std::int64_t>(i));
    if (is_last) {
      made = given;
      made.cell = nullptr;
      which = index;
    } else {
      made = select(holds.value, given, made);
      made.beyond = either(holds.beyond, made.beyond);
      which = builder_.CreateSelect(holds.value, index, which);
    }
  }
  return made;
}

std::vector<plan::NodeId> Emitter::asked_of_cases(const plan::Let& let, std::size_t from) const {
  std::vector<NodeId> asked;
  for (std::size_t i = from; i < let.cases.size(); ++i) {
    if (plan::is_set(let.cases[i].when)) asked.push_back(let.cases[i].when);
    asked.push_back(let.cases[i].gives);
  }
  return asked;
}

Emitted Emitter::emit_cases_branching(const plan::Let& let, llvm::Value*& which) {
  // Each case is asked inside the branch where those before it failed: what one of them computed is
  // still there. The first case often decides, so loops of the others run only where it does not.
  llvm::LLVMContext& context = module_.getContext();
  const Slot result = make_slot(let.type, let.label, false);
  Beyond beyond = begin_beyond(let.label);  // of the cases up to the one that decides
  llvm::AllocaInst* index = local(builder_.getInt64Ty(), let.label + ".case");
  auto* end = llvm::BasicBlock::Create(context, let.label + ".end");
  const std::size_t depth = kept_.size();
  for (std::size_t i = 0; i < let.cases.size(); ++i) {
    const plan::Case& each = let.cases[i];
    const bool is_last = i + 1 == let.cases.size();
    const Emitted holds = case_holds(each, is_last);
    note_beyond(beyond, holds.beyond);
    auto* taken = llvm::BasicBlock::Create(context, let.label + "." + each.label, function_);
    auto* next =
        is_last ? nullptr : llvm::BasicBlock::Create(context, let.label + ".next", function_);
    if (is_last) {
      builder_.CreateBr(taken);
    } else {
      builder_.CreateCondBr(holds.value, taken, next);
    }
    builder_.SetInsertPoint(taken);
    kept_.emplace_back();
    const Emitted given = gives(let, each);
    store(result, given);
    note_beyond(beyond, given.beyond);
    builder_.CreateStore(number(static_cast<std::int64_t>(i)), index);
    kept_.pop_back();
    builder_.CreateBr(end);
    if (next == nullptr) break;
    builder_.SetInsertPoint(next);
    kept_.emplace_back();
    if (i == 0)
      hoist(asked_of_cases(let, 1), {});  // one loop for all that is left
  }
  kept_.resize(depth);
  end->insertInto(function_);
  builder_.SetInsertPoint(end);
  which = builder_.CreateLoad(builder_.getInt64Ty(), index);
  Emitted made = load(result);
  made.beyond = end_beyond(beyond);
  return made;
}

}  // namespace assize::jit
