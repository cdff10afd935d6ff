// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/tally.h"

#include "compiler/jit/counters.h"

namespace assize::jit {
namespace {

/// Reads counters of all councils.
class CounterReader {
 public:
  CounterReader(const std::vector<std::int64_t>& counters, std::size_t slots, std::size_t councils)
      : counters_(counters), slots_(slots), councils_(councils) {}

  std::int64_t at(std::size_t council, std::size_t slot) const {
    return counters_[council * slots_ + slot];
  }
  std::vector<std::int64_t> by_council(std::size_t slot) const {
    std::vector<std::int64_t> all;
    for (std::size_t council = 0; council < councils_; ++council) all.push_back(at(council, slot));
    return all;
  }
  results::StepTally step(std::size_t slot) const { return {by_council(slot), {}}; }
  columns::Rational sum(std::size_t council, std::size_t slot) const {
    return {wide_at(counters_, council * slots_ + slot), 1};
  }
  /// Why a quantity has no value: the first reason, in their order, that any file gave.
  results::Status reason(std::size_t council, std::size_t quantity) const {
    for (std::uint32_t i = 0; i < Counters::kReasons; ++i) {
      if (at(council, quantity + Counters::kSumSize + i) != 0) {
        return static_cast<results::Status>(i + 1);
      }
    }
    return results::Status::kNone;
  }
  std::size_t councils() const { return councils_; }

 private:
  const std::vector<std::int64_t>& counters_;
  std::size_t slots_;
  std::size_t councils_;
};

void fill_cell(const plan::Part& part, const Counters::PartSlots& slots, std::size_t group,
               std::size_t council, const CounterReader& counters, results::Cell& cell) {
  const std::size_t first = slots.groups + slots.group_size * group;
  cell.denominator = counters.at(council, first);
  cell.numerator = counters.at(council, first + 1);
  const bool is_average = part.shape == plan::Shape::kMean || part.shape == plan::Shape::kMedian;
  if (is_average && counters.at(council, first + 2) != 0) {
    cell.numerator_status = results::Status::kUnknown;
  }
  if (part.shape == plan::Shape::kMean) cell.numerator_quantity = counters.sum(council, first + 3);
  if (group > 0) return;
  if (plan::is_set(part.numerator_quantity) || part.shape == plan::Shape::kResult) {
    cell.numerator_quantity = counters.sum(council, slots.numerator_sum);
    cell.numerator_status = counters.reason(council, slots.numerator_sum);
  }
  if (part.shape == plan::Shape::kRate) {
    cell.over_quantity = counters.sum(council, slots.over_sum);
    cell.over_status = counters.reason(council, slots.over_sum);
  }
}

/// Finds the cell whose group's counters hold a place; null if no group's do.
results::Cell* cell_at(const Counters& counters, std::int64_t place, results::MeasureTally& tally) {
  const std::size_t councils = tally.submitted.size();
  const std::size_t slot = static_cast<std::size_t>(place) % counters.size;
  const std::size_t council = static_cast<std::size_t>(place) / counters.size;
  for (std::size_t i = 0; i < tally.parts.size(); ++i) {
    const Counters::PartSlots& slots = counters.parts[i];
    std::vector<results::Cell>& cells = tally.parts[i].cells;
    const std::size_t size = slots.group_size * (cells.size() / councils);
    if (slot < slots.groups || slot >= slots.groups + size) continue;
    return &cells[(slot - slots.groups) / slots.group_size * councils + council];
  }
  return nullptr;
}

/// Puts in what is no whole number: the values of medians, and sums of fractions.
void fill_amounts(const Counters& counters, const RunResult& run, results::MeasureTally& tally) {
  for (const auto& [at, weight] : run.amounts) {
    if (results::Cell* cell = cell_at(counters, at.first, tally)) cell->values[at.second] = weight;
  }
  const std::size_t councils = tally.submitted.size();
  for (const auto& [place, sum] : run.sums) {
    if (results::Cell* cell = cell_at(counters, place, tally)) cell->numerator_quantity = sum;
    const std::size_t slot = static_cast<std::size_t>(place) % counters.size;
    const std::size_t council = static_cast<std::size_t>(place) / counters.size;
    for (std::size_t i = 0; i < tally.parts.size() && councils > 0; ++i) {
      results::Cell& total = tally.parts[i].cells[council];
      if (slot == counters.parts[i].numerator_sum) total.numerator_quantity = sum;
      if (slot == counters.parts[i].over_sum) total.over_quantity = sum;
    }
  }
}

results::PartTally part_tally(const plan::Part& part, const check::Part& of,
                              const Counters::PartSlots& slots, const CounterReader& counters) {
  results::PartTally made;
  made.part = &of;
  for (const std::uint32_t step : slots.steps) made.steps.push_back(counters.step(step));
  made.population = counters.by_council(slots.population);
  made.denominator = counters.step(slots.denominator_out);
  made.cells.resize(part.groups.size() * counters.councils());
  for (std::size_t group = 0; group < part.groups.size(); ++group) {
    for (std::size_t council = 0; council < counters.councils(); ++council) {
      fill_cell(part, slots, group, council, counters,
                made.cells[group * counters.councils() + council]);
    }
  }
  for (std::size_t i = 0; i < part.tabulations.size(); ++i) {
    std::vector<std::int64_t>& cells = made.tabulations.emplace_back();
    for (std::size_t group = 0; group < part.tabulations[i].groups.size(); ++group) {
      for (std::size_t council = 0; council < counters.councils(); ++council) {
        cells.push_back(counters.at(council, slots.tabulations[i] + group));
      }
    }
  }
  return made;
}

}  // namespace

results::MeasureTally tally_of(const plan::Plan& plan, std::size_t index,
                               const check::Measure& measure, const Arranged& arranged,
                               const TextIds& texts, check::Period period, const RunResult& run) {
  const plan::Measure& of = plan.measures[index];
  const Counters slots = counters_of(of);
  const CounterReader counters(run.counters, slots.size, arranged.inputs->councils.size());
  results::MeasureTally made;
  made.measure = &measure;
  made.period = period;
  made.submitted = arranged.space_of(index).submitted;
  made.base = counters.by_council(slots.base);
  for (const std::uint32_t step : slots.steps) made.steps.push_back(counters.step(step));
  for (std::size_t i = 0; i < of.parts.size(); ++i) {
    made.parts.push_back(part_tally(of.parts[i], measure.parts[i], slots.parts[i], counters));
  }
  fill_amounts(slots, run, made);
  made.units = unit_rows(plan, index, arranged, texts, run.units);
  return made;
}

}  // namespace assize::jit
