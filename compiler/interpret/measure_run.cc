// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/measure_run.h"

#include "compiler/interpret/days.h"
#include "compiler/interpret/part_figures.h"
#include "compiler/interpret/unit_rows.h"

namespace assize::interpret {
namespace {

/// One measure on its way through the files.
class MeasureRun {
 public:
  MeasureRun(const bind::Inputs& inputs, const FiledRecords& filed, const check::Measure& measure,
             const results::Request& request, const Watch& watch);

  columns::Result<results::MeasureTally> run();

 private:
  void close_files();
  void take_file(File& file);
  void take_part(std::size_t part, const std::vector<Unit*>& units);
  std::vector<Unit*> take_steps(const std::vector<check::Step>& steps, std::vector<Unit*> units,
                                int part);
  void note_step(int part, std::size_t step, Unit& unit, const StepOutcome& outcome);
  void list(int part, Unit& unit, const std::string& counted);
  void list_whole(Unit& unit);

  const bind::Inputs& inputs_;
  const FiledRecords& filed_;
  const check::Measure& measure_;
  const results::Request& request_;
  const Watch watch_;
  Evaluation evaluation_;
  std::deque<std::deque<Unit>> units_;  // of the open files
  std::vector<PartFigures> parts_;
  results::MeasureTally tally_;
};

constexpr int kMeasureItself = -1;  // in the place of a part: the measure's own steps

Setting setting_of(const bind::Inputs& inputs, const FiledRecords& filed,
                   const check::Measure& measure, const results::Request& request,
                   Observer* observer) {
  return {.inputs = &inputs,
          .texts = inputs.texts.get(),
          .filed = &filed,
          .measure = &measure,
          .period = {.start = lagged(inputs.period.start, measure.lag_months),
                     .end = lagged(inputs.period.end, measure.lag_months)},
          .attrition = request.attrition,
          .observer = observer};
}

std::vector<bool> submitted(const bind::Inputs& inputs, const check::Measure& measure) {
  std::vector<bool> has_records(inputs.councils.size(), false);
  const bind::Records* records = inputs.records_of(measure.from.front());
  if (records == nullptr) return has_records;
  if (records->council.empty()) return std::vector<bool>(inputs.councils.size(), true);
  for (const std::int32_t council : records->council) {
    if (council >= 0) has_records[static_cast<std::size_t>(council)] = true;
  }
  return has_records;
}

MeasureRun::MeasureRun(const bind::Inputs& inputs, const FiledRecords& filed,
                       const check::Measure& measure, const results::Request& request,
                       const Watch& watch)
    : inputs_(inputs),
      filed_(filed),
      measure_(measure),
      request_(request),
      watch_(watch),
      evaluation_(setting_of(inputs, filed, measure, request, watch.observer)) {
  const std::size_t councils = inputs.councils.size();
  tally_.measure = &measure;
  tally_.period = evaluation_.setting().period;
  tally_.submitted = submitted(inputs, measure);
  tally_.base.assign(councils, 0);
  const std::vector<std::int64_t> zeros(councils, 0);
  tally_.steps.assign(measure.steps.size(),
                      {zeros, request.attrition ? zeros : std::vector<std::int64_t>{}});
  for (const check::Part& part : measure.parts) parts_.emplace_back(evaluation_, part, councils);
  if (measure.weighted) tally_.eligible = eligible_people(inputs, *measure.from.front()->sample);
}

columns::Result<results::MeasureTally> MeasureRun::run() {
  for (const auto& population : measure_.named_populations) {
    evaluation_.fill_population(*population);
  }
  for (PartFigures& part : parts_) part.add_everybody();
  evaluation_.close_files();

  // All files of a person before the next person's: one of them may be asked about by another.
  std::int32_t last_person = -1;
  for (const auto& [person, council] : filed_.files_of(measure_.from.front())) {
    if (!watch_.is_about(person, council)) continue;
    if (person != last_person || person < 0) close_files();
    last_person = person;
    if (council >= 0) take_file(evaluation_.file_at(council, person));
  }
  close_files();

  if (const auto failure = evaluation_.failure()) return *failure;
  for (PartFigures& part : parts_) tally_.parts.push_back(part.take());
  sort_rows(tally_.units, *inputs_.texts);
  if (request_.attrition) tally_.quiet_unknowns = evaluation_.places().counts();
  return std::move(tally_);
}

void MeasureRun::close_files() {
  evaluation_.close_files();  // first: it tells who listens, who may look at the units once more
  units_.clear();
}

void MeasureRun::take_file(File& file) {
  Observer* const observer = evaluation_.observer();
  if (observer != nullptr) observer->opens_file(file);
  if (request_.attrition) evaluation_.look_at_file(file);
  for (PartFigures& part : parts_) part.add_file(file);
  std::deque<Unit>& units = units_.emplace_back(evaluation_.units_of(file));
  if (observer != nullptr) observer->finds(units);
  std::vector<Unit*> left;
  for (Unit& unit : units) {
    evaluation_.add_up(tally_.base[static_cast<std::size_t>(file.council)], unit.weight);
    if (request_.attrition) evaluation_.look_at_unit(unit);
    left.push_back(&unit);
  }
  left = take_steps(measure_.steps, std::move(left), kMeasureItself);
  if (request_.units && measure_.has_parts()) {
    for (Unit* unit : left) list_whole(*unit);
  }
  for (std::size_t part = 0; part < parts_.size(); ++part) take_part(part, left);
}

void MeasureRun::take_part(std::size_t part, const std::vector<Unit*>& units) {
  const int index = static_cast<int>(part);
  for (Unit* unit : take_steps(measure_.parts[part].steps, units, index)) {
    const Verdict verdict = parts_[part].add_unit(*unit);
    list(index, *unit, words_of(verdict));
  }
}

std::vector<Unit*> MeasureRun::take_steps(const std::vector<check::Step>& steps,
                                          std::vector<Unit*> units, int part) {
  for (std::size_t step = 0; step < steps.size(); ++step) {
    std::vector<Candidate> candidates;
    for (Unit* unit : units) {
      candidates.push_back({.item = unit->item, .file = unit->file, .unit = unit});
    }
    const std::vector<StepOutcome> outcomes = evaluation_.take_step(steps[step], candidates);
    std::vector<Unit*> left;
    for (std::size_t i = 0; i < units.size(); ++i) {
      note_step(part, step, *units[i], outcomes[i]);
      if (outcomes[i].is_taken_out) {
        list(part, *units[i], steps[step].label);
      } else {
        left.push_back(units[i]);
      }
    }
    units = std::move(left);
  }
  return units;
}

void MeasureRun::note_step(int part, std::size_t step, Unit& unit, const StepOutcome& outcome) {
  if (part != kMeasureItself) {
    parts_[static_cast<std::size_t>(part)].note_step(step, unit, outcome);
    return;
  }
  const auto council = static_cast<std::size_t>(unit.file->council);
  results::StepTally& tally = tally_.steps[step];
  if (outcome.is_taken_out) evaluation_.add_up(tally.taken_out[council], unit.weight);
  if (outcome.was_unknown && !tally.unknown_decided.empty()) {
    evaluation_.add_up(tally.unknown_decided[council], unit.weight);
  }
}

// Lists a unit under one part; one that the measure's own steps took out, under each and as a
// whole.
void MeasureRun::list(int part, Unit& unit, const std::string& counted) {
  if (!request_.units) return;
  results::UnitRow row = row_of_unit(evaluation_, unit);
  row.counted = counted;
  int first = part;
  int last = part;
  if (part == kMeasureItself) {
    first = measure_.has_parts() ? kMeasureItself : 0;
    last = static_cast<int>(parts_.size()) - 1;
  }
  for (row.part = first; row.part <= last; ++row.part) tally_.units.push_back(row);
}

// Lists a unit that the measure's own steps let through, by what stands above all parts.
void MeasureRun::list_whole(Unit& unit) {
  results::UnitRow row = row_of_unit(evaluation_, unit);
  row.part = kMeasureItself;
  row.counted = words_of(verdict_above_parts(evaluation_, measure_, unit));
  tally_.units.push_back(std::move(row));
}

}  // namespace

columns::Result<results::MeasureTally> run_measure(const bind::Inputs& inputs,
                                                   const FiledRecords& filed,
                                                   const check::Measure& measure,
                                                   const results::Request& request,
                                                   const Watch& watch) {
  return MeasureRun(inputs, filed, measure, request, watch).run();
}

}  // namespace assize::interpret
