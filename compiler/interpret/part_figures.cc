// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/part_figures.h"

#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

using check::CountPolicy;
using check::Shape;
using results::Cell;
using results::Status;

bool is_set(const Expr& expr) { return expr.type.base == Base::kSet; }

// Tells whether a set after `over` is everybody's, or each file's own.
bool is_everybodys(const Expr& set) {
  switch (set.op) {
    case check::Op::kAllRecords:
      return true;
    case check::Op::kNamedPopulation:
      return set.in_all;
    case check::Op::kWhere:
    case check::Op::kWith:
      return is_everybodys(*set.args[0]);
    case check::Op::kLet:
      return set.let->value != nullptr && is_everybodys(*set.let->value);
    default:
      return false;
  }
}

void worsen(Status& status, Status reason) {
  if (reason != Status::kNone && (status == Status::kNone || reason < status)) status = reason;
}

}  // namespace

PartFigures::PartFigures(Evaluation& evaluation, const check::Part& part, std::size_t councils)
    : evaluation_(evaluation), part_(part), councils_(councils), groups_(check::groups_of(part)) {
  tally_.part = &part;
  tally_.cells.resize(groups_.size() * councils);
  for (std::size_t i = 0; i < part.tabulations.size(); ++i) {
    tabulated_.push_back(check::groups_of_tabulation(part, static_cast<int>(i)));
    tally_.tabulations.emplace_back(tabulated_.back().size() * councils, 0);
  }
  const bool attrition = evaluation.setting().attrition;
  const std::vector<std::int64_t> zeros(councils, 0);
  const results::StepTally empty{zeros, attrition ? zeros : std::vector<std::int64_t>{}};
  tally_.steps.assign(part.steps.size(), empty);
  tally_.population = zeros;
  tally_.denominator = empty;
  if (attrition) tally_.numerator_unknown = zeros;
}

Cell& PartFigures::cell(std::size_t group, std::int32_t council) {
  return tally_.cells[group * councils_ + static_cast<std::size_t>(council)];
}

void PartFigures::note_step(std::size_t step, const Unit& unit, const StepOutcome& outcome) {
  const auto council = static_cast<std::size_t>(unit.file->council);
  results::StepTally& tally = tally_.steps[step];
  if (outcome.is_taken_out) evaluation_.add_up(tally.taken_out[council], unit.weight);
  if (outcome.was_unknown && !tally.unknown_decided.empty()) {
    evaluation_.add_up(tally.unknown_decided[council], unit.weight);
  }
}

// `numerator`, or `aged_18_to_64.numerator` in a part with a name.
std::string PartFigures::clause_name(const char* clause) const {
  return part_.name.empty() ? clause : part_.name + "." + clause;
}

PartFigures::Answered PartFigures::decide(const check::Those& those, const std::string& clause,
                                          Unit& unit, bool& was_unknown) {
  const Clause in_clause(evaluation_, clause);
  Scope scope = evaluation_.scope_of(unit);
  Observer* const observer = evaluation_.observer();
  const bool is_denominator = part_.denominator && &those == &*part_.denominator;
  const Matter matter = matter_of(
      is_denominator ? Matter::What::kDenominator : Matter::What::kNumerator, unit, &those);
  if (observer != nullptr) observer->opens(matter);
  const Value fits = evaluation_.value_of(*those.where, scope);
  was_unknown = is_unknown(fits);
  if (was_unknown && those.policy == CountPolicy::kStop) {
    evaluation_.stop_at(clause, unit.item, unit.file);
  }
  const bool is_in = was_unknown ? those.policy == CountPolicy::kCount : is_yes(fits);
  if (observer != nullptr) observer->closes(matter, {.is_in = is_in, .was_unknown = was_unknown});
  return is_in ? Answered::kYes : Answered::kNo;
}

Matter PartFigures::matter_of(Matter::What what, const Unit& unit,
                              const check::Those* those) const {
  return {.what = what,
          .part = &part_,
          .those = those,
          .unit = &unit,
          .file = unit.file,
          .item = unit.item};
}

Verdict PartFigures::verdict_of(Unit& unit) {
  const auto council = static_cast<std::size_t>(unit.file->council);
  bool was_unknown = false;
  if (part_.denominator) {
    const Answered decision =
        decide(*part_.denominator, clause_name("denominator"), unit, was_unknown);
    if (was_unknown && !tally_.denominator.unknown_decided.empty()) {
      evaluation_.add_up(tally_.denominator.unknown_decided[council], unit.weight);
    }
    if (decision == Answered::kNo) {
      evaluation_.add_up(tally_.denominator.taken_out[council], unit.weight);
      return Verdict::kNotInDenominator;
    }
  }
  if (!part_.numerator) {
    // A rate counts its whole population; a mean or median has no numerator.
    const bool counts_all = part_.shape == Shape::kRate && part_.numerator_quantity == nullptr;
    return counts_all ? Verdict::kNumerator : Verdict::kDenominator;
  }
  const Answered decision = decide(*part_.numerator, clause_name("numerator"), unit, was_unknown);
  if (was_unknown && !tally_.numerator_unknown.empty()) {
    evaluation_.add_up(tally_.numerator_unknown[council], unit.weight);
  }
  return decision == Answered::kYes ? Verdict::kNumerator : Verdict::kDenominator;
}

Verdict PartFigures::add_unit(Unit& unit) {
  evaluation_.add_up(tally_.population[static_cast<std::size_t>(unit.file->council)], unit.weight);
  const Verdict verdict = verdict_of(unit);
  if (verdict != Verdict::kNotInDenominator) count_in_groups(unit, verdict);
  tabulate(unit);
  return verdict;
}

std::vector<std::size_t> PartFigures::groups_with(const std::vector<Standing>& standings) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    const check::Group& group = groups_[i];
    if (group.of < 0 || is_in(group, standings[static_cast<std::size_t>(group.of)])) {
      found.push_back(i);
    }
  }
  return found;
}

void PartFigures::count_in_groups(Unit& unit, Verdict verdict) {
  const Clause clause(evaluation_, clause_name("split"));
  Observer* const observer = evaluation_.observer();
  const Matter matter = matter_of(Matter::What::kGroups, unit);
  if (observer != nullptr) observer->opens(matter);
  std::vector<Standing> standings;
  for (const check::Breakdown& split : part_.splits) {
    standings.push_back(standing_of(evaluation_, split, unit));
  }
  Value value = Value::unknown();
  if (part_.shape == Shape::kMean || part_.shape == Shape::kMedian) {
    Scope scope = evaluation_.scope_of(unit);
    value = evaluation_.value_of(*part_.of, scope);
  }
  const std::vector<std::size_t> groups = groups_with(standings);
  for (const std::size_t group : groups) {
    count_in_cell(cell(group, unit.file->council), unit, verdict, value);
  }
  if (observer != nullptr) observer->closes(matter, {.value = value, .groups = groups});
}

void PartFigures::count_in_cell(Cell& counted, const Unit& unit, Verdict verdict,
                                const Value& value) {
  if (evaluation_.setting().measure->weighted) count_in_stratum(counted, unit, verdict, value);
  // What a rate is over is not its units.
  if (part_.shape != Shape::kRate) evaluation_.add_up(counted.denominator, unit.weight);
  if (verdict == Verdict::kNumerator) evaluation_.add_up(counted.numerator, unit.weight);
  if (part_.shape == Shape::kMean) {
    if (is_plain(value)) {
      evaluation_.add_up(counted.numerator_quantity, exact(value) * Rational(unit.weight));
      counted.sum_squares =
          counted.sum_squares + exact(value) * exact(value) * Rational(unit.weight);
    } else {
      worsen(counted.numerator_status, Status::kUnknown);
    }
  }
  if (part_.shape == Shape::kMedian) {
    if (is_plain(value)) {
      evaluation_.add_up(counted.values[exact(value)], unit.weight);
    } else {
      worsen(counted.numerator_status, Status::kUnknown);
    }
  }
}

// An answer speaks for the people of its council and stratum (language, 4.4).
void PartFigures::count_in_stratum(Cell& counted, const Unit& unit, Verdict verdict,
                                   const Value& value) {
  const check::Measure& measure = *evaluation_.setting().measure;
  if (unit.item.records == nullptr) return;
  std::vector<std::int64_t> key;
  for (const check::Field* field : measure.from.front()->sample->by) {
    key.push_back(
        unit.item.records->fields[static_cast<std::size_t>(field->index)].at(unit.item.row));
  }
  results::Stratum& stratum = counted.strata[key];
  evaluation_.add_up(stratum.units, 1);
  if (verdict == Verdict::kNumerator) evaluation_.add_up(stratum.counted, 1);
  if (part_.shape != Shape::kMean || !is_plain(value)) return;
  evaluation_.add_up(stratum.sum, exact(value));
  evaluation_.add_up(stratum.sum_squares, exact(value) * exact(value));
}

void PartFigures::tabulate(Unit& unit) {
  const Clause clause(evaluation_, clause_name("tabulation"));
  if (part_.tabulations.empty()) return;
  Observer* const observer = evaluation_.observer();
  const Matter matter = matter_of(Matter::What::kTabulation, unit);
  if (observer != nullptr) observer->opens(matter);
  for (std::size_t i = 0; i < part_.tabulations.size(); ++i) {
    const Standing standing = standing_of(evaluation_, part_.tabulations[i], unit);
    for (std::size_t group = 0; group < tabulated_[i].size(); ++group) {
      if (!is_in(tabulated_[i][group], standing)) continue;
      const std::size_t place = group * councils_ + static_cast<std::size_t>(unit.file->council);
      evaluation_.add_up(tally_.tabulations[i][place], unit.weight);
    }
  }
  if (observer != nullptr) observer->closes(matter, {});
}

void PartFigures::add_quantity(const Side& side, const Expr& quantity, Scope& scope) {
  const auto [what, sum, status] = side;
  Cell& total = cell(0, scope.file->council);
  Observer* const observer = evaluation_.observer();
  const Matter matter{.what = what, .part = &part_, .file = scope.file};
  if (observer != nullptr) observer->opens(matter);
  const Value value = evaluation_.value_of(quantity, scope);
  if (observer != nullptr) {
    observer->closes(matter, {.was_unknown = is_unknown(value), .value = value});
  }
  if (is_plain(value)) {
    evaluation_.add_up(total.*sum, exact(value));
  } else {
    const Status reason = evaluation_.reason_of_unknown(quantity, scope);
    worsen(total.*status, reason == Status::kNone ? Status::kUnknown : reason);
  }
}

void PartFigures::add_file(File& file) {
  Scope scope(&file);
  if (part_.numerator_quantity != nullptr) {
    const Clause clause(evaluation_, clause_name("numerator"));
    add_quantity(
        {Matter::What::kNumeratorQuantity, &Cell::numerator_quantity, &Cell::numerator_status},
        *part_.numerator_quantity, scope);
  }
  if (part_.shape == Shape::kResult && part_.of != nullptr) {
    const Clause clause(evaluation_, clause_name("result"));
    add_quantity({Matter::What::kResult, &Cell::numerator_quantity, &Cell::numerator_status},
                 *part_.of, scope);
  }
  if (part_.over == nullptr) return;
  const Clause clause(evaluation_, clause_name("over"));
  if (!is_set(*part_.over)) {
    add_quantity({Matter::What::kOver, &Cell::over_quantity, &Cell::over_status}, *part_.over,
                 scope);
  } else if (!is_everybodys(*part_.over)) {
    count_over(evaluation_.set_of(*part_.over, scope), &file);
  }
}

void PartFigures::add_everybody() {
  if (part_.over == nullptr || !is_set(*part_.over) || !is_everybodys(*part_.over)) return;
  const Clause clause(evaluation_, clause_name("over"));
  Scope nobody;
  count_over(evaluation_.set_of(*part_.over, nobody), nullptr);
}

void PartFigures::count_over(const Items& items, const File* file) {
  for (const Item& item : items) {
    const std::int32_t council = place_of(item, file);
    if (council < 0) continue;  // somewhere that has no row
    std::vector<Standing> standings;
    for (const check::Breakdown& split : part_.splits) {
      standings.push_back(standing_of_counted(evaluation_, split, item));
    }
    const std::int64_t weight = evaluation_.weight_of(item);
    for (const std::size_t group : groups_with(standings)) {
      evaluation_.add_up(cell(group, council).denominator, weight);
    }
  }
}

// The council where a record is counted: where `placed by` says, else its own, else the file's.
std::int32_t PartFigures::place_of(const Item& counted, const File* file) {
  if (part_.over_placed_by == nullptr) {
    if (counted.records != nullptr && !counted.records->council.empty()) {
      return evaluation_.setting().filed->council_of(counted);
    }
    return file == nullptr ? -1 : file->council;
  }
  Scope scope(&evaluation_.own_file_of(counted, nullptr));
  const Bound bound(scope, part_.over_record, counted);
  const Value place = evaluation_.value_of(*part_.over_placed_by, scope);
  if (!is_plain(place)) return -1;
  const std::vector<bind::Council>& councils = evaluation_.setting().inputs->councils;
  for (std::size_t i = 0; i < councils.size(); ++i) {
    if (check::fold(councils[i].key) == check::fold(place.text)) {
      return static_cast<std::int32_t>(i);
    }
  }
  return -1;
}

std::map<std::vector<std::int64_t>, std::int64_t> eligible_people(const bind::Inputs& inputs,
                                                                  const check::Sample& sample) {
  std::map<std::vector<std::int64_t>, std::int64_t> eligible;
  const bind::Records* frame = inputs.records_of(sample.frame);
  if (frame == nullptr) return eligible;
  for (std::size_t row = 0; row < frame->size; ++row) {
    std::vector<std::int64_t> key;
    for (const check::Field* field : sample.frame_by) {
      key.push_back(frame->fields[static_cast<std::size_t>(field->index)].at(row));
    }
    const std::int64_t people = frame->fields[static_cast<std::size_t>(sample.size->index)].at(row);
    if (people != bind::kUnknownCell && people != bind::kNoneCell) eligible[key] += people;
  }
  return eligible;
}

Verdict verdict_above_parts(Evaluation& evaluation, const check::Measure& measure, Unit& unit) {
  const auto holds = [&](const check::Those& those) {
    Scope scope = evaluation.scope_of(unit);
    const Value fits = evaluation.value_of(*those.where, scope);
    return is_unknown(fits) ? those.policy == CountPolicy::kCount : is_yes(fits);
  };
  if (measure.denominator && !holds(*measure.denominator)) return Verdict::kNotInDenominator;
  return measure.numerator && holds(*measure.numerator) ? Verdict::kNumerator
                                                        : Verdict::kDenominator;
}

}  // namespace assize::interpret
