// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/figure.h"

#include <gtest/gtest.h>

#include <string>

#include "compiler/results/row.h"

namespace assize::results {
namespace {

using check::Part;
using check::Shape;
using check::Show;
using columns::Rational;

Part part_of(Shape shape, Show::Unit unit, std::vector<int> decimals) {
  Part part;
  part.shape = shape;
  part.show.unit = unit;
  part.show.decimals = std::move(decimals);
  return part;
}

Cell counts(std::int64_t numerator, std::int64_t denominator) {
  Cell cell;
  cell.numerator = numerator;
  cell.denominator = denominator;
  return cell;
}

std::string shown(const Part& part, const Cell& cell) {
  const Figure figure = figure_of(part, cell);
  if (!figure.value) return "[" + status_letter(figure.status) + "]";
  return value_text(rounded_as_shown(*figure.value, part.show), part.show);
}

TEST(figure, share_is_in_percent) {
  EXPECT_EQ(shown(part_of(Shape::kShare, Show::Unit::kPercent, {1}), counts(5, 7)), "71.4");
}

TEST(figure, half_is_rounded_away_from_zero_unless_half_even_is_said) {
  Part part = part_of(Shape::kShare, Show::Unit::kPercent, {1});
  EXPECT_EQ(shown(part, counts(1, 16)), "6.3");  // 6.25
  part.show.rounding = columns::Rounding::kHalfEven;
  EXPECT_EQ(shown(part, counts(1, 16)), "6.2");
}

TEST(figure, rounded_down_drops_what_is_not_shown) {
  Part part = part_of(Shape::kShare, Show::Unit::kPercent, {0});
  part.show.rounding = columns::Rounding::kTowardsZero;
  EXPECT_EQ(shown(part, counts(5, 7)), "71");  // 71.43
  EXPECT_EQ(shown(part, counts(7, 8)), "87");  // 87.5
}

TEST(figure, rounding_twice_is_not_rounding_once) {
  // 43/94 is 45.7446 …: 45.74, then 45.7; 1/2198 shows the difference: 0.04549 is 0.05, then 0.1.
  EXPECT_EQ(shown(part_of(Shape::kShare, Show::Unit::kPercent, {1}), counts(1, 2198)), "0.0");
  EXPECT_EQ(shown(part_of(Shape::kShare, Show::Unit::kPercent, {2, 1}), counts(1, 2198)), "0.1");
}

TEST(figure, rate_is_per_so_many_people) {
  Part part = part_of(Shape::kRate, Show::Unit::kPer, {1});
  part.show.per = 100'000;
  EXPECT_EQ(shown(part, counts(5, 40'000)), "12.5");
}

TEST(figure, nothing_to_divide_by_is_z_and_both_sides_stand) {
  const Part part = part_of(Shape::kShare, Show::Unit::kPercent, {1});
  const Figure figure = figure_of(part, counts(0, 0));
  EXPECT_FALSE(figure.value);
  EXPECT_EQ(figure.status, Status::kNotApplicable);
  EXPECT_EQ(figure.numerator, Rational(0));
  EXPECT_EQ(figure.denominator, Rational(0));
}

TEST(figure, unknown_quantity_gives_u_and_the_known_side_stands) {
  Part part = part_of(Shape::kRate, Show::Unit::kNumber, {1});
  part.numerator_quantity = std::make_unique<check::Expr>();
  Cell cell = counts(0, 12);
  cell.numerator_status = Status::kUnknown;
  const Figure figure = figure_of(part, cell);
  EXPECT_EQ(figure.status, Status::kUnknown);
  EXPECT_FALSE(figure.numerator);
  EXPECT_EQ(figure.denominator, Rational(12));
}

TEST(figure, first_status_of_both_sides_counts) {
  Part part = part_of(Shape::kRate, Show::Unit::kNumber, {1});
  part.numerator_quantity = std::make_unique<check::Expr>();
  part.over = std::make_unique<check::Expr>();
  part.over->type.base = check::Base::kNumber;
  Cell cell;
  cell.numerator_status = Status::kUnknown;
  cell.over_status = Status::kWithheld;
  EXPECT_EQ(figure_of(part, cell).status, Status::kWithheld);
}

TEST(figure, mean_divides_the_sum) {
  Cell cell = counts(0, 4);
  cell.numerator_quantity = Rational(74);
  EXPECT_EQ(shown(part_of(Shape::kMean, Show::Unit::kScore, {1}), cell), "18.5");
}

TEST(figure, median_of_an_even_number_is_the_mean_of_the_middle_two) {
  const Part part = part_of(Shape::kMedian, Show::Unit::kDays, {1});
  Cell cell = counts(0, 4);
  cell.values = {{Rational(1), 1}, {Rational(3), 1}, {Rational(8), 2}};
  EXPECT_EQ(shown(part, cell), "5.5");
  cell.values = {{Rational(1), 1}, {Rational(3), 2}, {Rational(8), 2}};
  EXPECT_EQ(shown(part, cell), "3.0");
  cell.values = {{Rational(4), 2}};
  EXPECT_EQ(shown(part, cell), "4.0");
  cell.values.clear();
  EXPECT_EQ(shown(part, cell), "[z]");
}

TEST(total, counts_those_without_both_sides_by_reason) {
  const Part part = part_of(Shape::kShare, Show::Unit::kPercent, {1});
  Total total;
  total.add(part, counts(1, 2), Status::kNone);
  total.add(part, counts(9, 9), Status::kNotSubmitted);
  total.add(part, counts(9, 9), Status::kWithheld);
  total.add(part, counts(9, 9), Status::kNotSubmitted);
  EXPECT_EQ(without_text(total), "without 3 of 4 councils: 1 c, 2 x");
  EXPECT_EQ(figure_of(part, total).value, Rational(50));
}

TEST(total, council_without_anybody_is_in_it) {
  const Part part = part_of(Shape::kShare, Show::Unit::kPercent, {1});
  Total total;
  total.add(part, counts(0, 0), Status::kNone);
  total.add(part, counts(1, 4), Status::kNone);
  EXPECT_EQ(without_text(total), "");
  EXPECT_EQ(figure_of(part, total).value, Rational(25));
}

TEST(total, of_nothing_bears_the_first_reason_and_no_sides) {
  const Part part = part_of(Shape::kShare, Show::Unit::kPercent, {1});
  Total total;
  total.add(part, counts(1, 2), Status::kNotSubmitted);
  total.add(part, counts(1, 2), Status::kWithheld);
  const Figure figure = figure_of(part, total);
  EXPECT_EQ(figure.status, Status::kWithheld);
  EXPECT_FALSE(figure.numerator);
  EXPECT_FALSE(figure.denominator);
}

TEST(total, can_be_the_mean_of_councils) {
  Part part = part_of(Shape::kShare, Show::Unit::kPercent, {1});
  part.combine_by_mean_of_councils = true;
  Total total;
  total.add(part, counts(1, 2), Status::kNone);
  total.add(part, counts(10, 100), Status::kNone);
  EXPECT_EQ(figure_of(part, total).value, Rational(30));
}

TEST(total, too_large_a_count_is_noticed) {
  const Part part = part_of(Shape::kShare, Show::Unit::kPercent, {1});
  Total total;
  total.add(part, counts(1, INT64_MAX), Status::kNone);
  EXPECT_FALSE(total.overflowed);
  total.add(part, counts(1, 1), Status::kNone);
  EXPECT_TRUE(total.overflowed);
}

}  // namespace
}  // namespace assize::results
