// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/find_scenarios.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "compiler/driver/report.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

const syntax::Scenario* declared_scenario(const check::Library& library, const std::string& name) {
  for (const syntax::Tree* tree : library.trees()) {
    for (const syntax::Scenario& scenario : tree->scenarios) {
      if (scenario.name.text == name) return &scenario;
    }
  }
  return nullptr;
}

// Where a scenario may be declared that no file loaded so far declares.
std::vector<std::string> files_to_search(const std::string& edition,
                                         const std::optional<std::string>& frameworks,
                                         const std::string& name) {
  // A draft of an edition is looked at with what lies beside it, not with all frameworks there are.
  if (is_file_name(edition) && !frameworks) {
    const fs::path folder = fs::path(edition).parent_path();
    std::vector<std::string> files;
    for (const fs::path& file :
         {folder / (name + ".assize"), folder / "scenarios" / (name + ".assize")}) {
      std::error_code error;
      if (fs::is_regular_file(file, error)) files.push_back(file.lexically_normal().string());
    }
    return files;
  }
  const auto folder = frameworks_folder(frameworks);
  return folder ? framework_files(*folder, name) : std::vector<std::string>();
}

void load_by_name(Compilation& compilation, const std::string& edition,
                  const std::optional<std::string>& frameworks, const std::string& name) {
  if (is_file_name(edition)) {
    // The edition's own file may declare it; that it cannot be read is told when it is compiled.
    compilation.library.load(fs::path(edition).lexically_normal().string(), compilation.sink);
  }
  for (const std::string& file : files_to_search(edition, frameworks, name)) {
    if (declared_scenario(compilation.library, name) != nullptr) return;
    compilation.library.load(file, compilation.sink);
  }
}

columns::Failure no_such_scenario(const Compilation& compilation, const check::Framework& framework,
                                  const std::string& name) {
  std::vector<std::string> names;
  std::string list;
  for (const check::Scenario& scenario : framework.scenarios) {
    names.push_back(scenario.name);
    list += (list.empty() ? "" : ", ") + scenario.name;
  }
  std::vector<std::string> advice;
  if (const syntax::Scenario* other = declared_scenario(compilation.library, name)) {
    advice.push_back("There is one of that name, of " + at_name_of(other->of) + ".");
  } else if (const auto nearest = columns::nearest_spelling(name, names)) {
    advice.push_back("Did you mean " + *nearest + "?");
  }
  advice.push_back(list.empty() ? "No scenario of this edition was found."
                                : "Of " + framework.at_name() + " there are: " + list);
  advice.push_back("A scenario is named, or given by the path of the file that declares it.");
  return usage_failure("there is no scenario `" + name + "` of " + framework.at_name(),
                       std::move(advice));
}

}  // namespace

columns::Result<std::vector<std::string>> load_scenarios(
    Compilation& compilation, const std::string& edition,
    const std::optional<std::string>& frameworks, const std::vector<std::string>& asked) {
  std::vector<std::string> names;
  for (const std::string& scenario : asked) {
    if (!is_file_name(scenario)) {
      load_by_name(compilation, edition, frameworks, scenario);
      names.push_back(scenario);
      continue;
    }
    const std::string path = fs::path(scenario).lexically_normal().string();
    const syntax::Tree* tree = compilation.library.load(path, compilation.sink);
    if (tree == nullptr) return cannot_read(path);
    for (const syntax::Scenario& each : tree->scenarios) names.push_back(each.name.text);
    // What could not be parsed may have been the scenario: the sink says so, and better.
    if (tree->scenarios.empty() && !compilation.sink.has_errors()) {
      return usage_failure("`" + path + "` declares no scenario",
                           {"Name a scenario, or the file that declares one."});
    }
  }
  return names;
}

columns::Result<std::vector<const check::Scenario*>> find_scenarios(
    const Compilation& compilation, const check::Framework& framework,
    const std::vector<std::string>& names) {
  std::vector<const check::Scenario*> found;
  for (const std::string& name : names) {
    const auto named =
        std::find_if(framework.scenarios.begin(), framework.scenarios.end(),
                     [&](const check::Scenario& scenario) { return scenario.name == name; });
    if (named == framework.scenarios.end()) return no_such_scenario(compilation, framework, name);
    const bool is_new = std::find(found.begin(), found.end(), &*named) == found.end();
    if (is_new) found.push_back(&*named);
  }
  return found;
}

}  // namespace assize::driver
