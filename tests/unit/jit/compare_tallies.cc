// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/jit/compare_tallies.h"

#include <sstream>

namespace assize::jit::tests {
namespace {

void list(std::ostringstream& out, const std::string& what,
          const std::vector<std::int64_t>& numbers) {
  out << what;
  for (const std::int64_t number : numbers) out << ' ' << number;
  out << '\n';
}

void list_cell(std::ostringstream& out, const results::Cell& cell) {
  out << ' ' << cell.numerator << '/' << cell.denominator << " ("
      << cell.numerator_quantity.to_text() << '/' << cell.over_quantity.to_text() << ' '
      << static_cast<int>(cell.numerator_status) << static_cast<int>(cell.over_status);
  for (const auto& [value, count] : cell.values) out << ' ' << value.to_text() << 'x' << count;
  out << ")\n";
}

void list_part(std::ostringstream& out, const results::PartTally& part, std::size_t councils) {
  const std::string name = "part " + part.part->name;
  for (std::size_t i = 0; i < part.steps.size(); ++i) {
    list(out, name + " step " + std::to_string(i), part.steps[i].taken_out);
  }
  list(out, name + " population", part.population);
  list(out, name + " denominator takes out", part.denominator.taken_out);
  for (std::size_t i = 0; i < part.cells.size(); ++i) {
    out << name << " group " << i / councils << " council " << i % councils;
    list_cell(out, part.cells[i]);
  }
  for (std::size_t i = 0; i < part.tabulations.size(); ++i) {
    list(out, name + " tabulation " + std::to_string(i), part.tabulations[i]);
  }
}

void list_unit(std::ostringstream& out, const results::UnitRow& unit) {
  out << "unit " << unit.part << ' ' << unit.council << ' ' << unit.person << ' ' << unit.start
      << ' ' << unit.end << ' ' << unit.counted << " [" << unit.record << ']';
  for (const std::string& let : unit.lets) out << " | " << let;
  for (const std::string& step : unit.steps) out << " ; " << step;
  out << '\n';
}

}  // namespace

std::string text_of(const results::Tally& tally) {
  std::ostringstream out;
  for (const results::MeasureTally& measure : tally.measures) {
    out << "measure " << measure.measure->name << ' ' << measure.period.start << ' '
        << measure.period.end << '\n';
    list(out, "submitted", {measure.submitted.begin(), measure.submitted.end()});
    list(out, "base", measure.base);
    for (std::size_t i = 0; i < measure.steps.size(); ++i) {
      list(out, "step " + std::to_string(i), measure.steps[i].taken_out);
    }
    for (const results::PartTally& part : measure.parts) list_part(out, part, measure.base.size());
    for (const results::UnitRow& unit : measure.units) list_unit(out, unit);
  }
  return out.str();
}

std::string first_difference(const results::Tally& expected, const results::Tally& found) {
  std::istringstream left(text_of(expected));
  std::istringstream right(text_of(found));
  std::string one;
  std::string other;
  for (;;) {
    const bool has_one = static_cast<bool>(std::getline(left, one));
    const bool has_other = static_cast<bool>(std::getline(right, other));
    if (!has_one && !has_other) return "";
    if (!has_one) one = "(nothing)";
    if (!has_other) other = "(nothing)";
    if (one != other) return "expected: " + one + "\nfound:    " + other;
  }
}

}  // namespace assize::jit::tests
