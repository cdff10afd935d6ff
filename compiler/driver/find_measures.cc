// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/find_measures.h"

#include <algorithm>

#include "compiler/driver/report.h"
#include "compiler/results/marks.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

using check::Mark;
using check::Measure;
using check::Part;

bool are_alike(const std::string& one, const std::string& other) {
  return !one.empty() && columns::folded(one) == columns::folded(other);
}

bool is_left_aside(const check::Framework& framework, const Measure& measure, bool experimental) {
  return measure.is_placeholder ||
         results::is_marked(framework, measure, Mark::Status::kNotCollected) ||
         (!experimental && results::is_marked(framework, measure, Mark::Status::kExperimental));
}

// Adds what one name stands for: a measure with all its parts, or single parts.
bool add_named(const check::Framework& framework, const std::string& name, Chosen& chosen) {
  bool is_found = false;
  for (const auto& measure : framework.measures) {
    const bool is_whole = are_alike(name, measure->name) || are_alike(name, measure->code);
    bool is_chosen = is_whole;
    for (const Part& part : measure->parts) {
      const bool is_part = are_alike(name, part.code) ||
                           (!part.name.empty() && are_alike(name, measure->name + "." + part.name));
      if (is_whole || is_part) chosen.parts.push_back(&part);
      is_chosen = is_chosen || is_part;
    }
    if (is_chosen) chosen.measures.push_back(measure.get());
    is_found = is_found || is_chosen;
  }
  return is_found;
}

void put_in_order(const check::Framework& framework, Chosen& chosen) {
  std::vector<const Measure*> ordered;
  for (const auto& measure : framework.measures) {
    const auto& found = chosen.measures;
    if (std::find(found.begin(), found.end(), measure.get()) != found.end()) {
      ordered.push_back(measure.get());
    }
  }
  chosen.measures = std::move(ordered);
}

columns::Failure no_such_measure(const check::Framework& framework, const std::string& name) {
  std::vector<std::string> names;
  std::string list;
  for (const auto& measure : framework.measures) {
    names.push_back(measure->name);
    if (!measure->code.empty()) names.push_back(measure->code);
    for (const Part& part : measure->parts) {
      if (!part.code.empty()) names.push_back(part.code);
    }
    list += (list.empty() ? "" : ", ") +
            (measure->code.empty() ? measure->name : measure->code + " " + measure->name);
  }
  std::vector<std::string> advice;
  if (const auto nearest = columns::nearest_spelling(name, names)) {
    advice.push_back("Did you mean " + *nearest + "?");
  }
  advice.push_back("In " + framework.at_name() + ": " + (list.empty() ? "no measure" : list));
  return usage_failure("there is no measure `" + name + "` in " + framework.at_name(),
                       std::move(advice));
}

}  // namespace

columns::Result<Chosen> find_measures(const check::Framework& framework,
                                      const std::vector<std::string>& names, bool experimental) {
  Chosen chosen;
  if (names.empty()) {
    for (const auto& measure : framework.measures) {
      if (!is_left_aside(framework, *measure, experimental)) {
        chosen.measures.push_back(measure.get());
      }
    }
    return chosen;
  }
  for (const std::string& name : names) {
    if (!add_named(framework, name, chosen)) return no_such_measure(framework, name);
  }
  put_in_order(framework, chosen);
  return chosen;
}

std::optional<columns::Failure> placeholder_among(const check::Framework& framework,
                                                  const Chosen& chosen) {
  for (const Measure* measure : chosen.measures) {
    if (!measure->is_placeholder) continue;
    const std::string& name = measure->code.empty() ? measure->name : measure->code;
    return usage_failure("`" + name + "` is a placeholder in " + framework.at_name() +
                             ": nothing can be computed of it",
                         {"See: assize show " + framework.at_name() + " " + name});
  }
  return std::nullopt;
}

}  // namespace assize::driver
