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
  std::size_t councils() const { return councils_; }

 private:
  const std::vector<std::int64_t>& counters_;
  std::size_t slots_;
  std::size_t councils_;
};

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
      results::Cell& cell = made.cells[group * counters.councils() + council];
      cell.denominator = counters.at(council, slots.groups + 2 * group);
      cell.numerator = counters.at(council, slots.groups + 2 * group + 1);
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
  made.units = unit_rows(plan, index, arranged, texts, run.units);
  return made;
}

}  // namespace assize::jit
