// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Parameters and flags, of a measure or of the whole edition.

#include <utility>

#include "compiler/check/errors.h"
#include "compiler/check/site.h"

namespace assize::check {
namespace {

Rational amount(const Value& of) {
  return of.base == Base::kDecimal ? of.decimal : Rational(of.whole);
}

// A bound is of the parameter's own kind.
std::optional<Value> bound_of(Site& site, const syntax::Expr& text, const Parameter& parameter) {
  Type type;
  const auto bound = literal_value(site, text, type);
  if (!bound) return std::nullopt;
  const bool both_numbers = is_numeric(type) && is_numeric(parameter.type);
  if (type.base == parameter.type.base || both_numbers) return bound;
  site.sink.add(diagnostics::diagnose(text.span, errors::wrong_type, "`" + written(site, text.span) + "`",
                                      describe(type), describe(parameter.type)));
  return std::nullopt;
}

}  // namespace

std::unique_ptr<Parameter> make_parameter(Site& site, const syntax::Parameter& text) {
  auto made = std::make_unique<Parameter>();
  made->name = text.name.text;
  made->span = text.span;
  if (text.why) made->why = text.why->value;
  const auto value = literal_value(site, *text.value, made->type);
  if (!value) return nullptr;
  made->value = *value;
  if (text.from) made->from = bound_of(site, *text.from, *made);
  if (text.to) made->to = bound_of(site, *text.to, *made);
  if (made->from && made->to &&
      (amount(*value) < amount(*made->from) || amount(*made->to) < amount(*value))) {
    site.sink.add(diagnostics::diagnose(text.value->span, errors::out_of_bounds,
                                        "`" + written(site, text.value->span) + "`", made->name));
  }
  return made;
}

std::unique_ptr<Flag> make_flag(const syntax::Flag& text) {
  auto made = std::make_unique<Flag>();
  made->name = text.name.text;
  made->value = text.value;
  made->decide_by = text.decide_by;
  made->because = text.because.value;
  made->span = text.span;
  return made;
}

void take_settings_of_edition(Site& site) {
  for (const auto& parameter : site.framework.parameters) site.parameters[parameter->name] = parameter.get();
  for (const auto& flag : site.framework.flags) site.flags[flag->name] = flag.get();
}

}  // namespace assize::check
