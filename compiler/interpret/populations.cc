// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "compiler/interpret/evaluation.h"
#include "compiler/interpret/picks.h"
#include "compiler/interpret/values.h"

namespace assize::interpret {
namespace {

using check::Step;
using check::StepPolicy;

/// Orders groups of `keep one per`.
struct GroupOrder {
  bool operator()(const std::vector<Value>& a, const std::vector<Value>& b) const {
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), &comes_before);
  }
};

}  // namespace

File& Evaluation::file_at(std::int32_t council, std::int32_t person) {
  std::unique_ptr<File>& file = files_[{person, council}];
  if (file == nullptr) {
    file = std::make_unique<File>();
    file->council = council;
    file->person = person;
  }
  return *file;
}

File& Evaluation::own_file_of(const Item& item, File* asking) {
  std::int32_t council = -1;
  std::int32_t person = -1;
  if (setting_.filed != nullptr) {
    council = setting_.filed->council_of(item);
    person = setting_.filed->person_of(item);
  }
  if (asking != nullptr && item.records->council.empty()) council = asking->council;
  if (asking != nullptr && item.records->person.empty()) person = asking->person;
  return file_at(council, person);
}

void Evaluation::close_files() {
  if (setting_.observer != nullptr) setting_.observer->closes_files();
  files_.clear();
  outside_ = {};
  places_.close();
}

Scope Evaluation::scope_of(Unit& unit) const {
  Scope scope(unit.file, &unit);
  if (setting_.measure != nullptr) scope.bind_for_good(setting_.measure->unit, unit.item);
  return scope;
}

Scope Evaluation::scope_of(const Candidate& candidate) const {
  if (candidate.unit != nullptr) return scope_of(*candidate.unit);
  Scope scope(candidate.file);
  scope.bind_for_good(candidate.variable, candidate.item);
  return scope;
}

std::int64_t Evaluation::weight_of(const Item& item) {
  if (item.records == nullptr || item.records->collection->stands_for == nullptr) return 1;
  const check::Collection& collection = *item.records->collection;
  Scope scope(&own_file_of(item, nullptr));
  const Bound bound(scope, collection.record, item);
  const Value amount = value_of(*collection.stands_for, scope);
  return is_plain(amount) ? amount.whole : 0;
}

// Tells whether a condition is known to fit a unit; an unknown is passed over.
bool Evaluation::belongs(const Expr& condition, Unit& unit) {
  Scope scope = scope_of(unit);
  const Matter matter{.unit = &unit, .file = unit.file, .item = unit.item};
  if (setting_.observer != nullptr) setting_.observer->opens(matter);
  const Value fits = value_of(condition, scope);
  if (is_unknown(fits)) note_quiet_unknown(&condition, unit.item);
  if (setting_.observer != nullptr) {
    setting_.observer->closes(matter, {.is_in = is_yes(fits), .was_unknown = is_unknown(fits)});
  }
  return is_yes(fits);
}

std::deque<Unit> Evaluation::units_of(File& file) {
  const check::Measure& measure = *setting_.measure;
  const Clause clause(*this, "population");
  std::deque<Unit> units;
  if (measure.unit_is_file) {
    if (measure.unit_noun.empty()) return units;  // no population
    Unit& unit = units.emplace_back();
    unit.item = Item::of_file(file);
    unit.file = &file;
    if (measure.base != nullptr && !belongs(*measure.base, unit)) units.clear();
    return units;
  }
  if (measure.base == nullptr) return units;
  // The last `where` is asked of the unit, so it may use what there is one of for each unit.
  const bool is_narrowed =
      measure.base->op == check::Op::kWhere && measure.base->variable == measure.unit;
  Scope scope(&file);
  for (const Item& item : set_of(is_narrowed ? *measure.base->args[0] : *measure.base, scope)) {
    Unit& unit = units.emplace_back();
    unit.item = item;
    unit.file = &file;
    if (is_narrowed && !belongs(*measure.base->args[1], unit)) {
      units.pop_back();
    } else {
      unit.weight = weight_of(item);
    }
  }
  return units;
}

std::vector<StepOutcome> Evaluation::take_step(const Step& step,
                                               const std::vector<Candidate>& candidates) {
  const Clause clause(*this, step.label);
  if (step.kind == Step::Kind::kKeepOnePer) return keep_one_per(step, candidates);
  std::vector<StepOutcome> outcomes;
  for (const Candidate& candidate : candidates) {
    const Matter matter = matter_of(step, candidate);
    if (setting_.observer != nullptr) setting_.observer->opens(matter);
    outcomes.push_back(decide_step(step, candidate));
    if (setting_.observer != nullptr) {
      setting_.observer->closes(matter, {.is_in = !outcomes.back().is_taken_out,
                                         .was_unknown = outcomes.back().was_unknown});
    }
  }
  return outcomes;
}

Matter Evaluation::matter_of(const Step& step, const Candidate& candidate) const {
  return {.what = Matter::What::kStep,
          .step = &step,
          .population = candidate.population,
          .unit = candidate.unit,
          .file = candidate.file,
          .item = candidate.item};
}

StepOutcome Evaluation::decide_step(const Step& step, const Candidate& candidate) {
  Scope scope = scope_of(candidate);
  const Bound bound(scope, step.variable, candidate.item);
  const Value holds = value_of(*step.when, scope);
  const bool leaves_out = step.kind == Step::Kind::kLeaveOut;
  if (!is_unknown(holds)) return {.is_taken_out = is_yes(holds) == leaves_out};

  StepOutcome outcome{.was_unknown = true};
  switch (step.policy) {
    case StepPolicy::kNothingToDecide:
      // Not known to be so: nobody is left out for it, and nobody kept.
      outcome.is_taken_out = !leaves_out;
      break;
    case StepPolicy::kKeep:
      break;
    case StepPolicy::kLeaveOut:
      outcome.is_taken_out = true;
      break;
    case StepPolicy::kStop:
      stop_at("step \"" + step.label + "\"", candidate.item, candidate.file);
      break;
  }
  return outcome;
}

std::vector<StepOutcome> Evaluation::keep_one_per(const Step& step,
                                                  const std::vector<Candidate>& candidates) {
  std::map<std::vector<Value>, std::vector<std::size_t>, GroupOrder> groups;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    Scope scope = scope_of(candidates[i]);
    const Bound bound(scope, step.variable, candidates[i].item);
    std::vector<Value> group;
    if (step.per_file) {
      group.push_back(Value::of(Base::kNumber, candidates[i].file->council));
      group.push_back(Value::of(Base::kNumber, candidates[i].file->person));
    }
    for (const check::ExprPtr& per : step.per) group.push_back(value_of(*per, scope));
    groups[group].push_back(i);
  }

  std::vector<StepOutcome> outcomes(candidates.size(), {.is_taken_out = true});
  for (const auto& [group, members] : groups) {
    std::vector<std::vector<Value>> values;
    for (const check::Key& key : step.keys) {
      std::vector<Value>& of_key = values.emplace_back();
      for (const std::size_t i : members) {
        Scope scope = scope_of(candidates[i]);
        const Bound bound(scope, step.variable, candidates[i].item);
        of_key.push_back(value_of(*key.value, scope));
      }
    }
    // The keys leave no tie, so there is one that stands first.
    const std::vector<std::size_t> first = stand_first(step.keys, values, members.size());
    outcomes[members[first.front()]].is_taken_out = false;
    if (setting_.observer == nullptr) continue;
    Items items;
    for (const std::size_t i : members) items.push_back(candidates[i].item);
    for (const std::size_t i : members) {
      const Matter matter = matter_of(step, candidates[i]);
      setting_.observer->opens(matter);
      setting_.observer->picks({step.keys, items, values, first});
      setting_.observer->closes(matter, {.is_in = !outcomes[i].is_taken_out, .was_unknown = false});
    }
  }
  return outcomes;
}

void Evaluation::fill_population(const check::NamedPopulation& population) {
  const Clause clause(*this, population.name);
  const Items records = setting_.filed->all_records(population.collection);
  members_[&population].assign(records.size(), false);
  const bool across_files =
      std::any_of(population.steps.begin(), population.steps.end(), [](const Step& step) {
        return step.kind == Step::Kind::kKeepOnePer && !step.per_file;
      });

  // Person by person, so that no more files are open than one person has; all at once only if a
  // step chooses among the records of several.
  std::map<std::int32_t, Items> by_person;
  for (const Item& record : records) {
    by_person[across_files ? -1 : setting_.filed->person_of(record)].push_back(record);
  }
  for (const auto& [person, own] : by_person) {
    std::vector<Candidate> candidates;
    for (const Item& record : own) {
      candidates.push_back({.item = record,
                            .file = &own_file_of(record, nullptr),
                            .variable = population.record,
                            .population = &population});
    }
    fill_members(population, std::move(candidates));
    close_files();
  }
}

void Evaluation::fill_members(const check::NamedPopulation& population,
                              std::vector<Candidate> candidates) {
  std::vector<Candidate> left;
  for (const Candidate& candidate : candidates) {
    Scope scope = scope_of(candidate);
    const Matter matter{.population = &population, .file = candidate.file, .item = candidate.item};
    if (setting_.observer != nullptr) setting_.observer->opens(matter);
    const Value belongs =
        population.base == nullptr ? Value::yes_or_no(true) : value_of(*population.base, scope);
    if (is_unknown(belongs)) note_quiet_unknown(&population, candidate.item);
    if (setting_.observer != nullptr) {
      setting_.observer->closes(matter,
                                {.is_in = is_yes(belongs), .was_unknown = is_unknown(belongs)});
    }
    if (is_yes(belongs)) left.push_back(candidate);
  }
  for (const Step& step : population.steps) {
    const std::vector<StepOutcome> outcomes = take_step(step, left);
    std::vector<Candidate> kept;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (outcomes[i].was_unknown) note_unknown(&step, left[i].item);
      if (!outcomes[i].is_taken_out) kept.push_back(left[i]);
    }
    left = std::move(kept);
  }
  for (const Candidate& candidate : left) members_[&population][candidate.item.row] = true;
}

}  // namespace assize::interpret
