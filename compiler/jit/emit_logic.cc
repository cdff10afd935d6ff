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
  return condition(builder_.CreateNot(operand.value), operand.unknown);
}

Emitted Emitter::combine(bool is_and, const Emitted& left, const Emitted& right) {
  Emitted made;
  made.value = is_and ? builder_.CreateAnd(left.value, right.value)
                      : builder_.CreateOr(left.value, right.value);
  made.unknown = either(left.unknown, right.unknown);
  if (made.unknown == nullptr) return made;
  if (!is_and) {
    made.unknown = builder_.CreateAnd(made.unknown, builder_.CreateNot(made.value));
    return made;
  }
  // Unknown unless one side is known to be no.
  const auto may_hold = [&](const Emitted& side) { return either(side.value, side.unknown); };
  made.unknown =
      builder_.CreateAnd(made.unknown, builder_.CreateAnd(may_hold(left), may_hold(right)));
  return made;
}

Emitted Emitter::emit_and_or(const plan::Node& node) {
  const bool is_and = node.op == plan::Op::kAnd;
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
    const Slot slot = make_slot(type, is_and ? "and" : "or");
    store(slot, so_far);
    llvm::Value* is_open_question =
        is_and ? either(so_far.value, so_far.unknown) : builder_.CreateNot(so_far.value);
    emit_if(is_open_question, [&] { store(slot, combine(is_and, so_far, emit(next))); }, "rest");
    so_far = load(slot);
  }
  return so_far;
}

llvm::Value* Emitter::is_open(const Emitted& emitted, const plan::Type& type) {
  return type.may_be_open ? builder_.CreateICmpEQ(emitted.value, number(kOpen)) : no();
}

Emitted Emitter::emit_is(const Emitted& left, const Emitted& right) {
  llvm::Value* equal = builder_.CreateICmpEQ(left.value, right.value);
  if (left.none != nullptr || right.none != nullptr) {
    llvm::Value* left_none = left.none != nullptr ? left.none : no();
    llvm::Value* right_none = right.none != nullptr ? right.none : no();
    llvm::Value* both = builder_.CreateAnd(left_none, right_none);
    llvm::Value* neither = builder_.CreateNot(builder_.CreateOr(left_none, right_none));
    equal = builder_.CreateOr(both, builder_.CreateAnd(neither, equal));
  }
  return condition(equal, either(left.unknown, right.unknown));
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
  return condition(is_in, code.unknown);
}

Emitted Emitter::emit_is_any_of(const plan::Node& node) {
  const Emitted value = emit(node.operands[0]);
  Emitted made;
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    const Emitted test = emit_is(value, emit(node.operands[i]));
    made = i == 1 ? test : combine(false, made, test);
  }
  return made.value == nullptr ? Emitted{.value = no()} : made;
}

Emitted Emitter::emit_comparison(const plan::Node& node) {
  const Emitted left = emit(node.operands[0]);
  const Emitted right = emit(node.operands[1]);
  llvm::Value* holds = node.op == plan::Op::kLess ? builder_.CreateICmpSLT(left.value, right.value)
                                                  : builder_.CreateICmpSLE(left.value, right.value);
  if (llvm::Value* none = either(left.none, right.none)) {
    holds = builder_.CreateAnd(holds, builder_.CreateNot(none));
  }
  return condition(holds, either(left.unknown, right.unknown));
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
  return made;
}

}  // namespace assize::jit
