// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: plain values and arithmetic.

#include <limits>

#include "compiler/jit/emitter.h"

namespace assize::jit {
namespace {

constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();

}  // namespace

Emitted Emitter::emit_constant(const plan::Type& type, const plan::Value& value) {
  Emitted made;
  made.value = llvm::ConstantInt::get(type_of_value(type), 0);
  switch (value.state) {
    case plan::Value::State::kUnknown:
      made.unknown = yes();
      return made;
    case plan::Value::State::kNone:
      made.none = yes();
      return made;
    case plan::Value::State::kOpen:
      made.value = number(kOpen);
      return made;
    case plan::Value::State::kKnown:
      break;
  }
  if (type.base == plan::Base::kBool) {
    made.value = value.whole != 0 ? yes() : no();
  } else if (type.base == plan::Base::kDecimal) {
    made.value = builder_.getInt(fraction_bits(value.decimal));
  } else if (type.base != plan::Base::kText) {
    made.value = number(value.whole);
  }
  return made;
}

Emitted Emitter::emit_whole(const plan::Node& node, const Emitted& left, const Emitted& right) {
  const auto id = static_cast<NodeId>(&node - plan_.nodes.data());
  const bool is_product = node.op == plan::Op::kMultiply;
  const bool is_sum = node.op == plan::Op::kAdd;
  if (!limits_.may_overflow(id)) {
    return {.value = is_product ? builder_.CreateMul(left.value, right.value)
                     : is_sum   ? builder_.CreateAdd(left.value, right.value)
                                : builder_.CreateSub(left.value, right.value)};
  }
  llvm::Value* both =
      builder_.CreateBinaryIntrinsic(is_product ? llvm::Intrinsic::smul_with_overflow
                                     : is_sum   ? llvm::Intrinsic::sadd_with_overflow
                                                : llvm::Intrinsic::ssub_with_overflow,
                                     left.value, right.value);
  return {.value = builder_.CreateExtractValue(both, 0),
          .beyond = builder_.CreateExtractValue(both, 1)};
}

Emitted Emitter::emit_arithmetic(const plan::Node& node) {
  if (node.type.base == plan::Base::kDecimal) return emit_fractions(node);
  const bool is_negative = node.op == plan::Op::kNegative;
  const NodeId first = node.operands.front();
  const NodeId last = node.operands.back();
  const Emitted left = is_negative ? Emitted{.value = number(0)} : emit(first);
  const Emitted right = emit(last);
  const plan::Type& left_type = this->node(first).type;
  const plan::Type& right_type = this->node(last).type;
  Emitted made = emit_whole(node, left, right);
  made.unknown = either(either(left.unknown, left.none), either(right.unknown, right.none));
  if (node.type.base == plan::Base::kDate) {
    // A day that was none stays none, one that is open stays open.
    const bool left_is_day = left_type.base == plan::Base::kDate;
    const Emitted& day = left_is_day ? left : right;
    const Emitted& days = left_is_day ? right : left;
    made.unknown = either(day.unknown, either(days.unknown, days.none));
    made.none = day.none;
    if (made.none != nullptr && made.unknown != nullptr) {
      made.none = builder_.CreateAnd(made.none, builder_.CreateNot(made.unknown));
    }
  }
  llvm::Value* open = nullptr;
  if (left_type.may_be_open && !is_negative) open = is_open(left, left_type);
  if (right_type.may_be_open) open = either(open, is_open(right, right_type));
  if (llvm::Value* not_computed = either(either(made.unknown, made.none), open);
      made.beyond != nullptr && not_computed != nullptr) {
    made.beyond = builder_.CreateAnd(made.beyond, builder_.CreateNot(not_computed));
  }
  made.beyond = either(made.beyond, either(left.beyond, right.beyond));
  if (open == nullptr) return made;
  if (node.type.base == plan::Base::kDate) {
    made.value = builder_.CreateSelect(open, number(kOpen), made.value);  // open stays open
  } else {
    made.unknown = either(made.unknown, open);
  }
  return made;
}

Emitted Emitter::emit_age(const plan::Node& node) {
  const Emitted born = emit(node.operands[0]);
  const Emitted on = emit(node.operands[1]);
  Emitted made;
  made.unknown = either(either(born.unknown, born.none), either(on.unknown, on.none));
  made.beyond = either(born.beyond, on.beyond);
  for (const NodeId operand : node.operands) {
    const plan::Type& type = this->node(operand).type;
    if (type.may_be_open) made.unknown = either(made.unknown, is_open(emit(operand), type));
  }
  if (node.by_birthdays) {
    auto callee = module_.getOrInsertFunction("assize_age_by_birthdays", builder_.getInt64Ty(),
                                              builder_.getInt64Ty(), builder_.getInt64Ty());
    llvm::Value* safe_on = made.unknown == nullptr
                               ? on.value
                               : builder_.CreateSelect(made.unknown, number(0), on.value);
    llvm::Value* safe_born = made.unknown == nullptr
                                 ? born.value
                                 : builder_.CreateSelect(made.unknown, number(0), born.value);
    made.value = builder_.CreateCall(callee, {safe_born, safe_on}, "age");
    return made;
  }
  // floor(days / (p / q)) is floor(days * q / p), exactly.
  const auto p = static_cast<std::int64_t>(node.days_per_year.numerator());
  const auto q = static_cast<std::int64_t>(node.days_per_year.denominator());
  llvm::Value* days = builder_.CreateMul(builder_.CreateSub(on.value, born.value), number(q));
  llvm::Value* quotient = builder_.CreateSDiv(days, number(p));
  llvm::Value* rest = builder_.CreateSub(days, builder_.CreateMul(quotient, number(p)));
  llvm::Value* is_below = builder_.CreateICmpSLT(rest, number(0));
  made.value =
      builder_.CreateSub(quotient, builder_.CreateZExt(is_below, builder_.getInt64Ty()), "age");
  return made;
}

Emitted Emitter::emit_kernel(const plan::Node& node) {
  const Emitted day = emit(node.operands[0]);
  const plan::Type& type = this->node(node.operands[0]).type;
  llvm::Value* safe = day.value;
  llvm::Value* unusable = either(day.unknown, day.none);
  if (type.may_be_open) unusable = either(unusable, is_open(day, type));
  Emitted made{.unknown = unusable, .beyond = day.beyond};
  if (unusable != nullptr) safe = builder_.CreateSelect(unusable, number(0), safe);
  llvm::Type* whole = builder_.getInt64Ty();
  if (node.op == plan::Op::kShift) {
    auto callee =
        module_.getOrInsertFunction("assize_shift", whole, whole, whole, builder_.getInt1Ty());
    made.value =
        builder_.CreateCall(callee, {safe, number(node.months), node.round_up ? yes() : no()});
    made.unknown = day.unknown;
    made.none = day.none;
    if (type.may_be_open)
      made.value = builder_.CreateSelect(is_open(day, type), number(kOpen), made.value);
    return made;
  }
  auto callee = module_.getOrInsertFunction(
      node.op == plan::Op::kYear ? "assize_year" : "assize_month_length", whole, whole);
  made.value = builder_.CreateCall(callee, {safe});
  return made;
}

Emitted Emitter::emit_fallback(const plan::Node& node) {
  const auto operand = [&](std::size_t i) {
    return as_type(emit(node.operands[i]), this->node(node.operands[i]).type, node.type);
  };
  const Emitted value = operand(0);
  if (value.unknown == nullptr) return value;
  Emitted made = select(value.unknown, operand(1), value);
  made.beyond = either(value.beyond, made.beyond);
  return made;
}

Emitted Emitter::emit_table(const plan::Node& node) {
  const Emitted code = emit(node.operands[0]);
  llvm::Value* unusable = either(code.unknown, code.none);
  llvm::Value* place =
      unusable == nullptr ? code.value : builder_.CreateSelect(unusable, number(0), code.value);
  if (node.op == plan::Op::kScore) return emit_score(node, code, place);
  const std::vector<std::int64_t> table(node.table.begin(), node.table.end());
  return {.value = builder_.CreateSExt(lookup(table, place, 32, "widen"), builder_.getInt64Ty()),
          .unknown = code.unknown,
          .none = code.none,
          .beyond = code.beyond};
}

Emitted Emitter::further(bool is_high, const Emitted& best, const Emitted& next,
                         const plan::Type& type) {
  // An unknown is passed over, none is taken if there is nothing else; the first wins a tie.
  llvm::Value* is_better = is_high ? is_less(best, next, type) : is_less(next, best, type);
  if (best.none != nullptr) is_better = builder_.CreateOr(is_better, best.none);
  if (next.none != nullptr)
    is_better = builder_.CreateAnd(is_better, builder_.CreateNot(next.none));
  if (best.unknown != nullptr) is_better = builder_.CreateOr(is_better, best.unknown);
  if (next.unknown != nullptr) {
    is_better = builder_.CreateAnd(is_better, builder_.CreateNot(next.unknown));
  }
  Emitted made = select(is_better, {.value = next.value, .none = next.none},
                        {.value = best.value, .none = best.none});
  if (best.unknown != nullptr && next.unknown != nullptr) {
    made.unknown = builder_.CreateAnd(best.unknown, next.unknown);
  }
  made.beyond = either(best.beyond, next.beyond);
  return made;
}

Emitted Emitter::emit_extreme_of(const plan::Node& node) {
  const bool is_high = node.pick == plan::Pick::kLatest || node.pick == plan::Pick::kHighest;
  Emitted best;
  for (const NodeId operand : node.operands) {
    const Emitted next = as_type(emit(operand), this->node(operand).type, node.type);
    best = best.value == nullptr ? next : further(is_high, best, next, node.type);
  }
  best.cell = nullptr;
  return best;
}

Emitted Emitter::emit_best_of(const plan::Node& node) {
  Emitted best;
  llvm::Value* best_place = nullptr;
  for (const NodeId operand : node.operands) {
    const Emitted next = emit(operand);
    // 0 for what is never best, so the first that is higher wins.
    llvm::Value* place = pack_place(next, this->node(operand).type, node.column).bits;
    place = builder_.CreateZExt(place, builder_.getInt64Ty());
    if (best_place == nullptr) {
      best = {.value = next.value, .beyond = next.beyond};
      best_place = place;
      continue;
    }
    llvm::Value* is_better = builder_.CreateICmpUGT(place, best_place);
    best.value = builder_.CreateSelect(is_better, next.value, best.value);
    best.beyond = either(best.beyond, next.beyond);
    best_place = builder_.CreateSelect(is_better, place, best_place);
  }
  best.unknown = builder_.CreateICmpEQ(best_place, number(0));
  return best;
}

Emitted Emitter::emit_state(const plan::Node& node) {
  const Emitted operand = emit(node.operands[0]);
  Emitted made{.beyond = operand.beyond};
  switch (node.op) {
    case plan::Op::kIsKnown:
      made.value = operand.unknown == nullptr ? yes() : builder_.CreateNot(operand.unknown);
      return made;
    case plan::Op::kIsNone:
      made.value = operand.none == nullptr ? no() : operand.none;
      return made;
    default:
      break;
  }
  made.value = is_open(operand, this->node(node.operands[0]).type);
  if (llvm::Value* unusable = either(operand.unknown, operand.none)) {
    made.value = builder_.CreateAnd(made.value, builder_.CreateNot(unusable));
  }
  return made;
}

Emitted Emitter::emit_node(const plan::Node& node) {
  using plan::Op;
  switch (node.op) {
    case Op::kConst:
      if (node.type.base == plan::Base::kText && node.value.state == plan::Value::State::kKnown) {
        const auto index = static_cast<unsigned>(&node - plan_.nodes.data());
        return {.value = text_at(index)};
      }
      return emit_constant(node.type, node.value);
    case Op::kParameter: {
      const plan::Parameter& parameter = plan_.parameters[plan::index_of(node.parameter)];
      return emit_constant(parameter.type, parameter.value);
    }
    case Op::kCouncil: {
      llvm::Value* texts = context_member(7, builder_.getPtrTy(), "council_texts");
      llvm::Value* council = file_part(5, builder_.getInt32Ty(), "file_council");
      llvm::Value* is_nowhere = nullptr;
      if (is_everybodys_) {
        is_nowhere = builder_.CreateICmpSLT(council, number(0));
        council = builder_.CreateSelect(is_nowhere, number(0), council);
      }
      return {.value = builder_.CreateLoad(
                  builder_.getInt64Ty(),
                  builder_.CreateInBoundsGEP(builder_.getInt64Ty(), texts, council)),
              .unknown = is_nowhere};
    }
    case Op::kPeriodStart:
      return {.value = context_member(8, builder_.getInt64Ty(), "period_start")};
    case Op::kPeriodEnd:
      return {.value = context_member(9, builder_.getInt64Ty(), "period_end")};
    case Op::kField:
      return field(plan_.variable(node.variable).collection, node.field, rows_.at(node.variable));
    case Op::kEpisodeStart:
    case Op::kEpisodeEnd:
      return emit_episode_day(node);
    case Op::kFurthestEnd:
      return so_far_.furthest_end;
    case Op::kPreviousEnd:
      return so_far_.previous_end;
    case Op::kLet:
    case Op::kDecidingCase:
      return emit_let(node);
    case Op::kScore:
    case Op::kWiden:
      return emit_table(node);
    case Op::kNot:
      return emit_not(emit(node.operands[0]));
    case Op::kAnd:
    case Op::kOr:
      return emit_and_or(node);
    case Op::kIs: {
      plan::Type type;
      const auto [left, right] = alike_in_type(node.operands[0], node.operands[1], type);
      return emit_is(left, right, type);
    }
    case Op::kIsIn:
      return emit_is_in(node);
    case Op::kIsAnyOf:
      return emit_is_any_of(node);
    case Op::kLess:
    case Op::kLessOrEqual:
      return emit_comparison(node);
    case Op::kIsKnown:
    case Op::kIsOpen:
    case Op::kIsNone:
      return emit_state(node);
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kMultiply:
    case Op::kDivide:
    case Op::kNegative:
      return emit_arithmetic(node);
    case Op::kAge:
      return emit_age(node);
    case Op::kYear:
    case Op::kMonthLength:
    case Op::kShift:
      return emit_kernel(node);
    case Op::kJoin:
      return emit_join(node);
    case Op::kStartsWith:
      return emit_starts_with(node);
    case Op::kFallback:
      return emit_fallback(node);
    case Op::kExtremeOf:
      return emit_extreme_of(node);
    case Op::kBestOf:
      return emit_best_of(node);
    default:
      break;
  }
  // `supported.cc` refuses plans with other nodes; the questions to sets are scans.
  return emit_constant(node.type, {});
}

}  // namespace assize::jit
