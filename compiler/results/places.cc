// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/places.h"

#include <map>
#include <utility>

namespace assize::results {
namespace {

// One place for each value of a column of the list of councils, sorted by value.
void add_groupings(const bind::Inputs& inputs, std::size_t column, const std::string& level,
                   std::vector<Place>& places) {
  std::map<std::string, std::vector<std::size_t>> by_value;
  for (std::size_t council = 0; council < inputs.councils.size(); ++council) {
    const auto& values = inputs.councils[council].by;
    if (column < values.size() && !values[column].empty()) {
      by_value[values[column]].push_back(council);
    }
  }
  for (auto& [value, councils] : by_value) {
    places.push_back({Level::kGrouping, level, "", value, std::move(councils)});
  }
}

}  // namespace

std::vector<Place> places_of(const check::Framework& framework, const bind::Inputs& inputs) {
  std::vector<Place> places;
  Place england{Level::kEngland, "england", "", "England", {}};
  for (std::size_t council = 0; council < inputs.councils.size(); ++council) {
    england.councils.push_back(council);
  }
  places.push_back(std::move(england));
  for (std::size_t column = 0; column < framework.areas_by.size(); ++column) {
    add_groupings(inputs, column, framework.areas_by[column]->name, places);
  }
  for (std::size_t council = 0; council < inputs.councils.size(); ++council) {
    const bind::Council& listed = inputs.councils[council];
    places.push_back({Level::kCouncil, "council", listed.key, listed.name, {council}});
  }
  return places;
}

}  // namespace assize::results
