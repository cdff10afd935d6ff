// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/figure.h"

#include <algorithm>

#include "compiler/results/lay_out.h"
#include "compiler/results/row.h"

namespace assize::results {
namespace {

using check::Part;
using check::Shape;
using columns::Rational;

bool is_over_quantity(const Part& part) {
  return part.over != nullptr && part.over->type.base != check::Base::kSet;
}

// The sum stands in `numerator_quantity`: of a quantity, of `mean of`, of `result`.
bool is_numerator_quantity(const Part& part) {
  return part.numerator_quantity != nullptr || part.shape == Shape::kMean ||
         part.shape == Shape::kResult;
}

// Statuses are listed in the order of their precedence; kNone gives way to every other.
Status first_of(Status one, Status other) {
  if (one == Status::kNone) return other;
  if (other == Status::kNone) return one;
  return std::min(one, other);
}

Rational factor_of(const Part& part) {
  if (part.shape != Shape::kShare && part.shape != Shape::kRate) return 1;
  if (part.show.unit == check::Show::Unit::kPercent) return 100;
  if (part.show.unit == check::Show::Unit::kPer) return part.show.per;
  return 1;
}

// The median of an even number is the mean of the middle two.
Rational median_of(const std::map<Rational, std::int64_t>& values, std::int64_t count) {
  const std::int64_t lower_place = (count - 1) / 2;
  const std::int64_t upper_place = count / 2;
  std::int64_t passed = 0;
  std::optional<Rational> lower;
  for (const auto& [value, times] : values) {
    passed += times;
    if (!lower && passed > lower_place) lower = value;
    if (lower && passed > upper_place) return (*lower + value) / Rational(2);
  }
  return lower.value_or(Rational(0));
}

std::int64_t count_of(const std::map<Rational, std::int64_t>& values) {
  std::int64_t count = 0;
  for (const auto& [value, times] : values) count += times;
  return count;
}

bool add_count(std::int64_t& sum, std::int64_t more) {
  return !__builtin_add_overflow(sum, more, &sum);
}

}  // namespace

Status missing_side(const Part& part, const Cell& cell) {
  Status status = Status::kNone;
  if (is_numerator_quantity(part)) status = first_of(status, cell.numerator_status);
  if (is_over_quantity(part)) status = first_of(status, cell.over_status);
  return status;
}

Figure figure_of(const Part& part, const Cell& cell) {
  Figure figure;
  figure.status = missing_side(part, cell);
  if (part.shape == Shape::kResult) {
    if (figure.status == Status::kNone) figure.value = cell.numerator_quantity;
    return figure;
  }
  if (!is_over_quantity(part)) {
    figure.denominator = Rational(cell.denominator);
  } else if (cell.over_status == Status::kNone) {
    figure.denominator = cell.over_quantity;
  }
  if (part.shape == Shape::kMedian) {
    const std::int64_t count = count_of(cell.values);
    if (count == 0) {
      figure.status = Status::kNotApplicable;
    } else {
      figure.value = median_of(cell.values, count);
    }
    return figure;
  }
  if (!is_numerator_quantity(part)) {
    figure.numerator = Rational(cell.numerator);
  } else if (cell.numerator_status == Status::kNone) {
    figure.numerator = cell.numerator_quantity;
  }
  if (figure.denominator && *figure.denominator == Rational(0)) {
    figure.status = first_of(figure.status, Status::kNotApplicable);
  }
  if (figure.status == Status::kNone) {
    figure.value = *figure.numerator * factor_of(part) / *figure.denominator;
  }
  return figure;
}

Rational rounded_as_shown(const Rational& value, const check::Show& show) {
  Rational rounded = value;
  for (const int decimals : show.decimals) rounded = rounded.rounded(decimals, show.rounding);
  return rounded;
}

std::int64_t Total::left_out() const {
  std::int64_t sum = 0;
  for (const std::int64_t count : without) sum += count;
  return sum;
}

void Total::add(const Part& part, const Cell& council_cell, Status reason_to_leave_out) {
  ++councils;
  const Status reason =
      reason_to_leave_out != Status::kNone ? reason_to_leave_out : missing_side(part, council_cell);
  if (reason != Status::kNone) {
    ++without[static_cast<std::size_t>(reason)];
    return;
  }
  const bool fits = add_count(cell.denominator, council_cell.denominator) &&
                    add_count(cell.numerator, council_cell.numerator);
  overflowed = overflowed || !fits;
  cell.numerator_quantity = cell.numerator_quantity + council_cell.numerator_quantity;
  cell.over_quantity = cell.over_quantity + council_cell.over_quantity;
  cell.sum_squares = cell.sum_squares + council_cell.sum_squares;
  for (const auto& [value, times] : council_cell.values) cell.values[value] += times;
  const Figure figure = figure_of(part, council_cell);
  if (figure.value) {
    sum_of_values = sum_of_values + *figure.value;
    ++values;
  }
}

Figure figure_of(const Part& part, const Total& total) {
  if (total.left_out() == total.councils) {
    Figure figure;
    for (std::size_t status = total.without.size(); status-- > 1;) {
      if (total.without[status] > 0) figure.status = static_cast<Status>(status);
    }
    return figure;
  }
  if (part.combine_by_mean_of_councils) {
    Figure figure;
    if (total.values == 0) {
      figure.status = Status::kNotApplicable;
    } else {
      figure.value = total.sum_of_values / Rational(total.values);
    }
    return figure;
  }
  if (part.shape == Shape::kResult) {
    // A figure that a return gives as it is has no two sides to add up.
    Figure figure;
    figure.status = Status::kNotApplicable;
    return figure;
  }
  return figure_of(part, total.cell);
}

std::string without_text(const Total& total) {
  if (total.left_out() == 0) return "";
  std::string text =
      "without " + grouped(total.left_out()) + " of " + grouped(total.councils) + " councils: ";
  bool is_first = true;
  for (std::size_t status = 1; status < total.without.size(); ++status) {
    if (total.without[status] == 0) continue;
    if (!is_first) text += ", ";
    is_first = false;
    text += grouped(total.without[status]) + " " + status_letter(static_cast<Status>(status));
  }
  return text;
}

}  // namespace assize::results
