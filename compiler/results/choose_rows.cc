// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/choose_rows.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/check/groups.h"

namespace assize::results {
namespace {

using check::Breakdown;
using check::Group;
using check::Part;

/// The groups of one part that are asked for: breakdown and label.
using Groups = std::set<std::pair<std::string, std::string>>;

bool is_asked_for(const By& by, const Breakdown& breakdown, const Group& group) {
  for (std::size_t at = 0; at < breakdown.dimensions.size(); ++at) {
    const bool is_total = group.bands[at] == check::kTotalBand;
    if (!is_total && !by.dimensions.contains(breakdown.dimensions[at].name)) return false;
  }
  return true;
}

Groups groups_asked_for(const By& by, const Part& part) {
  Groups asked = {{"total", "total"}};
  for (const Group& group : check::groups_of(part)) {
    if (group.of < 0) continue;
    const Breakdown& split = part.splits[static_cast<std::size_t>(group.of)];
    if (is_asked_for(by, split, group)) asked.emplace(group.breakdown, group.label);
  }
  for (std::size_t which = 0; which < part.tabulations.size(); ++which) {
    for (const Group& group : check::groups_of_tabulation(part, static_cast<int>(which))) {
      if (is_asked_for(by, part.tabulations[which], group)) {
        asked.emplace(group.breakdown, group.label);
      }
    }
  }
  return asked;
}

void add_names(const std::vector<Breakdown>& breakdowns, std::vector<std::string>& names) {
  for (const Breakdown& breakdown : breakdowns) {
    for (const check::Dimension& dimension : breakdown.dimensions) {
      const bool is_new = std::find(names.begin(), names.end(), dimension.name) == names.end();
      if (is_new) names.push_back(dimension.name);
    }
  }
}

}  // namespace

Choices choices_of(const check::Framework& framework,
                   const std::vector<const check::Measure*>& measures) {
  Choices choices;
  for (const check::Field* field : framework.areas_by) choices.levels.push_back(field->name);
  choices.levels.emplace_back("council");
  for (const check::Measure* measure : measures) {
    for (const Part& part : measure->parts) {
      add_names(part.splits, choices.dimensions);
      add_names(part.tabulations, choices.dimensions);
    }
  }
  return choices;
}

void keep_rows(const By& by, Results& results) {
  std::map<const Part*, Groups> groups;
  std::erase_if(results.rows, [&](const Row& row) {
    const bool is_place = row.level == Level::kEngland || by.levels.empty() ||
                          by.levels.contains(row.geography_level);
    if (!is_place) return true;
    auto asked = groups.find(row.of_part);
    if (asked == groups.end()) {
      asked = groups.emplace(row.of_part, groups_asked_for(by, *row.of_part)).first;
    }
    return !asked->second.contains({row.breakdown, row.group});
  });
}

}  // namespace assize::results
