// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/expr.h"
#include "compiler/check/framework.h"

// Checked expressions by hand, so that each operation is tested without the rest of the compiler.

namespace assize::interpret::tests {

using check::Base;
using check::Expr;
using check::ExprPtr;
using check::Op;
using check::Value;

inline Value number(std::int64_t whole) { return Value::of(Base::kNumber, whole); }
inline Value days(std::int64_t whole) { return Value::of(Base::kDays, whole); }
inline Value code(std::int64_t index) { return Value::of(Base::kCode, index); }
inline Value text(std::string written) {
  Value made = Value::of(Base::kText, 0);
  made.text = std::move(written);
  return made;
}
inline Value decimal(std::int64_t numerator, std::int64_t denominator) {
  Value made = Value::of(Base::kDecimal, 0);
  made.decimal = check::Rational(numerator, denominator);
  return made;
}
/// A day written `2024-05-10`.
Value day(const std::string& written);
inline const Value kYes = Value::yes_or_no(true);
inline const Value kNo = Value::yes_or_no(false);
inline const Value kUnknown = Value::unknown();
inline const Value kNone = Value::none();
inline const Value kOpen = Value::open();

/// Writes a value for messages and comparison: `yes`, `2024-05-10`, `unknown`.
std::string shown(const Value& value);

template <class... A>
ExprPtr make(Op op, Base base, A... args) {
  auto made = std::make_unique<Expr>();
  made->op = op;
  made->type.base = base;
  (made->args.push_back(std::move(args)), ...);
  return made;
}
inline ExprPtr constant(const Value& value) {
  ExprPtr made = make(Op::kConst, value.base);
  made->value = value;
  return made;
}
inline ExprPtr test_of(Op op, ExprPtr a, ExprPtr b) {
  return make(op, Base::kBool, std::move(a), std::move(b));
}
inline ExprPtr field_of(const check::Variable& variable, const check::Field& field) {
  ExprPtr made = make(Op::kField, field.type.base);
  made->type = field.type;
  made->variable = &variable;
  made->field = &field;
  return made;
}
inline ExprPtr their(const check::Collection& collection, bool in_every_council = false) {
  ExprPtr made = make(Op::kFileRecords, Base::kSet);
  made->collection = &collection;
  made->in_every_council = in_every_council;
  return made;
}
inline ExprPtr everybodys(const check::Collection& collection) {
  ExprPtr made = make(Op::kAllRecords, Base::kSet);
  made->collection = &collection;
  return made;
}
inline ExprPtr where(ExprPtr set, const check::Variable& variable, ExprPtr condition) {
  ExprPtr made = make(Op::kWhere, Base::kSet, std::move(set), std::move(condition));
  made->variable = &variable;
  return made;
}
inline ExprPtr pick(Op op, Base base, ExprPtr set, const check::Variable& variable, ExprPtr body) {
  ExprPtr made = make(op, base, std::move(set), std::move(body));
  made->variable = &variable;
  return made;
}
inline ExprPtr extreme(check::Pick which, ExprPtr set, const check::Variable& variable, ExprPtr body) {
  const Base base = body->type.base;
  ExprPtr made = pick(Op::kExtreme, base, std::move(set), variable, std::move(body));
  made->pick = which;
  return made;
}
inline ExprPtr let_of(const check::Let& let, const check::Variable* variable = nullptr) {
  ExprPtr made = make(let.of == check::Let::Of::kPerson ? Op::kFact : Op::kLet, let.type.base);
  made->type = let.type;
  made->let = &let;
  made->variable = variable;
  return made;
}
inline check::Key key_of(check::Key::Kind kind, ExprPtr value,
                         check::Pick which = check::Pick::kLatest, bool unknown_first = false) {
  check::Key key;
  key.kind = kind;
  key.pick = which;
  key.unknown_first = unknown_first;
  key.value = std::move(value);
  return key;
}

}  // namespace assize::interpret::tests
