// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/check/framework.h"

namespace assize::check {

const Field* Collection::field(const std::string& wanted) const {
  for (const auto& field : fields) {
    if (field->name == wanted) return field.get();
  }
  return nullptr;
}

const Let* Collection::let(const std::string& wanted) const {
  for (const auto& let : lets) {
    if (let->name == wanted) return let.get();
  }
  return nullptr;
}

std::vector<const Collection*> Measure::collections() const {
  std::vector<const Collection*> all = from;
  if (weighted) all.push_back(from.front()->sample->frame);
  return all;
}

std::vector<const Let*> Measure::lets_of_units() const {
  std::vector<const Let*> found;
  for (const auto& let : lets) {
    const bool of_record = let->of == Let::Of::kRecord && unit && let->record->subject == unit->subject;
    if (let->of == Let::Of::kFile || let->of == Let::Of::kUnit || of_record) found.push_back(let.get());
  }
  if (unit && unit->subject.episodes) {
    for (const auto& let : unit->subject.episodes->lets) found.push_back(let.get());
  }
  return found;
}

std::vector<const Measure*> Measure::lenders() const {
  std::vector<const Measure*> found;
  for (const Part& part : parts) {
    for (const Part::Borrowed* borrowed : {&part.numerator_from, &part.over_from}) {
      if (borrowed->part >= 0 && borrowed->measure) found.push_back(borrowed->measure);
    }
  }
  return found;
}

std::string Framework::name() const {
  return family + " " + year + (stage.empty() ? "" : " " + stage);
}

std::string Framework::at_name() const {
  return family + "@" + year + (stage.empty() ? "" : "-" + stage);
}

const Collection* Framework::collection(const std::string& wanted) const {
  for (const auto& collection : collections) {
    if (collection->name == wanted) return collection.get();
  }
  return nullptr;
}

const Measure* Framework::measure(const std::string& wanted) const {
  for (const auto& measure : measures) {
    if (measure->name == wanted) return measure.get();
  }
  return nullptr;
}

}  // namespace assize::check
