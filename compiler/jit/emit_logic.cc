// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: three-valued logic and tests. A condition is a bit that says "known yes" and
// one that says "unknown"; where nothing can be unknown, the optimiser sees plain logic.

#include <limits>

#include "compiler/jit/emitter.h"

namespace assize::jit {
namespace {

constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();

}  // namespace

llvm::Value* Emitter::either(llvm::Value* left, llvm::Value* right) {
  if (left == nullptr) return right;
  if (right == nullptr) return left;
  return builder_.CreateOr(left, right);
}

Emitted Emitter::condition(llvm::Value* value, llvm::Value* unknown) {
  if (unknown == nullptr) return {.value = value};
  return {.value = builder_.CreateAnd(value, builder_.CreateNot(unknown)), .unknown = unknown};
}

Emitted Emitter::emit_not(const Emitted& operand) {
  Emitted made = condition(builder_.CreateNot(operand.value), operand.unknown);
  made.beyond = operand.beyond;
  return made;
}

Emitter::Beyond Emitter::begin_beyond(const std::string& name) {
  llvm::AllocaInst* noted = local(builder_.getInt1Ty(), name + ".beyond");
  builder_.CreateStore(no(), noted);
  return {noted, false};
}

void Emitter::note_beyond(Beyond& beyond, llvm::Value* condition) {
  if (condition == nullptr) return;
  beyond.is_noted = true;
  llvm::Value* before = builder_.CreateLoad(builder_.getInt1Ty(), beyond.noted);
  builder_.CreateStore(builder_.CreateOr(before, condition), beyond.noted);
}

llvm::Value* Emitter::end_beyond(const Beyond& beyond) {
  return beyond.is_noted ? builder_.CreateLoad(builder_.getInt1Ty(), beyond.noted) : nullptr;
}

llvm::Value* Emitter::is_undecided(bool is_and, const Emitted& so_far) {
  return is_and ? either(so_far.value, so_far.unknown) : builder_.CreateNot(so_far.value);
}

Emitted Emitter::combine(bool is_and, const Emitted& left, const Emitted& right) {
  Emitted made;
  made.value = is_and ? builder_.CreateAnd(left.value, right.value)
                      : builder_.CreateOr(left.value, right.value);
  made.beyond = left.beyond;
  if (right.beyond != nullptr) {
    // What the left side decides, the right side is not asked for.
    made.beyond = either(made.beyond, builder_.CreateAnd(is_undecided(is_and, left), right.beyond));
  }
  made.unknown = either(left.unknown, right.unknown);
  if (made.unknown == nullptr) return made;
  if (!is_and) {
    made.unknown = builder_.CreateAnd(made.unknown, builder_.CreateNot(made.value));
    return made;
  }
  // Unknown unless one side is known to be no.
  made.unknown = builder_.CreateAnd(
      made.unknown, builder_.CreateAnd(is_undecided(true, left), is_undecided(true, right)));
  return made;
}

Emitted Emitter::emit_and_or(const plan::Node& node) {
  const bool is_and = node.op == plan::Op::kAnd;
  const auto id = static_cast<NodeId>(&node - plan_.nodes.data());
  Emitted so_far = emit(node.operands[0]);
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    const NodeId next = node.operands[i];
    if (!needs_loop(next)) {
      so_far = combine(is_and, so_far, emit(next));
      continue;
    }
    // A loop is worth a branch: it runs only if the answer still depends on it.
    plan::Type type;
    type.may_be_unknown = true;
    const Slot slot = make_slot(type, is_and ? "and" : "or", limits_.may_be_beyond(id));
    store(slot, so_far);
    emit_if(
        is_undecided(is_and, so_far), [&] { store(slot, combine(is_and, so_far, emit(next))); },
        "rest");
    so_far = load(slot);
  }
  return so_far;
}

llvm::Value* Emitter::is_open(const Emitted& emitted, const plan::Type& type) {
  return type.may_be_open ? builder_.CreateICmpEQ(emitted.value, number(kOpen)) : no();
}

Emitted Emitter::emit_is(const Emitted& left, const Emitted& right, const plan::Type& type) {
  llvm::Value* equal = type.base == plan::Base::kText
                           ? builder_.CreateICmpEQ(which_text(left), which_text(right))
                           : builder_.CreateICmpEQ(left.value, right.value);
  if (left.none != nullptr || right.none != nullptr) {
    llvm::Value* left_none = left.none != nullptr ? left.none : no();
    llvm::Value* right_none = right.none != nullptr ? right.none : no();
    llvm::Value* both = builder_.CreateAnd(left_none, right_none);
    llvm::Value* neither = builder_.CreateNot(builder_.CreateOr(left_none, right_none));
    equal = builder_.CreateOr(both, builder_.CreateAnd(neither, equal));
  }
  Emitted made = condition(equal, either(left.unknown, right.unknown));
  made.beyond = either(left.beyond, right.beyond);
  return made;
}

std::pair<Emitted, Emitted> Emitter::alike_in_type(NodeId left, NodeId right, plan::Type& type) {
  const plan::Type& left_type = node(left).type;
  const plan::Type& right_type = node(right).type;
  type = right_type.base == plan::Base::kDecimal ? right_type : left_type;
  return {as_type(emit(left), left_type, type), as_type(emit(right), right_type, type)};
}

Emitted Emitter::emit_is_in(const plan::Node& node) {
  const Emitted code = emit(node.operands[0]);
  llvm::Value* is_in = nullptr;
  if (node.members.size() <= 64) {
    std::uint64_t mask = 0;
    for (std::size_t i = 0; i < node.members.size(); ++i) {
      if (node.members[i]) mask |= 1ULL << i;
    }
    // Cells without a value lie outside 0 to 63; the shift must not.
    llvm::Value* place = builder_.CreateAnd(code.value, number(63));
    is_in = builder_.CreateTrunc(builder_.CreateLShr(builder_.getInt64(mask), place),
                                 builder_.getInt1Ty());
  } else {
    std::vector<std::int64_t> table(node.members.begin(), node.members.end());
    llvm::Value* unusable = either(code.unknown, code.none);
    llvm::Value* place =
        unusable == nullptr ? code.value : builder_.CreateSelect(unusable, number(0), code.value);
    is_in = builder_.CreateTrunc(lookup(table, place, 8, "members"), builder_.getInt1Ty());
  }
  if (code.none != nullptr) is_in = builder_.CreateAnd(is_in, builder_.CreateNot(code.none));
  Emitted made = condition(is_in, code.unknown);
  made.beyond = code.beyond;
  return made;
}

Emitted Emitter::emit_is_any_of(const plan::Node& node) {
  Emitted made{.value = no()};
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    plan::Type type;
    const auto [value, listed] = alike_in_type(node.operands[0], node.operands[i], type);
    const Emitted test = emit_is(value, listed, type);
    // All of them are asked, whatever the first says.
    llvm::Value* beyond = either(made.beyond, test.beyond);
    made = combine(false, made, test);
    made.beyond = beyond;
  }
  return made;
}

llvm::Value* Emitter::is_less(const Emitted& left, const Emitted& right, const plan::Type& type) {
  if (type.base == plan::Base::kText) {
    return builder_.CreateICmpULT(place_of_text(left), place_of_text(right));
  }
  if (type.base != plan::Base::kDecimal) return builder_.CreateICmpSLT(left.value, right.value);
  return builder_.CreateICmpSLT(compare_fractions(left.value, right.value), builder_.getInt32(0));
}

Emitted Emitter::emit_comparison(const plan::Node& node) {
  plan::Type type;
  const auto [left, right] = alike_in_type(node.operands[0], node.operands[1], type);
  llvm::Value* holds = node.op == plan::Op::kLess ? is_less(left, right, type)
                                                  : builder_.CreateNot(is_less(right, left, type));
  if (llvm::Value* none = either(left.none, right.none)) {
    holds = builder_.CreateAnd(holds, builder_.CreateNot(none));
  }
  Emitted made = condition(holds, either(left.unknown, right.unknown));
  made.beyond = either(left.beyond, right.beyond);
  return made;
}

Emitted Emitter::select(llvm::Value* condition, const Emitted& yes_value, const Emitted& no_value) {
  const auto flag = [&](llvm::Value* yes_flag, llvm::Value* no_flag) -> llvm::Value* {
    if (yes_flag == nullptr && no_flag == nullptr) return nullptr;
    return builder_.CreateSelect(condition, yes_flag != nullptr ? yes_flag : no(),
                                 no_flag != nullptr ? no_flag : no());
  };
  Emitted made;
  made.value = builder_.CreateSelect(condition, yes_value.value, no_value.value);
  made.unknown = flag(yes_value.unknown, no_value.unknown);
  made.none = flag(yes_value.none, no_value.none);
  made.beyond = flag(yes_value.beyond, no_value.beyond);
  return made;
}

}  // namespace assize::jit
