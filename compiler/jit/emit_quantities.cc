// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: quantities that a file gives, `numerator`, `over` and `result`. What is known is
// added up in 128 bits; of what is not, the reason is found as the reference does: that of the field
// that was blank or bore a symbol, or that there was no record to ask.

#include "compiler/jit/emitter.h"
#include "compiler/jit/scan_ops.h"
#include "compiler/results/tally.h"

namespace assize::jit {
namespace {

using plan::Op;
using results::Status;

std::int64_t number_of(Status status) { return static_cast<std::int64_t>(status); }

}  // namespace

void Emitter::emit_quantities(const plan::Measure& measure) {
  for (std::size_t i = 0; i < measure.parts.size(); ++i) {
    const plan::Part& part = measure.parts[i];
    const Counters::PartSlots& slots = counters_.parts[i];
    if (plan::is_set(part.numerator_quantity)) {
      add_quantity(part.numerator_quantity, slots.numerator_sum);
    }
    if (part.shape == plan::Shape::kResult && plan::is_set(part.of)) {
      add_quantity(part.of, slots.numerator_sum);
    }
    if (!plan::is_set(part.over)) continue;
    if (node(part.over).type.base != plan::Base::kSet) {
      add_quantity(part.over, slots.over_sum);
    } else if (!is_everybodys(plan_, part.over)) {
      loop_over(part, slots);
    }
  }
}

void Emitter::add_quantity(NodeId quantity, std::uint32_t slot) {
  const Emitted value = emit(quantity);
  note_beyond_limits(value.beyond);
  llvm::Value* is_missing = either(value.unknown, value.none);
  weight_ = nullptr;
  add_to_sum(number(slot), value.value,
             is_missing == nullptr ? yes() : builder_.CreateNot(is_missing));
  if (is_missing == nullptr) return;
  emit_if(
      is_missing,
      [&] {
        // The counters of the reasons lie behind the sum.
        llvm::Value* reason = emit_reason(quantity);
        llvm::Value* none = builder_.CreateICmpEQ(reason, number(number_of(Status::kNone)));
        reason = builder_.CreateSelect(none, number(number_of(Status::kUnknown)), reason);
        const std::int64_t first = slot + Counters::kSumSize - number_of(Status::kWithheld);
        count_at(builder_.CreateAdd(number(first), reason), yes());
      },
      "missing");
}

void Emitter::add_to_sum(llvm::Value* slot, llvm::Value* value, llvm::Value* condition) {
  if (!value->getType()->isIntegerTy(64)) {
    // Fractions are added up by whoever keeps what is reported.
    emit_if(condition, [&] { report_amount("assize_add", slot, value); }, "fraction");
    return;
  }
  llvm::Type* wide = builder_.getInt128Ty();
  llvm::Value* address =
      builder_.CreateInBoundsGEP(builder_.getInt64Ty(), council_counters_, slot);
  llvm::Value* before = builder_.CreateAlignedLoad(wide, address, llvm::Align(8));
  llvm::Value* amount = builder_.CreateSExt(value, wide);
  if (weight_ != nullptr) amount = builder_.CreateMul(amount, builder_.CreateSExt(weight_, wide));
  amount = builder_.CreateSelect(condition, amount, llvm::ConstantInt::get(wide, 0));
  llvm::Value* added =
      builder_.CreateBinaryIntrinsic(llvm::Intrinsic::sadd_with_overflow, before, amount);
  builder_.CreateAlignedStore(builder_.CreateExtractValue(added, 0), address, llvm::Align(8));
  note_beyond_limits(builder_.CreateExtractValue(added, 1));
}

llvm::Value* Emitter::worse(llvm::Value* left, llvm::Value* right) {
  // The lowest that is not 0: 0 less 1 is the highest of all.
  llvm::Value* lower = builder_.CreateBinaryIntrinsic(
      llvm::Intrinsic::umin, builder_.CreateSub(left, number(1)),
      builder_.CreateSub(right, number(1)));
  return builder_.CreateAdd(lower, number(1));
}

llvm::Value* Emitter::emit_reason(NodeId id) {
  const Emitted value = emit(id);
  if (value.unknown == nullptr) return number(number_of(Status::kNone));
  llvm::AllocaInst* reason = local(builder_.getInt64Ty(), "reason");
  builder_.CreateStore(number(number_of(Status::kNone)), reason);
  emit_if(value.unknown, [&] { builder_.CreateStore(reason_inside(id), reason); }, "reason");
  return builder_.CreateLoad(builder_.getInt64Ty(), reason);
}

llvm::Value* Emitter::reason_inside(NodeId id) {
  const plan::Node& of = node(id);
  switch (of.op) {
    case Op::kThe:
    case Op::kExtreme:
    case Op::kBest:
    case Op::kTotal:
      return reason_of_set(of);
    case Op::kField:
      return call("assize_reason_in_field", builder_.getInt64Ty(),
                  {sink(), number(static_cast<std::int64_t>(
                               plan::index_of(plan_.variable(of.variable).collection))),
                   number(of.field), rows_.at(of.variable)});
    case Op::kLet: {
      const plan::Let& let = plan_.let(of.let);
      const bool is_plain = plan::is_set(let.value) &&
                            (let.of == plan::Let::Of::kFile || let.of == plan::Let::Of::kUnit);
      if (is_plain) return emit_reason(let.value);
      break;
    }
    default:
      break;
  }
  llvm::Value* reason = number(number_of(Status::kNone));
  for (const NodeId operand : of.operands) {
    if (node(operand).type.base == plan::Base::kSet) continue;
    reason = worse(reason, emit_reason(operand));
  }
  // If everything that it is made of is there, it was divided by nothing, or a field is blank.
  const Status otherwise = of.op == Op::kDivide ? Status::kNotApplicable : Status::kUnknown;
  return builder_.CreateSelect(builder_.CreateICmpEQ(reason, number(number_of(Status::kNone))),
                               number(number_of(otherwise)), reason);
}

llvm::Value* Emitter::reason_of_set(const plan::Node& of) {
  const NodeId set = of.operands[0];
  const NodeId body = of.operands[1];
  plan::VariableSet bound{of.variable};
  add_bound_along(set, bound);
  hoist({set, body}, bound);
  llvm::AllocaInst* is_empty = local(builder_.getInt1Ty(), "is_empty");
  llvm::AllocaInst* reason = local(builder_.getInt64Ty(), "reasons");
  builder_.CreateStore(yes(), is_empty);
  builder_.CreateStore(number(number_of(Status::kNone)), reason);
  loop_rows(
      root_of(set),
      [&](llvm::Value* row, Builder&) {
        emit_if(
            contains(set, row),
            [&] {
              builder_.CreateStore(no(), is_empty);
              bind(of.variable, row, [&] {
                llvm::Value* before = builder_.CreateLoad(builder_.getInt64Ty(), reason);
                builder_.CreateStore(worse(before, emit_reason(body)), reason);
              });
            },
            "member");
      },
      "reason");
  llvm::Value* found = builder_.CreateLoad(builder_.getInt64Ty(), reason);
  llvm::Value* said =
      builder_.CreateSelect(builder_.CreateICmpEQ(found, number(number_of(Status::kNone))),
                            number(number_of(Status::kUnknown)), found);
  return builder_.CreateSelect(builder_.CreateLoad(builder_.getInt1Ty(), is_empty),
                               number(number_of(Status::kNotSubmitted)), said);
}

}  // namespace assize::jit
