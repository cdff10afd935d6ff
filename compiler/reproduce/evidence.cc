// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/evidence.h"

namespace assize::reproduce {
namespace {

constexpr std::size_t kFewestNumbers = 4;   // one in 625 that all are multiples of 5 by chance
constexpr std::size_t kFewestOf10 = 12;     // one in 4,096 that multiples of 5 are all of 10
constexpr std::size_t kFewestFigures = 10;  // for what the quotients say
constexpr std::size_t kOneIn = 5;           // so many of them miss, if the numerator was rounded

std::string group_of(const Figure& figure) {
  return std::to_string(figure.file) + "|" + figure.year + "|" + plain_code(figure.code);
}

// Councils and sums of councils are rounded by rules of their own.
std::string level_of(const Figure& figure) {
  return figure.area == Area::kCouncil ? "council" : "total";
}

std::vector<std::string> keys_of(const Figure& figure) {
  return {group_of(figure) + "|" + level_of(figure), group_of(figure),
          std::to_string(figure.file) + "|" + figure.year + "||" + level_of(figure)};
}

bool is_multiple(const mpq_class& number, unsigned long of) {
  return number.get_den() == 1 && mpz_divisible_ui_p(number.get_num().get_mpz_t(), of) != 0;
}

bool has_all_three(const Figure& figure) {
  return figure.outcome.is_number() && figure.numerator.is_number() &&
         figure.denominator.is_number() && figure.denominator.number > 0;
}

bool is_near(const Figure& figure, const Rule& rule) {
  const mpq_class half(1, 2);
  mpq_class unit(1);
  for (int i = 0; i < rule.decimals(); ++i) unit /= 10;
  const mpq_class factor = rule.factor() / figure.denominator.number;
  const mpq_class low = (figure.numerator.number - half) * factor;
  const mpq_class high = (figure.numerator.number + half) * factor;
  return low <= figure.outcome.number + unit / 2 && high >= figure.outcome.number - unit / 2;
}

}  // namespace

mpq_class half_of(Rounding rounding) {
  switch (rounding) {
    case Rounding::kNone:
      return 0;
    case Rounding::kTo1:
      return mpq_class(1, 2);
    case Rounding::kTo5:
      return mpq_class(5, 2);
    case Rounding::kTo10:
      return 5;
  }
  return 0;
}

std::string rounding_text(Rounding rounding) {
  switch (rounding) {
    case Rounding::kNone:
      return "none";
    case Rounding::kTo1:
      return "1";
    case Rounding::kTo5:
      return "5";
    case Rounding::kTo10:
      return "10";
  }
  return "";
}

Evidence::Evidence(const std::vector<Ruled>& figures) {
  const auto count = [](Side& side, const Shown& shown) {
    if (!shown.is_number() || shown.number == 0) return;
    ++side.numbers;
    if (is_multiple(shown.number, 5)) ++side.multiples_of_5;
    if (is_multiple(shown.number, 10)) ++side.multiples_of_10;
  };
  for (const Ruled& ruled : figures) {
    const Figure& figure = *ruled.figure;
    for (const std::string& key : keys_of(figure)) {
      Group& group = groups_[key];
      count(group.numerator, figure.numerator);
      count(group.denominator, figure.denominator);
      group.has_base = group.has_base || figure.base.is_number();
      if (figure.numerator.is_number() && figure.numerator.number.get_den() != 1) {
        group.has_fractions = true;
      }
      if (ruled.rule == nullptr || !has_all_three(figure)) continue;
      ++group.figures;
      const mpq_class exact =
          figure.numerator.number / figure.denominator.number * ruled.rule->factor();
      if (ruled.rule->rounded(exact) == figure.outcome.number) continue;
      ++group.unequal;
      if (is_near(figure, *ruled.rule)) ++group.unequal_but_near;
    }
  }
}

Rounding Evidence::multiples_of(const Side& side) const {
  if (side.numbers >= kFewestOf10 && side.multiples_of_10 == side.numbers) return Rounding::kTo10;
  if (side.numbers >= kFewestNumbers && side.multiples_of_5 == side.numbers) return Rounding::kTo5;
  return Rounding::kNone;
}

Rounding Evidence::side_of(const Figure& figure, Side Group::* side) const {
  for (const std::string& key : keys_of(figure)) {
    const auto found = groups_.find(key);
    if (found == groups_.end()) continue;
    const Side& numbers = found->second.*side;
    if (numbers.numbers < kFewestNumbers) continue;
    return multiples_of(numbers);
  }
  return Rounding::kNone;
}

RoundingOfParts Evidence::of(const Figure& figure) const {
  RoundingOfParts made{side_of(figure, &Group::numerator), side_of(figure, &Group::denominator)};
  const auto found = groups_.find(group_of(figure));
  if (found == groups_.end()) return made;
  const Group& group = found->second;
  if (group.has_base) {
    if (made.numerator == Rounding::kNone) made.numerator = Rounding::kTo1;
    if (made.denominator == Rounding::kNone) made.denominator = Rounding::kTo1;
    return made;
  }
  // Daily averages: most quotients miss, and all but mistakes stay near.
  const bool misses_often =
      group.figures >= kFewestFigures && group.unequal * kOneIn >= group.figures;
  const bool stays_near = group.unequal_but_near * 10 >= group.unequal * 9;
  if (made.numerator == Rounding::kNone && misses_often && stays_near && !group.has_fractions) {
    made.numerator = Rounding::kTo1;
  }
  return made;
}

}  // namespace assize::reproduce
