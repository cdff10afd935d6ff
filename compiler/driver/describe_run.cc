// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/describe_run.h"

#include <algorithm>
#include <cstdint>

#include "compiler/driver/describe_account.h"
#include "compiler/driver/words.h"
#include "compiler/results/disclose.h"
#include "compiler/results/lay_out.h"
#include "compiler/results/to_attrition.h"
#include "compiler/results/to_cross_table.h"
#include "compiler/results/to_terminal.h"

namespace assize::driver {
namespace {

constexpr std::size_t kWidth = 100;

std::string wrapped_text(const std::string& text) {
  std::string lines;
  for (const std::string& line : results::wrapped(text, kWidth - 3)) {
    lines += (lines.empty() ? " " : "   ") + line + "\n";
  }
  return lines;
}

// `reablement_sequel.sequel_window = 30 days`, by the parameter's own type.
std::string setting_words(const check::Framework& framework,
                          const check::Scenario::Setting& setting) {
  std::string value = setting.value.whole != 0 ? "yes" : "no";
  if (const check::Measure* measure = framework.measure(setting.measure)) {
    for (const auto& parameter : measure->parameters) {
      if (parameter->name == setting.name) value = value_words(setting.value, parameter->type);
    }
  }
  return setting.measure + "." + setting.name + " = " + value;
}

std::string scenario_text(const check::Framework& framework, const check::Scenario& scenario) {
  std::string settings;
  for (const check::Scenario::Setting& setting : scenario.settings) {
    settings += (settings.empty() ? "" : ", ") + setting_words(framework, setting);
  }
  if (settings.empty()) settings = "sets nothing";
  return wrapped_text(scenario.name + ": " +
                      (scenario.title.empty() ? settings : scenario.title + " (" + settings + ")"));
}

std::string typed_settings(const RunOptions& options) {
  std::string text;
  for (const auto* typed : {&options.settings, &options.flags}) {
    for (const std::string& setting : *typed) text += (text.empty() ? "" : ", ") + setting;
  }
  if (text.empty()) return text;
  const bool is_above = !options.scenarios.empty();
  return wrapped_text("Set for this run" +
                      std::string(is_above ? ", whatever a scenario says: " : ": ") + text);
}

std::string first_code(const Run& run) {
  const check::Measure& measure = *run.chosen.measures.front();
  return measure.code.empty() ? measure.name : measure.code;
}

std::string place_counts(const Run& run) {
  using results::counted;
  std::string text = counted(static_cast<std::int64_t>(run.inputs.councils.size()), "council");
  for (std::size_t column = 0; column < run.framework->areas_by.size(); ++column) {
    std::vector<std::string> values;
    for (const bind::Council& council : run.inputs.councils) {
      if (column < council.by.size() && !council.by[column].empty()) {
        values.push_back(council.by[column]);
      }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::string name = run.framework->areas_by[column]->name;
    std::replace(name.begin(), name.end(), '_', ' ');
    text += ", " + counted(static_cast<std::int64_t>(values.size()), name);
  }
  return text;
}

std::int64_t rows_of(const Run& run) {
  std::size_t rows = 0;
  for (const results::Variant& variant : run.variants) rows += variant.results.rows.size();
  return static_cast<std::int64_t>(rows);
}

}  // namespace

results::Counts counts_of(const RunOptions& options) {
  return options.published ? results::Counts::kPublished : results::Counts::kExact;
}

std::string head_text(const RunOptions& options, const Run& run) {
  std::string text = edition_words(*run.framework) + " (" + run.framework->at_name() + "), " +
                     period_words(run.period) + "\n" + typed_settings(options);
  if (options.published) {
    const std::string rules = results::disclosure_words(*run.framework);
    text += wrapped_text("As published: " +
                         (rules.empty() ? "the edition has no rules on disclosure" : rules));
  }
  for (const check::Scenario* scenario : run.scenarios) {
    text += scenario_text(*run.framework, *scenario);
  }
  return text + "\n";
}

std::string figures_text(const RunOptions& options, const Run& run) {
  if (options.attrition) {
    std::string text;
    results::AttritionView view{run.places, counts_of(options)};
    view.places.insert(view.places.begin(), results::places_of(*run.framework, run.inputs).front());
    for (const results::Variant& variant : run.variants) {
      const std::string& scenario = variant.results.scenario;
      if (run.variants.size() > 1) {
        text += scenario.empty() ? " As the edition says\n\n" : " Scenario " + scenario + "\n\n";
      }
      text += results::attrition_text(*run.framework, variant, view);
    }
    return text;
  }
  results::View view;
  view.places = run.places;
  if (!run.by.is_empty()) {
    view.all_places = !run.by.levels.empty();
    return results::cross_tables(run.variants, view) + "\n";
  }
  view.groups = run.chosen.measures.size() == 1;
  return results::terminal_table(run.variants, view) + "\n";
}

std::string foot_text(const RunOptions& options, const Run& run) {
  std::string text;
  for (const auto& records : run.inputs.collections) {
    // That some councils of the list do not exist in the period is as it should be.
    if (records->collection == run.framework->areas) continue;
    text += account_text(*records, options.published ? Detail::kTotals : Detail::kWhatWasNotUsed);
  }
  text += without_data_text(run.without);
  if (options.out) {
    text += " " + (run.by.is_empty() ? place_counts(run) + ", every group: " : "As asked for: ") +
            *options.out + " (" + results::counted(rows_of(run), "row") + ")\n";
  }
  if (options.steps) {
    text += " Where people went, in every council: " + *options.steps + "\n";
  }
  // As it was typed, so that it works when pasted.
  const std::string frameworks =
      options.frameworks ? " --frameworks " + *options.frameworks : std::string();
  text += " Next:  assize show " + options.edition + " " + first_code(run) + frameworks;
  if (!options.attrition) {
    text += "     assize run " + options.edition + " --measure " + first_code(run) + " --data " +
            options.data.front() + frameworks + " --attrition";
  }
  return text + "\n";
}

}  // namespace assize::driver
