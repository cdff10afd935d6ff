// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/rules.h"

#include "compiler/check/groups.h"
#include "compiler/interpret/values.h"

namespace assize::explain {
namespace {

using check::Op;
using check::Step;
using interpret::Matter;

constexpr std::size_t kTextWidth = 70;

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace

std::string unknown_words(check::StepPolicy policy) {
  switch (policy) {
    case check::StepPolicy::kKeep:
      return "`if unknown keep`";
    case check::StepPolicy::kLeaveOut:
      return "`if unknown leave out`";
    case check::StepPolicy::kStop:
      return "`if unknown stop`";
    case check::StepPolicy::kNothingToDecide:
      return "not known to be so";
  }
  return "";
}

std::string unknown_words(check::CountPolicy policy) {
  switch (policy) {
    case check::CountPolicy::kCount:
      return "`if unknown count`";
    case check::CountPolicy::kDoNotCount:
      return "`if unknown do not count`";
    case check::CountPolicy::kStop:
      return "`if unknown stop`";
    case check::CountPolicy::kNothingToDecide:
      return "not known to be so";
  }
  return "";
}

Rule Rules::of(const Decided& decided) const {
  switch (decided.matter.what) {
    case Matter::What::kStep:
      return of_step(decided);
    case Matter::What::kDenominator:
    case Matter::What::kNumerator:
      return of_those(decided);
    case Matter::What::kGroups:
    case Matter::What::kTabulation:
      return of_groups(decided);
    case Matter::What::kNumeratorQuantity:
    case Matter::What::kOver:
    case Matter::What::kResult:
      return of_quantity(decided);
    case Matter::What::kBase:
      break;
  }
  Rule rule{
      .kind = "scope", .words = "scope", .answer = answer_of(decided), .effect = "", .place = {}};
  if (!decided.parts.empty()) {
    rule.words = "scope: " + words_.source_of(*decided.parts.front().expr, kTextWidth);
    rule.place = words_.place(decided.parts.front().expr->span);
  }
  rule.effect = decided.decision.is_in ? "in scope" : "not in scope";
  if (decided.decision.was_unknown) rule.effect += " (not known to be so)";
  rule.looked_at = findings_.of_all(decided.parts, 0, decided.parts.size());
  return rule;
}

std::string Rules::answer_of(const Decided& decided) const {
  if (decided.parts.empty()) return decided.decision.is_in ? "yes" : "no";
  return words_.value(decided.parts.front().value, decided.parts.front().expr->type);
}

Rule Rules::of_step(const Decided& decided) const {
  const Step& step = *decided.matter.step;
  Rule rule{
      .kind = "step", .words = "", .answer = "", .effect = "", .place = words_.place(step.span)};
  rule.effect = decided.decision.is_in ? "kept" : "taken out";
  if (step.kind == Step::Kind::kKeepOnePer) {
    rule.words = "keep one per";
    for (std::size_t i = 0; i < step.per.size(); ++i) {
      rule.words += (i == 0 ? " " : ", ") + words_.source_of(*step.per[i]);
    }
    if (step.per.empty()) rule.words += " person";
    rule.words += " " + quoted(step.label);
    rule.answer = decided.decision.is_in ? "first" : "not first";
    if (decided.choice) {
      rule.looked_at = findings_.of_choice(*decided.choice);
      if (decided.choice->items.size() == 1) rule.answer = "the only one";
    }
    return rule;
  }
  rule.words = (step.kind == Step::Kind::kLeaveOut ? "leave out " : "keep ") + quoted(step.label);
  rule.answer = answer_of(decided);
  if (decided.decision.was_unknown) rule.effect += " (" + unknown_words(step.policy) + ")";
  rule.looked_at = findings_.of_all(decided.parts, 0, decided.parts.size());
  return rule;
}

Rule Rules::of_those(const Decided& decided) const {
  const bool is_numerator = decided.matter.what == Matter::What::kNumerator;
  const check::Those& those = *decided.matter.those;
  const std::string side = is_numerator ? "numerator" : "denominator";
  Rule rule{.kind = side, .words = "", .answer = answer_of(decided), .effect = "", .place = {}};
  rule.words = side + ": " + words_.source_of(*those.where, kTextWidth);
  rule.place = words_.place(those.where->span);
  rule.effect = decided.decision.is_in ? "counted" : "not counted";
  if (decided.decision.was_unknown) rule.effect += " (" + unknown_words(those.policy) + ")";
  rule.looked_at = findings_.of_all(decided.parts, 0, decided.parts.size());
  return rule;
}

Rule Rules::of_groups(const Decided& decided) const {
  const check::Part& part = *decided.matter.part;
  Rule rule{
      .kind = "groups", .words = "", .answer = "", .effect = "", .place = words_.place(part.span)};
  rule.looked_at = findings_.of_all(decided.parts, 0, decided.parts.size());
  if (decided.matter.what == Matter::What::kTabulation) {
    rule.words = "tabulated by";
    return rule;
  }
  const std::vector<check::Group> groups = check::groups_of(part);
  for (const std::size_t index : decided.decision.groups) {
    const check::Group& group = groups[index];
    rule.answer += (rule.answer.empty() ? "" : ", ");
    rule.answer += group.breakdown == "total" ? "total" : group.breakdown + " " + group.label;
  }
  rule.words = "counted in";
  return rule;
}

Rule Rules::of_quantity(const Decided& decided) const {
  Rule rule{.kind = "quantity", .words = "", .answer = "", .effect = "", .place = {}};
  switch (decided.matter.what) {
    case Matter::What::kNumeratorQuantity:
      rule.words = "numerator: ";
      break;
    case Matter::What::kOver:
      rule.words = "over: ";
      break;
    default:
      rule.words = "result: ";
      break;
  }
  if (decided.parts.empty()) return rule;
  const Looked& quantity = decided.parts.front();
  rule.words += words_.source_of(*quantity.expr, kTextWidth);
  rule.answer = words_.value_of(quantity);
  rule.place = words_.place(quantity.expr->span);
  rule.looked_at = findings_.of(quantity);
  return rule;
}

// The record a picked value came from, if it came from one.
std::string Rules::source_record(const Looked& looked) const {
  const Op op = looked.expr->op;
  if (op != Op::kThe && op != Op::kExtreme && op != Op::kBest) return "";
  if (looked.parts.empty()) return "";
  Items from;
  const Items& members = looked.parts.front().members;
  for (std::size_t i = 0; i < members.size() && i + 1 < looked.parts.size(); ++i) {
    if (interpret::are_alike(looked.parts[i + 1].value, looked.value)) from.push_back(members[i]);
  }
  return from.empty() ? "" : words_.things(from);
}

void Rules::follow_let(const Looked& looked, int depth, std::string& text) const {
  constexpr int kDeepest = 3;
  const Worked& let = *looked.let;
  const std::size_t begin = let.chosen != nullptr ? let.chosen_begin : 0;
  if (begin >= let.parts.size() || depth >= kDeepest) return;
  const Looked& gives = let.parts[begin];
  const std::string from = source_record(gives);
  if (!from.empty()) {
    text += ", from " + from;
  } else {
    follow(gives, depth + 1, text);
  }
}

// Adds the values that an expression rests on, and what these rest on.
void Rules::follow(const Looked& looked, int depth, std::string& text) const {
  const Op op = looked.expr->op;
  if (looked.expr->type.base == check::Base::kSet) return;
  if (op == Op::kLet || op == Op::kFact || op == Op::kStepOf) {
    text += (text.empty() ? "" : "; ") + words_.source_of(*looked.expr) + " = " +
            words_.value_of(looked);
    if (looked.let == nullptr) return;
    if (looked.let->chosen != nullptr) text += ", by its case `" + looked.let->chosen->name + "`";
    follow_let(looked, depth, text);
    return;
  }
  if (op == Op::kField || op == Op::kEpisodeStart || op == Op::kEpisodeEnd || op == Op::kAge) {
    text += (text.empty() ? "" : "; ") + words_.source_of(*looked.expr) + " = " +
            words_.value_of(looked);
    if (looked.of && looked.of->records != nullptr) text += " in " + words_.thing(*looked.of);
    return;
  }
  if (op == Op::kBestOfList || op == Op::kExtremeOfList) {
    for (const Looked& listed : looked.parts) {
      if (!interpret::are_alike(listed.value, looked.value)) continue;
      follow(listed, depth, text);
      return;
    }
    return;
  }
  if (op == Op::kThe || op == Op::kExtreme || op == Op::kBest) {
    text += (text.empty() ? "" : "; ") + words_.source_of(*looked.expr, kTextWidth) + " = " +
            words_.value_of(looked);
    return;
  }
  if (op == Op::kAny || op == Op::kNoneOf || op == Op::kCount) {
    if (!looked.parts.empty()) {
      text += (text.empty() ? "" : "; ") + words_.counted_things(looked.parts.front().members);
    }
    return;
  }
  for (const Looked& part : looked.parts) follow(part, depth, text);
}

std::string Rules::deciding_words(const Decided& decided) const {
  if (decided.choice) {
    const std::vector<Finding> keys = findings_.of_choice(*decided.choice);
    if (keys.empty()) return "it is the only one";
    return keys.back().what + " puts " + keys.back().value + " first (" + keys.back().note + ")";
  }
  if (decided.parts.empty()) return "";
  const Looked& reason = Findings::reason_of(decided.parts.front());
  std::string behind;
  follow(reason, 0, behind);
  const std::string asked = words_.source_of(*reason.expr, kTextWidth);
  const std::string answer = words_.value(reason.value, reason.expr->type);
  std::string policy;
  if (decided.decision.was_unknown && decided.matter.step != nullptr) {
    policy = " (" + unknown_words(decided.matter.step->policy) + ")";
  } else if (decided.decision.was_unknown && decided.matter.those != nullptr) {
    policy = " (" + unknown_words(decided.matter.those->policy) + ")";
  }
  return "`" + asked + "` is " + answer + policy + (behind.empty() ? "" : ": " + behind);
}

}  // namespace assize::explain
