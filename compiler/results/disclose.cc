// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/disclose.h"

#include "compiler/results/lay_out.h"
#include "compiler/results/marks.h"

namespace assize::results {
namespace {

using check::DisclosureRule;
using columns::Rational;

bool holds_at(const DisclosureRule& rule, Level level) {
  switch (rule.where) {
    case DisclosureRule::Where::kEverywhere:
      return true;
    case DisclosureRule::Where::kCouncils:
      return level == Level::kCouncil;
    case DisclosureRule::Where::kTotals:
      return level != Level::kCouncil;
  }
  return true;
}

bool is_small(const Rational& count, std::int64_t below) {
  return count > Rational(0) && count < Rational(below);
}

// Half up, so that 7.5 of a weighted sample becomes 10 and 2 becomes 0.
Rational rounded_to(const Rational& count, std::int64_t step) {
  const Rational steps = count / Rational(step) + Rational(1) / Rational(2);
  return Rational(steps.floor()) * Rational(step);
}

std::string council_of(const Row& row) {
  return row.level == Level::kCouncil ? row.geography_name : std::string();
}

void hide_value(Row& row) {
  row.value.reset();
  row.margin.reset();
  row.lower.reset();
  row.upper.reset();
  row.status = Status::kWithheld;
}

// The sum of a mean is no count; it goes where its value goes.
bool is_sum(const Row& row) {
  return row.of_part->shape == check::Shape::kMean && !row.is_tabulation;
}

void disclose_row(const check::Framework& framework, Row& row) {
  if (is_hidden_by_mark(framework, *row.of_measure, *row.of_part, council_of(row))) {
    row.numerator.reset();
    row.denominator.reset();
    hide_value(row);
    return;
  }
  bool is_one_hidden = false;
  const auto disclose_side = [&](std::optional<Rational>& side) {
    if (!side) return;
    side = disclosed_count(framework, row.level, *side);
    is_one_hidden = is_one_hidden || !side;
  };
  if (!is_sum(row)) disclose_side(row.numerator);
  disclose_side(row.denominator);
  if (!is_one_hidden) return;
  if (is_sum(row)) row.numerator.reset();
  hide_value(row);
}

}  // namespace

std::optional<Rational> disclosed_count(const check::Framework& framework, Level level,
                                        const Rational& count) {
  Rational shown = count;
  for (const DisclosureRule& rule : framework.disclosure) {
    if (!holds_at(rule, level)) continue;
    if (rule.suppress && is_small(count, rule.number)) return std::nullopt;
    if (!rule.suppress) shown = rounded_to(shown, rule.number);
  }
  return shown;
}

void disclose(const check::Framework& framework, Results& results) {
  for (Row& row : results.rows) disclose_row(framework, row);
}

std::string disclosure_words(const check::Framework& framework) {
  std::string text;
  for (const DisclosureRule& rule : framework.disclosure) {
    std::string where;
    if (rule.where == DisclosureRule::Where::kCouncils) where = " of councils";
    if (rule.where == DisclosureRule::Where::kTotals) where = " of totals";
    text += (text.empty() ? "counts" : "; counts") + where;
    text += rule.suppress ? " below " + grouped(rule.number) + " hidden as [c]"
                          : " rounded to " + grouped(rule.number);
  }
  return text;
}

}  // namespace assize::results
