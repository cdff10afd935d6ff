// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/explain/findings.h"

#include <algorithm>

#include "compiler/interpret/picks.h"

namespace assize::explain {
namespace {

using check::Base;
using check::Op;

constexpr std::size_t kTextWidth = 70;

bool is_set(const Looked& looked) { return looked.expr->type.base == Base::kSet; }

bool is_arithmetic(Op op) {
  return op == Op::kAdd || op == Op::kSubtract || op == Op::kMultiply || op == Op::kDivide ||
         op == Op::kNegative || op == Op::kConcat || op == Op::kAge || op == Op::kYear ||
         op == Op::kMonthLength || op == Op::kShift || op == Op::kScore;
}

bool same(const Finding& a, const Finding& b) {
  return a.what == b.what && a.value == b.value && a.note == b.note;
}

}  // namespace

std::vector<Finding> Findings::of(const Looked& looked) const {
  std::vector<Finding> found;
  add(looked, found);
  return told_once(std::move(found));
}

// One field is often asked twice in a line: `start` and `end` of one span.
std::vector<Finding> Findings::told_once(std::vector<Finding> found) {
  std::vector<Finding> once;
  for (Finding& finding : found) {
    const bool is_told = std::any_of(once.begin(), once.end(),
                                     [&](const Finding& told) { return same(told, finding); });
    if (!is_told) once.push_back(std::move(finding));
  }
  return once;
}

std::vector<Finding> Findings::of_all(const std::vector<Looked>& looked, std::size_t begin,
                                      std::size_t end) const {
  std::vector<Finding> found;
  for (std::size_t i = begin; i < end && i < looked.size(); ++i) {
    for (Finding& finding : of(looked[i])) found.push_back(std::move(finding));
  }
  return found;
}

void Findings::add(const Looked& looked, std::vector<Finding>& found) const {
  if (is_set(looked)) {
    Finding finding{words_.source_of(*looked.expr, kTextWidth), words_.value_of(looked), "",
                    of_set(looked)};
    // A set with a name says no more than itself.
    if (finding.parts.size() == 1 && finding.parts.front().what == finding.what) {
      finding.parts.clear();
    }
    found.push_back(std::move(finding));
    return;
  }
  switch (looked.expr->op) {
    case Op::kConst:
      return;
    case Op::kAnd:
    case Op::kOr:
      add_operands(looked, found);
      return;
    case Op::kFallback:
      add_fallback(looked, found);
      return;
    case Op::kLet:
    case Op::kFact:
    case Op::kStepOf:
      found.push_back(named(looked));
      return;
    case Op::kAny:
    case Op::kNoneOf:
    case Op::kCount:
    case Op::kCountDifferent:
    case Op::kTotal:
    case Op::kExtreme:
    case Op::kBest:
    case Op::kThe:
      found.push_back(asked_of_set(looked));
      return;
    case Op::kExtremeOfList:
    case Op::kBestOfList:
      found.push_back(pick_of_list(looked));
      return;
    default:
      break;
  }
  if (is_arithmetic(looked.expr->op)) {
    add_reckoned(looked, found);
  } else if (looked.parts.empty()) {
    found.push_back(leaf(looked));
  } else {
    add_parts(looked, found);
  }
}

void Findings::add_parts(const Looked& looked, std::vector<Finding>& found) const {
  for (const Looked& part : looked.parts) add(part, found);
}

// Of `and` and `or`, each operand that was asked, with its answer.
void Findings::add_operands(const Looked& looked, std::vector<Finding>& found) const {
  for (const Looked& part : looked.parts) {
    std::vector<Finding> behind = of(part);
    const bool says_itself =
        behind.size() == 1 && behind.front().what == words_.source_of(*part.expr, kTextWidth);
    if (says_itself || part.expr->op == Op::kAnd || part.expr->op == Op::kOr) {
      for (Finding& finding : behind) found.push_back(std::move(finding));
      continue;
    }
    found.push_back(Finding{words_.source_of(*part.expr, kTextWidth), words_.value_of(part), "",
                            std::move(behind)});
  }
}

void Findings::add_fallback(const Looked& looked, std::vector<Finding>& found) const {
  if (looked.parts.empty()) return;
  add(looked.parts.front(), found);
  if (!looked.fell_back) return;
  found.push_back(Finding{words_.source_of(*looked.expr, kTextWidth),
                          words_.value_of(looked),
                          "it was unknown, and `if unknown` says so",
                          {}});
  if (looked.parts.size() > 1) add(looked.parts[1], found);
}

Finding Findings::leaf(const Looked& looked) const {
  Finding finding{words_.source_of(*looked.expr, kTextWidth), words_.value_of(looked), "", {}};
  if (looked.expr->op == Op::kField && looked.of && looked.of->records != nullptr) {
    finding.note = words_.thing(*looked.of);
  }
  if (looked.expr->op == Op::kParameter) finding.note = "a parameter";
  if (looked.expr->op == Op::kFlag) finding.note = "a flag";
  return finding;
}

Finding Findings::named(const Looked& looked) const {
  Finding finding{words_.source_of(*looked.expr, kTextWidth), words_.value_of(looked), "", {}};
  const Worked* let = looked.let;
  if (let != nullptr && let->chosen != nullptr && looked.expr->op != Op::kStepOf) {
    finding.note = "by its case `" + let->chosen->name + "`";
    if (!let->chosen->name.empty() && let->chosen->name.front() >= '0' &&
        let->chosen->name.front() <= '9') {
      finding.note = "by row " + let->chosen->name + " of its table";
    }
  }
  if (looked.of && looked.of->records != nullptr) {
    finding.note = words_.thing(*looked.of) + (finding.note.empty() ? "" : ", ") + finding.note;
  }
  return finding;
}

// A number or day that was worked out, with what it was made from.
void Findings::add_reckoned(const Looked& looked, std::vector<Finding>& found) const {
  Finding finding{words_.source_of(*looked.expr, kTextWidth), words_.value_of(looked), "", {}};
  add_addends(looked, *looked.expr, finding.parts);
  found.push_back(std::move(finding));
}

// A sum of many is told addend by addend, whatever brackets it was parsed with.
void Findings::add_addends(const Looked& looked, const Expr& sum,
                           std::vector<Finding>& found) const {
  for (const Looked& part : looked.parts) {
    const bool goes_on = part.expr->op == sum.op && sum.op == Op::kAdd;
    if (goes_on) {
      add_addends(part, sum, found);
    } else {
      add(part, found);
    }
  }
}

std::string Findings::rank_note(const Looked& looked, const check::CodeList& list,
                                int column) const {
  const auto place = interpret::place_in_order(looked.value, list, column);
  const std::string& order = list.orders[static_cast<std::size_t>(column)].name;
  return place                     ? order + " " + place->to_text()
         : looked.value.is_known() ? "without a " + order
                                   : "";
}

Finding Findings::pick_of_list(const Looked& looked) const {
  Finding finding{words_.source_of(*looked.expr, kTextWidth), words_.value_of(looked), "", {}};
  for (const Looked& part : looked.parts) {
    std::vector<Finding> behind = of(part);
    if (looked.expr->op == Op::kBestOfList && looked.expr->type.list != nullptr) {
      const std::string rank = rank_note(part, *looked.expr->type.list, looked.expr->column);
      if (behind.size() == 1 && !rank.empty()) {
        std::string& note = behind.front().note;
        note = rank + (note.empty() ? "" : ", " + note);
      }
    }
    for (Finding& each : behind) finding.parts.push_back(std::move(each));
  }
  return finding;
}

}  // namespace assize::explain
