// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: exact fractions. One is 256 bits, the numerator below and the denominator
// above, reduced, so that equal fractions have equal bits. What is done with them is a kernel.

#include "compiler/jit/emitter.h"
#include "compiler/jit/kernels.h"

namespace assize::jit {
namespace {

constexpr unsigned kFractionBits = 256;
constexpr unsigned kKeyBits = 384;

llvm::APInt bits_of(columns::Whole128 whole) {
  const std::uint64_t words[] = {static_cast<std::uint64_t>(whole),
                                 static_cast<std::uint64_t>(whole >> 64)};
  return {128, words};
}

FractionOp op_of(plan::Op op) {
  switch (op) {
    case plan::Op::kSubtract:
      return FractionOp::kSubtract;
    case plan::Op::kMultiply:
      return FractionOp::kMultiply;
    case plan::Op::kDivide:
      return FractionOp::kDivide;
    default:
      return FractionOp::kAdd;
  }
}

}  // namespace

llvm::APInt Emitter::fraction_bits(const columns::Rational& fraction) {
  llvm::APInt bits = bits_of(fraction.denominator()).zext(kFractionBits).shl(128);
  return bits | bits_of(fraction.numerator()).zext(kFractionBits);
}

llvm::Type* Emitter::type_of_value(const plan::Type& type) {
  if (type.base == plan::Base::kBool) return builder_.getInt1Ty();
  return type.base == plan::Base::kDecimal ? builder_.getIntNTy(kFractionBits)
                                           : builder_.getInt64Ty();
}

llvm::Value* Emitter::unknown_cell(llvm::Type* type) {
  // Of a fraction, a denominator of 0 says that there is no value.
  if (type->getIntegerBitWidth() == kFractionBits) return llvm::ConstantInt::get(type, 0);
  return builder_.getInt(llvm::APInt::getSignedMinValue(type->getIntegerBitWidth()));
}

llvm::Value* Emitter::none_cell(llvm::Type* type) {
  if (type->getIntegerBitWidth() == kFractionBits) return llvm::ConstantInt::get(type, 1);
  return builder_.getInt(llvm::APInt::getSignedMinValue(type->getIntegerBitWidth()) + 1);
}

Emitted Emitter::as_type(const Emitted& emitted, const plan::Type& from, const plan::Type& to) {
  const bool widens = to.base == plan::Base::kDecimal && from.base != plan::Base::kDecimal;
  if (!widens) return emitted;
  Emitted made = emitted;
  made.cell = nullptr;
  llvm::Type* type = builder_.getIntNTy(kFractionBits);
  llvm::Value* numerator = builder_.CreateSExt(emitted.value, builder_.getInt128Ty());
  made.value = builder_.CreateOr(builder_.CreateZExt(numerator, type),
                                 builder_.getInt(llvm::APInt::getOneBitSet(kFractionBits, 128)));
  return made;
}

llvm::Value* Emitter::fraction_at(plan::CollectionId collection, int field, llvm::Value* index) {
  llvm::Type* type = builder_.getIntNTy(kFractionBits);
  const plan::Collection& of = plan_.collection(collection);
  llvm::Value* fractions = pointer_at(14, layout_.column(collection, field),
                                      of.fields[static_cast<std::size_t>(field)].label);
  llvm::LoadInst* loaded = builder_.CreateAlignedLoad(
      type, builder_.CreateInBoundsGEP(type, fractions, index), llvm::Align(8));
  loaded->setMetadata(llvm::LLVMContext::MD_invariant_load,
                      llvm::MDNode::get(module_.getContext(), {}));
  return loaded;
}

llvm::Value* Emitter::room_for(llvm::Type* type, const std::string& name) {
  llvm::Value*& room = prologue_values_["room." + name];
  if (room == nullptr) room = local(type, name);
  return room;
}

llvm::Value* Emitter::in_memory(llvm::Value* fraction, const std::string& name) {
  llvm::Value* room = room_for(fraction->getType(), name);
  builder_.CreateStore(fraction, room);
  return room;
}

Emitted Emitter::compute_fraction(FractionOp op, llvm::Value* left, llvm::Value* right) {
  llvm::Type* pointer = builder_.getPtrTy();
  auto callee = module_.getOrInsertFunction("assize_fraction", builder_.getInt8Ty(),
                                            builder_.getInt32Ty(), pointer, pointer, pointer);
  llvm::Type* type = builder_.getIntNTy(kFractionBits);
  llvm::Value* room = room_for(type, "fraction.result");
  llvm::Value* fits =
      builder_.CreateCall(callee, {builder_.getInt32(static_cast<std::uint32_t>(op)),
                                   in_memory(left, "left"), in_memory(right, "right"), room});
  return {.value = builder_.CreateLoad(type, room, "fraction"),
          .beyond = builder_.CreateICmpEQ(fits, builder_.getInt8(0))};
}

Emitted Emitter::emit_fractions(const plan::Node& node) {
  const bool is_negative = node.op == plan::Op::kNegative;
  const auto operand = [&](std::size_t i) {
    return as_type(emit(node.operands[i]), this->node(node.operands[i]).type, node.type);
  };
  const Emitted right = operand(is_negative ? 0 : 1);
  const Emitted left = is_negative
                           ? Emitted{.value = builder_.getInt(fraction_bits(columns::Rational(0)))}
                           : operand(0);
  Emitted made;
  made.unknown = either(either(left.unknown, left.none), either(right.unknown, right.none));
  if (node.op == plan::Op::kDivide) {
    llvm::Value* divisor = builder_.CreateTrunc(right.value, builder_.getInt128Ty());
    made.unknown = either(made.unknown, builder_.CreateICmpEQ(divisor, builder_.getIntN(128, 0)));
  }
  const Emitted computed = compute_fraction(is_negative ? FractionOp::kSubtract : op_of(node.op),
                                            left.value, right.value);
  made.value = computed.value;
  made.beyond = computed.beyond;
  if (made.unknown != nullptr) {
    made.beyond = builder_.CreateAnd(made.beyond, builder_.CreateNot(made.unknown));
  }
  made.beyond = either(made.beyond, either(left.beyond, right.beyond));
  return made;
}

void Emitter::add_fraction(Scan& scan, llvm::Value* value, llvm::Value* counts, Builder& before) {
  llvm::Constant* nothing = builder_.getInt(fraction_bits(columns::Rational(0)));
  if (scan.held == nullptr) scan.held = state(nothing, before, "sum");
  llvm::Value* so_far = builder_.CreateLoad(scan.held->getAllocatedType(), scan.held);
  llvm::Value* added = builder_.CreateSelect(counts, value, nothing);
  const Emitted sum = compute_fraction(FractionOp::kAdd, so_far, added);
  builder_.CreateStore(sum.value, scan.held);
  if (scan.differs == nullptr) scan.differs = state(builder_.getInt1Ty(), before, "sum.beyond");
  llvm::Value* beyond = builder_.CreateLoad(builder_.getInt1Ty(), scan.differs);
  builder_.CreateStore(builder_.CreateOr(beyond, sum.beyond), scan.differs);
}

llvm::Value* Emitter::compare_fractions(llvm::Value* left, llvm::Value* right) {
  llvm::Type* pointer = builder_.getPtrTy();
  auto callee = module_.getOrInsertFunction("assize_compare_fractions", builder_.getInt32Ty(),
                                            pointer, pointer);
  return builder_.CreateCall(callee, {in_memory(left, "left"), in_memory(right, "right")});
}

llvm::Value* Emitter::key_of_fraction(llvm::Value* fraction) {
  llvm::Type* pointer = builder_.getPtrTy();
  auto callee =
      module_.getOrInsertFunction("assize_fraction_key", builder_.getVoidTy(), pointer, pointer);
  llvm::Type* type = builder_.getIntNTy(kKeyBits);
  llvm::Value* room = room_for(type, "fraction.key");
  builder_.CreateCall(callee, {in_memory(fraction, "left"), room});
  return builder_.CreateLoad(type, room, "key");
}

Emitted Emitter::emit_score(const plan::Node& node, const Emitted& code, llvm::Value* place) {
  const plan::CodeList& list = plan_.list(this->node(node.operands[0]).type.list);
  llvm::Type* type = builder_.getIntNTy(kFractionBits);
  std::vector<llvm::Constant*> cells;
  bool has_blanks = false;
  for (const auto& score : list.scores[static_cast<std::size_t>(node.column)]) {
    has_blanks = has_blanks || !score;
    cells.push_back(llvm::ConstantInt::get(
        module_.getContext(), score ? fraction_bits(*score) : llvm::APInt(kFractionBits, 0)));
  }
  Emitted made{.value = lookup(cells, type, place, "score")};
  made.unknown = either(code.unknown, code.none);
  if (has_blanks) {
    made.unknown = either(made.unknown, builder_.CreateICmpEQ(made.value, unknown_cell(type)));
  }
  made.beyond = code.beyond;
  return made;
}

}  // namespace assize::jit
