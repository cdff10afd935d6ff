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
