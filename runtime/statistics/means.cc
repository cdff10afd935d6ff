// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/statistics/means.h"

#include <cmath>

#include "runtime/statistics/quantiles.h"

namespace assize::statistics {

Summary summary_of(std::span<const double> values) {
  Summary made;
  made.count = values.size();
  if (values.empty()) return made;
  const auto count = static_cast<double>(values.size());
  // Deviations from the first value are small, and their sum keeps its digits.
  const double first = values.front();
  double sum = 0;
  for (const double value : values) sum += value - first;
  made.mean = first + sum / count;
  if (values.size() < 2) return made;
  double squares = 0;
  double rest = 0;
  for (const double value : values) {
    const double deviation = value - made.mean;
    squares += deviation * deviation;
    rest += deviation;
  }
  made.standard_deviation = std::sqrt((squares - rest * rest / count) / (count - 1));
  return made;
}

Summary summary_of(std::size_t count, const mpq_class& sum, const mpq_class& sum_squares) {
  Summary made;
  made.count = count;
  if (count == 0) return made;
  const mpq_class values(static_cast<unsigned long>(count));
  made.mean = mpq_class(sum / values).get_d();
  if (count < 2) return made;
  const mpq_class variance = (sum_squares - sum * sum / values) / (values - 1);
  made.standard_deviation = std::sqrt(variance.get_d());
  return made;
}

std::optional<Interval> mean_interval(const Summary& summary, Confidence confidence) {
  if (summary.count < 2) return std::nullopt;
  const auto count = static_cast<double>(summary.count);
  const double reach =
      student_quantile(confidence, count - 1) * summary.standard_deviation / std::sqrt(count);
  return Interval{summary.mean - reach, summary.mean + reach};
}

}  // namespace assize::statistics
