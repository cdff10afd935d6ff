// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/run_command.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "compiler/bind/bind.h"
#include "compiler/driver/apply_settings.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/describe_account.h"
#include "compiler/driver/engine.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/progress.h"
#include "compiler/driver/read_data.h"
#include "compiler/driver/report.h"
#include "compiler/driver/timing.h"
#include "compiler/driver/words.h"
#include "compiler/driver/write_outputs.h"
#include "compiler/results/assemble.h"
#include "compiler/results/lay_out.h"
#include "compiler/results/to_attrition.h"
#include "compiler/results/to_terminal.h"

namespace assize::driver {
namespace {

/// What one run goes through, from the framework to its figures.
struct Run {
  const check::Framework* framework = nullptr;
  check::Period period;
  Chosen chosen;
  bind::Inputs inputs;
  results::Tally tally;
  results::Results results;
};

columns::Status apply_all(const RunOptions& options, Settings& settings) {
  std::vector<std::string> texts = options.settings;
  texts.insert(texts.end(), options.flags.begin(), options.flags.end());
  for (const std::string& text : texts) {
    const auto setting = parse_setting(text);
    if (!setting) return setting.failure();
    if (auto applied = settings.apply(*setting); !applied) return applied;
  }
  return {};
}

columns::Result<results::Tally> evaluate(const RunOptions& options, const Compilation& compilation,
                                         const Run& run) {
  results::Request request;
  request.measures = run.chosen.measures;
  request.units = options.units.has_value();
  request.attrition = options.attrition;
  request.threads = options.threads > 0 ? options.threads : threads_of_this_machine();
  auto engine =
      make_engine(*run.framework, {options.engine, compilation.sources, run.inputs, request});
  if (!engine) return engine.failure();
  return engine->evaluator->evaluate(run.inputs, request);
}

// Single parts may have been asked for; their measure is computed whole.
void keep_chosen_parts(const Chosen& chosen, results::Results& results) {
  if (chosen.parts.empty()) return;
  std::erase_if(results.rows, [&](const results::Row& row) {
    return std::find(chosen.parts.begin(), chosen.parts.end(), row.of_part) == chosen.parts.end();
  });
}

std::string head_text(const Run& run) {
  std::string text = edition_words(*run.framework) + " (" + run.framework->at_name() + "), " +
                     period_words(run.period) + "\n";
  return text + "\n";
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

// Where the rest is, what was left out, and what to do next.
std::string foot_text(const RunOptions& options, const Run& run) {
  std::string text;
  for (const auto& records : run.inputs.collections) {
    // That some councils of the list do not exist in the period is as it should be.
    if (records->collection == run.framework->areas) continue;
    text += account_text(*records, Detail::kWhatWasNotUsed);
  }
  if (options.out) {
    text += " " + place_counts(run) + ", every group: " + *options.out + " (" +
            results::counted(static_cast<std::int64_t>(run.results.rows.size()), "row") + ")\n";
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

std::string figures_text(const RunOptions& options, const Run& run) {
  if (options.attrition) return results::attrition_text(run.inputs, run.tally, run.results);
  results::View view;
  view.groups = run.chosen.measures.size() == 1;
  return results::terminal_table(run.results, view) + "\n";
}

ExitCode strict_exit(const RunOptions& options, const bind::Inputs& inputs) {
  const std::uint64_t refused = refused_rows(inputs);
  if (!options.strict || refused == 0) return ExitCode::kFine;
  return report({columns::FailureKind::kData,
                 results::counted(static_cast<std::int64_t>(refused), "row") +
                     " of the data were refused, and --strict was asked for",
                 {"The reasons and first places stand above."}});
}

}  // namespace

ExitCode run_command(const RunOptions& options) {
  Timing timing(options.timing);
  Compilation compilation;
  Run run;

  const auto compiled = compile_edition(compilation, options.edition, options.frameworks);
  if (!compiled) return report(compiled.failure());
  const ExitCode found = report(compilation.sink, compilation.sources);
  if (*compiled == nullptr || found != ExitCode::kFine) return found;
  run.framework = *compiled;
  timing.took("compile");
  if (auto possible = check_output_path(options.out); !possible) return report(possible.failure());
  if (auto possible = check_output_path(options.units); !possible)
    return report(possible.failure());

  auto chosen = find_measures(*run.framework, options.measures, options.experimental);
  if (!chosen) return report(chosen.failure());
  run.chosen = *std::move(chosen);
  if (run.chosen.measures.empty()) return report(nothing_to_run(*run.framework));
  Settings settings(*run.framework);
  if (auto applied = apply_all(options, settings); !applied) return report(applied.failure());
  auto period = period_of_run(*run.framework, options.period);
  if (!period) return report(period.failure());
  run.period = *period;

  auto inputs =
      read_data(*run.framework, run.chosen.measures, {options.data, run.period, options.threads});
  if (!inputs) return report(inputs.failure());
  run.inputs = *std::move(inputs);
  timing.took("read");

  auto tally = evaluate(options, compilation, run);
  if (!tally) return report(tally.failure());
  run.tally = *std::move(tally);
  timing.took("evaluate");

  auto results = results::assemble(*run.framework, run.inputs, run.tally, "");
  if (!results) return report(results.failure());
  run.results = *std::move(results);
  keep_chosen_parts(run.chosen, run.results);

  if (options.out) {
    if (auto written = write_figures(*options.out, run.results); !written) {
      return report(written.failure());
    }
  }
  if (options.units) {
    if (auto written = write_units(*options.units, run.results, run.inputs, run.tally); !written) {
      return report(written.failure());
    }
  }
  timing.took("write");
  write_out(head_text(run) + figures_text(options, run) + foot_text(options, run));
  return strict_exit(options, run.inputs);
}

}  // namespace assize::driver
