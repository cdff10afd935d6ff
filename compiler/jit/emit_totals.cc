// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: sums over a set, and how many different values it has.

#include "compiler/jit/emitter.h"

namespace assize::jit {

void Emitter::step_total(Scan& scan, llvm::Value* member, Builder& before) {
  const plan::Node& of = node(scan.node);
  const plan::Type& of_body = node(of.operands[1]).type;
  const Emitted value = as_type(body_of(scan, member, before), of_body, of.type);
  llvm::Value* unusable = either(value.unknown, value.none);
  llvm::Value* counts =
      unusable == nullptr ? member : builder_.CreateAnd(member, builder_.CreateNot(unusable));
  if (of.type.base == plan::Base::kDecimal) {
    add_fraction(scan, value.value, counts, before);
  } else {
    // Wide enough for any number of records; whether the sum fits is asked at the end.
    llvm::Type* type =
        limits_.may_overflow(scan.node) ? builder_.getInt128Ty() : builder_.getInt64Ty();
    if (scan.held == nullptr) scan.held = state(type, before, "sum");
    llvm::Value* added = builder_.CreateSelect(counts, value.value, number(0));
    llvm::Value* so_far = builder_.CreateLoad(type, scan.held);
    builder_.CreateStore(builder_.CreateAdd(so_far, builder_.CreateSExt(added, type)), scan.held);
  }
  if (of.known || unusable == nullptr) return;
  if (scan.unknown == nullptr) scan.unknown = state(builder_.getInt1Ty(), before, "sum.unknown");
  llvm::Value* unknown = builder_.CreateLoad(builder_.getInt1Ty(), scan.unknown);
  builder_.CreateStore(builder_.CreateOr(unknown, builder_.CreateAnd(member, unusable)),
                       scan.unknown);
}

Emitted Emitter::total_of(const Scan& scan) {
  llvm::Value* sum = builder_.CreateLoad(scan.held->getAllocatedType(), scan.held);
  Emitted made{.value = sum};
  if (scan.unknown != nullptr) {
    made.unknown = builder_.CreateLoad(builder_.getInt1Ty(), scan.unknown);
  }
  if (scan.differs != nullptr) {
    made.beyond = builder_.CreateLoad(builder_.getInt1Ty(), scan.differs);
  } else if (sum->getType() == builder_.getInt128Ty()) {
    made.value = builder_.CreateTrunc(sum, builder_.getInt64Ty());
    made.beyond = builder_.CreateICmpNE(builder_.CreateSExt(made.value, sum->getType()), sum);
  }
  if (made.beyond == nullptr) return made;
  if (made.unknown != nullptr) {
    made.beyond = builder_.CreateAnd(made.beyond, builder_.CreateNot(made.unknown));
  }
  return made;
}

void Emitter::step_different(Scan& scan, llvm::Value* member, Builder& before) {
  // The values are laid side by side; a kernel counts the different ones at the end.
  const plan::Type& type = node(node(scan.node).operands[1]).type;
  const Emitted value = body_of(scan, member, before);
  llvm::Type* whole = builder_.getInt64Ty();
  if (scan.held == nullptr) scan.held = state(whole, before, "values");
  llvm::Value* count = builder_.CreateLoad(whole, scan.held);
  Emitted known = value;
  known.unknown = nullptr;
  llvm::Value* cell = wide_cell_of(known, type);
  if (type.base == plan::Base::kText) {
    llvm::Value* which = builder_.CreateZExt(which_text(value), whole);
    cell = wide_cell_of({.value = which, .none = value.none}, type);
  }
  llvm::Value* values = pointer_at(10, place_of_different(plan_, scan.node), "values");
  builder_.CreateAlignedStore(cell, builder_.CreateInBoundsGEP(cell->getType(), values, count),
                              llvm::Align(8));
  llvm::Value* counts = value.unknown == nullptr
                            ? member
                            : builder_.CreateAnd(member, builder_.CreateNot(value.unknown));
  builder_.CreateStore(builder_.CreateAdd(count, builder_.CreateZExt(counts, whole)), scan.held);
}

Emitted Emitter::different_of(const Scan& scan) {
  const plan::Type& type = node(node(scan.node).operands[1]).type;
  llvm::Type* whole = builder_.getInt64Ty();
  auto callee = module_.getOrInsertFunction("assize_count_different", whole, builder_.getPtrTy(),
                                            whole, whole);
  llvm::Value* values = pointer_at(10, place_of_different(plan_, scan.node), "values");
  return {.value = builder_.CreateCall(callee, {values, builder_.CreateLoad(whole, scan.held),
                                                number(words_of_different(type))})};
}

}  // namespace assize::jit
