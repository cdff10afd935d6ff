// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: texts. One is a number whose lower 32 bits say which text it is (`TextIds`);
// where it stands among all texts says a table that is made once for a run.

#include "compiler/jit/emitter.h"

namespace assize::jit {

namespace {

// Members of `RunContext`.
constexpr unsigned kTextIds = 15;
constexpr unsigned kRanks = 16;

}  // namespace

llvm::Value* Emitter::which_text(const Emitted& text) {
  llvm::Value* id = builder_.CreateTrunc(text.value, builder_.getInt32Ty());
  llvm::Value* unusable = either(text.unknown, text.none);
  return unusable == nullptr ? id : builder_.CreateSelect(unusable, builder_.getInt32(0), id);
}

llvm::Value* Emitter::text_kernel(const std::string& name, llvm::Type* gives,
                                  const std::vector<llvm::Value*>& texts) {
  llvm::Type* pointer = builder_.getPtrTy();
  llvm::Type* whole = builder_.getInt64Ty();
  auto callee = module_.getOrInsertFunction(name, gives, pointer, whole, whole);
  return builder_.CreateCall(callee,
                             {context_member(kTextIds, pointer, "text_ids"), texts[0], texts[1]});
}

llvm::Value* Emitter::usable(const Emitted& text) {
  llvm::Value* unusable = either(text.unknown, text.none);
  return unusable == nullptr ? text.value : builder_.CreateSelect(unusable, number(0), text.value);
}

llvm::Value* Emitter::place_of_text(const Emitted& text) {
  llvm::Type* type = builder_.getInt32Ty();
  llvm::Value* ranks = context_member(kRanks, builder_.getPtrTy(), "ranks");
  llvm::Value* id = builder_.CreateZExt(which_text(text), builder_.getInt64Ty());
  return builder_.CreateLoad(type, builder_.CreateInBoundsGEP(type, ranks, id), "rank");
}

llvm::Value* Emitter::is_same_cell(llvm::Value* left, llvm::Value* right, const plan::Type& type) {
  llvm::Value* same = builder_.CreateICmpEQ(left, right);
  if (type.base != plan::Base::kText || left->getType() != builder_.getInt64Ty()) return same;
  // Two spellings of one text; what is unknown or none lies below 0.
  llvm::Type* half = builder_.getInt32Ty();
  llvm::Value* are_plain = builder_.CreateICmpSGE(builder_.CreateOr(left, right), number(0));
  llvm::Value* same_text =
      builder_.CreateICmpEQ(builder_.CreateTrunc(left, half), builder_.CreateTrunc(right, half));
  return builder_.CreateOr(same, builder_.CreateAnd(are_plain, same_text));
}

Emitted Emitter::emit_join(const plan::Node& node) {
  Emitted made = emit(node.operands[0]);
  made.cell = nullptr;
  made.unknown = either(made.unknown, made.none);
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    const Emitted next = emit(node.operands[i]);
    made.value =
        text_kernel("assize_join_texts", builder_.getInt64Ty(),
                    {usable({.value = made.value, .unknown = made.unknown}), usable(next)});
    made.unknown = either(made.unknown, either(next.unknown, next.none));
    made.beyond = either(made.beyond, next.beyond);
  }
  made.none = nullptr;
  return made;
}

Emitted Emitter::emit_starts_with(const plan::Node& node) {
  const Emitted text = emit(node.operands[0]);
  const Emitted beginning = emit(node.operands[1]);
  llvm::Value* starts =
      text_kernel("assize_starts_with", builder_.getInt8Ty(), {usable(text), usable(beginning)});
  llvm::Value* holds = builder_.CreateICmpNE(starts, builder_.getInt8(0));
  if (llvm::Value* none = either(text.none, beginning.none)) {
    holds = builder_.CreateAnd(holds, builder_.CreateNot(none));
  }
  Emitted made = condition(holds, either(text.unknown, beginning.unknown));
  made.beyond = either(text.beyond, beginning.beyond);
  return made;
}

}  // namespace assize::jit
