// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Why a quantity has no figure (language, 4.2).

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

using check::Op;
using results::Status;

// The first of the table in 4.2 that any part bears.
Status first_of(Status a, Status b) {
  if (a == Status::kNone) return b;
  if (b == Status::kNone) return a;
  return a < b ? a : b;
}

// Why a field of a record is unknown: the symbol that stood there, or a blank.
Status reason_in_field(const Item& record, const check::Field& field) {
  const auto& symbols = record.records->fields[static_cast<std::size_t>(field.index)].symbols;
  const auto found = symbols.find(record.row);
  if (found == symbols.end()) return Status::kUnknown;
  switch (found->second) {
    case check::Symbol::Status::kWithheld:
      return Status::kWithheld;
    case check::Symbol::Status::kNotSubmitted:
      return Status::kNotSubmitted;
    case check::Symbol::Status::kNotApplicable:
      return Status::kNotApplicable;
  }
  return Status::kUnknown;
}

// Picks that ask for a value, and have none where there is no record.
bool asks_for_a_record(Op op) { return op == Op::kThe || op == Op::kExtreme || op == Op::kBest; }

}  // namespace

results::Status Evaluation::reason_of_unknown(const Expr& expr, Scope& scope) {
  if (!is_unknown(value_of(expr, scope))) return Status::kNone;
  if (asks_for_a_record(expr.op) || expr.op == Op::kTotal) {
    const Items items = set_of(*expr.args[0], scope);
    if (items.empty()) return Status::kNotSubmitted;
    Status reason = Status::kNone;
    for (const Item& item : items) {
      const Bound bound(scope, expr.variable, item);
      reason = first_of(reason, reason_of_unknown(*expr.args[1], scope));
    }
    return reason == Status::kNone ? Status::kUnknown : reason;
  }
  if (expr.op == Op::kField) {
    const Item* record = scope.find(expr.variable);
    if (record != nullptr && record->records != nullptr) return reason_in_field(*record, *expr.field);
  }
  if (expr.op == Op::kLet && expr.let->value != nullptr &&
      expr.let->of != check::Let::Of::kRecord) {
    Scope inner = expr.let->of == check::Let::Of::kUnit && scope.unit != nullptr
                      ? scope_of(*scope.unit)
                      : Scope(scope.file);
    return reason_of_unknown(*expr.let->value, inner);
  }
  Status reason = Status::kNone;
  for (const check::ExprPtr& operand : expr.args) {
    if (operand->type.base == Base::kSet) continue;
    reason = first_of(reason, reason_of_unknown(*operand, scope));
  }
  if (reason != Status::kNone) return reason;
  // Everything that it is made of is there: it was divided by nothing, or a field is blank.
  return expr.op == Op::kDivide ? Status::kNotApplicable : Status::kUnknown;
}

}  // namespace assize::interpret
