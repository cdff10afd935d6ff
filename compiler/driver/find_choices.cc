// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/find_choices.h"

#include <algorithm>
#include <utility>

#include "compiler/driver/report.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list.empty() ? "nothing" : list;
}

columns::Failure no_such_choice(const results::Choices& choices, const std::string& name) {
  std::vector<std::string> all = choices.levels;
  all.insert(all.end(), choices.dimensions.begin(), choices.dimensions.end());
  std::vector<std::string> advice;
  if (const auto nearest = columns::nearest_spelling(name, all)) {
    advice.push_back("Did you mean " + *nearest + "?");
  }
  advice.push_back("Kinds of places: " + listed(choices.levels));
  advice.push_back("The measures that are run are split or tabulated by: " +
                   listed(choices.dimensions));
  return usage_failure("no figure is given by `" + name + "`", std::move(advice));
}

}  // namespace

columns::Result<results::By> find_choices(const check::Framework& framework,
                                          const std::vector<const check::Measure*>& measures,
                                          const std::vector<std::string>& names) {
  const results::Choices choices = results::choices_of(framework, measures);
  const auto add = [](const std::vector<std::string>& known, const std::string& name,
                      std::set<std::string>& to) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const std::string& other) {
      return columns::folded(other) == columns::folded(name);
    });
    if (found == known.end()) return false;
    to.insert(*found);
    return true;
  };
  results::By by;
  for (const std::string& name : names) {
    const bool is_level = add(choices.levels, name, by.levels);
    const bool is_dimension = add(choices.dimensions, name, by.dimensions);
    if (!is_level && !is_dimension) return no_such_choice(choices, name);
  }
  return by;
}

}  // namespace assize::driver
