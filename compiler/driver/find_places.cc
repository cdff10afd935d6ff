// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/find_places.h"

#include <algorithm>
#include <utility>

#include "compiler/driver/report.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

bool is_named(const results::Place& place, const std::string& name) {
  const std::string folded = columns::folded(name);
  return columns::folded(place.name) == folded ||
         (!place.code.empty() && columns::folded(place.code) == folded);
}

columns::Failure no_such_place(const check::Framework& framework,
                               const std::vector<results::Place>& places, const std::string& name) {
  std::vector<std::string> names;
  for (const results::Place& place : places) names.push_back(place.name);
  std::vector<std::string> advice;
  if (const auto nearest = columns::nearest_spelling(name, names)) {
    advice.push_back("Did you mean " + *nearest + "?");
  }
  advice.push_back("A council is named as in the list of councils of " + framework.at_name() +
                   ", or by its code there; regions and types by their names.");
  return usage_failure("there is no place `" + name + "` in the period that is run",
                       std::move(advice));
}

}  // namespace

columns::Result<std::vector<results::Place>> find_places(const check::Framework& framework,
                                                         const bind::Inputs& inputs,
                                                         const std::vector<std::string>& names) {
  const std::vector<results::Place> places = results::places_of(framework, inputs);
  std::vector<results::Place> found;
  for (const std::string& name : names) {
    const auto named = std::find_if(places.begin(), places.end(), [&](const results::Place& place) {
      return is_named(place, name);
    });
    if (named == places.end()) return no_such_place(framework, places, name);
    if (named->level != results::Level::kEngland) found.push_back(*named);
  }
  return found;
}

}  // namespace assize::driver
