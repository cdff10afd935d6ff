// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of pass `lower`: where sets begin. A named population becomes the records that its steps
// leave, one `where` after the other, so that engines know nothing of it.

#include <utility>

#include "compiler/lower/lowering.h"

namespace assize::lower {

plan::NodeId Lowering::records(const check::Expr& expr, plan::Reach reach) {
  plan::Node made;
  made.op = plan::Op::kRecords;
  made.type = type(expr.type);
  made.collection = collection(expr.collection);
  made.type.base = plan::Base::kSet;
  made.type.collection = made.collection;
  made.reach = reach;
  made.span = expr.span;
  return add(std::move(made));
}

plan::NodeId Lowering::where(plan::NodeId set, plan::NodeId condition, plan::VariableId variable,
                             source::Span span) {
  plan::Node made;
  made.op = plan::Op::kWhere;
  made.operands = {set, condition};
  made.type = node(set).type;
  made.variable = variable;
  made.span = span;
  return add(std::move(made));
}

plan::NodeId Lowering::population(const check::Expr& expr) {
  const check::NamedPopulation& population = *expr.population;
  plan::Node all;
  all.op = plan::Op::kRecords;
  all.collection = collection(population.collection);
  all.type.base = plan::Base::kSet;
  all.type.collection = all.collection;
  all.reach = expr.in_all             ? plan::Reach::kAll
              : expr.in_every_council ? plan::Reach::kEveryCouncil
                                      : plan::Reach::kFile;
  all.span = expr.span;
  plan::NodeId set = add(std::move(all));
  const plan::VariableId record = variable(population.record);
  if (population.base != nullptr) set = where(set, expression(*population.base), record, expr.span);
  for (const check::Step& step : population.steps) {
    if (step.kind == check::Step::Kind::kKeepOnePer) {
      return not_built_yet("`keep one per` in a named population", step.span);
    }
    if (step.policy == check::StepPolicy::kStop) {
      return not_built_yet("`if unknown stop` in a named population", step.span);
    }
    const bool keeps = step.kind == check::Step::Kind::kKeep;
    const bool unknown_stays = step.policy == check::StepPolicy::kKeep;
    plan::NodeId asked = expression(*step.when);
    if (node(asked).type.may_be_unknown) {
      // What an unknown says to the question itself: yes, if that keeps the record or leaves it
      // out.
      asked =
          add(plan::Op::kFallback, {asked, constant(keeps == unknown_stays, step.span)}, step.span);
      plan_.nodes.back().type.may_be_unknown = false;
    }
    if (!keeps) asked = add(plan::Op::kNot, {asked}, step.span);
    set = where(set, asked, record, step.span);
  }
  return set;
}

}  // namespace assize::lower
