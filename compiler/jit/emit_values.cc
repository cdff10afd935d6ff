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
  const bool is_bool = type.base == plan::Base::kBool;
  made.value = is_bool ? no() : number(0);
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
  if (is_bool) {
    made.value = value.whole != 0 ? yes() : no();
  } else if (type.base != plan::Base::kText) {
    made.value = number(value.whole);
  }
  return made;
}

Emitted Emitter::emit_arithmetic(const plan::Node& node) {
  const Emitted left = emit(node.operands[0]);
  const plan::Type& left_type = this->node(node.operands[0]).type;
  Emitted made;
  if (node.op == plan::Op::kNegative) {
    made.value = builder_.CreateNeg(left.value);
    made.unknown = either(left.unknown, left.none);
    return made;
  }
  const Emitted right = emit(node.operands[1]);
  const plan::Type& right_type = this->node(node.operands[1]).type;
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
  switch (node.op) {
    case plan::Op::kMultiply:
      made.value = builder_.CreateMul(left.value, right.value);
      break;
    case plan::Op::kAdd:
      made.value = builder_.CreateAdd(left.value, right.value);
      break;
    default:
      made.value = builder_.CreateSub(left.value, right.value);
      break;
  }
  llvm::Value* open = nullptr;
  if (left_type.may_be_open) open = is_open(left, left_type);
  if (right_type.may_be_open) open = either(open, is_open(right, right_type));
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
  Emitted made{.unknown = unusable};
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
  const Emitted value = emit(node.operands[0]);
  if (value.unknown == nullptr) return value;
  return select(value.unknown, emit(node.operands[1]), value);
}

Emitted Emitter::emit_table(const plan::Node& node) {
  const Emitted code = emit(node.operands[0]);
  llvm::Value* unusable = either(code.unknown, code.none);
  llvm::Value* place =
      unusable == nullptr ? code.value : builder_.CreateSelect(unusable, number(0), code.value);
  Emitted made{.unknown = code.unknown, .none = code.none};
  std::vector<std::int64_t> table;
  if (node.op == plan::Op::kWiden) {
    table.assign(node.table.begin(), node.table.end());
    made.value = builder_.CreateSExt(lookup(table, place, 32, "widen"), builder_.getInt64Ty());
    return made;
  }
  const plan::CodeList& list = plan_.list(this->node(node.operands[0]).type.list);
  std::vector<std::int64_t> blanks;
  bool has_blanks = false;
  for (const auto& score : list.scores[static_cast<std::size_t>(node.column)]) {
    table.push_back(score ? score->floor() : 0);
    blanks.push_back(score ? 0 : 1);
    has_blanks = has_blanks || !score;
  }
  made.value = lookup(table, place, 64, "score");
  made.unknown = either(code.unknown, code.none);
  made.none = nullptr;
  if (has_blanks) {
    made.unknown = either(made.unknown, builder_.CreateTrunc(lookup(blanks, place, 8, "blank"),
                                                             builder_.getInt1Ty()));
  }
  return made;
}

Emitted Emitter::further(bool is_high, const Emitted& best, const Emitted& next) {
  // An unknown is passed over, none is taken if there is nothing else; the first wins a tie.
  llvm::Value* is_better = is_high ? builder_.CreateICmpSGT(next.value, best.value)
                                   : builder_.CreateICmpSLT(next.value, best.value);
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
  return made;
}

Emitted Emitter::emit_extreme_of(const plan::Node& node) {
  const bool is_high = node.pick == plan::Pick::kLatest || node.pick == plan::Pick::kHighest;
  Emitted best = emit(node.operands[0]);
  best.cell = nullptr;
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    best = further(is_high, best, emit(node.operands[i]));
  }
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
      best = {.value = next.value};
      best_place = place;
      continue;
    }
    llvm::Value* is_better = builder_.CreateICmpUGT(place, best_place);
    best.value = builder_.CreateSelect(is_better, next.value, best.value);
    best_place = builder_.CreateSelect(is_better, place, best_place);
  }
  best.unknown = builder_.CreateICmpEQ(best_place, number(0));
  return best;
}

Emitted Emitter::emit_node(const plan::Node& node) {
  using plan::Op;
  switch (node.op) {
    case Op::kConst:
      if (node.type.base == plan::Base::kText && node.value.state == plan::Value::State::kKnown) {
        const auto index = static_cast<unsigned>(&node - plan_.nodes.data());
        llvm::Value* texts = context_member(6, builder_.getPtrTy(), "texts");
        return {.value = builder_.CreateLoad(
                    builder_.getInt64Ty(),
                    builder_.CreateConstInBoundsGEP1_64(builder_.getInt64Ty(), texts, index))};
      }
      return emit_constant(node.type, node.value);
    case Op::kParameter: {
      const plan::Parameter& parameter = plan_.parameters[plan::index_of(node.parameter)];
      return emit_constant(parameter.type, parameter.value);
    }
    case Op::kCouncil: {
      llvm::Value* texts = context_member(7, builder_.getPtrTy(), "council_texts");
      llvm::Value* council = file_part(5, builder_.getInt32Ty(), "file_council");
      return {.value = builder_.CreateLoad(
                  builder_.getInt64Ty(),
                  builder_.CreateInBoundsGEP(builder_.getInt64Ty(), texts, council))};
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
    case Op::kIs:
      return emit_is(emit(node.operands[0]), emit(node.operands[1]));
    case Op::kIsIn:
      return emit_is_in(node);
    case Op::kIsAnyOf:
      return emit_is_any_of(node);
    case Op::kLess:
    case Op::kLessOrEqual:
      return emit_comparison(node);
    case Op::kIsKnown: {
      const Emitted operand = emit(node.operands[0]);
      return {.value = operand.unknown == nullptr ? yes() : builder_.CreateNot(operand.unknown)};
    }
    case Op::kIsOpen: {
      const Emitted operand = emit(node.operands[0]);
      llvm::Value* open = is_open(operand, this->node(node.operands[0]).type);
      llvm::Value* unusable = either(operand.unknown, operand.none);
      if (unusable != nullptr) open = builder_.CreateAnd(open, builder_.CreateNot(unusable));
      return {.value = open};
    }
    case Op::kIsNone: {
      const Emitted operand = emit(node.operands[0]);
      return {.value = operand.none == nullptr ? no() : operand.none};
    }
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kMultiply:
    case Op::kNegative:
      return emit_arithmetic(node);
    case Op::kAge:
      return emit_age(node);
    case Op::kYear:
    case Op::kMonthLength:
    case Op::kShift:
      return emit_kernel(node);
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
