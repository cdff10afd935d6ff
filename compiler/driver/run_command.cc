// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/run_command.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "compiler/bind/bind.h"
#include "compiler/driver/apply_settings.h"
#include "compiler/driver/choose_evidence.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/describe_account.h"
#include "compiler/driver/describe_run.h"
#include "compiler/driver/engine.h"
#include "compiler/driver/find_choices.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/find_places.h"
#include "compiler/driver/find_scenarios.h"
#include "compiler/driver/progress.h"
#include "compiler/driver/lenders.h"
#include "compiler/driver/long_files.h"
#include "compiler/driver/read_data.h"
#include "compiler/driver/report.h"
#include "compiler/driver/timing.h"
#include "compiler/driver/write_outputs.h"
#include "compiler/results/assemble.h"
#include "compiler/results/disclose.h"
#include "compiler/results/lay_out.h"
#include "compiler/results/to_attrition_table.h"

namespace assize::driver {
namespace {

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

// So that a slip of the pen is told before long work is done.
columns::Status check_settings(const RunOptions& options, const check::Framework& framework) {
  Settings settings(framework);
  return apply_all(options, settings);
}

// Single parts may have been asked for; their measure is computed whole.
void keep_chosen_parts(const Chosen& chosen, results::Results& results) {
  if (chosen.parts.empty()) return;
  std::erase_if(results.rows, [&](const results::Row& row) {
    return std::find(chosen.parts.begin(), chosen.parts.end(), row.of_part) == chosen.parts.end();
  });
}

// The figures as a scenario has them; without one, as the edition says.
columns::Result<results::Variant> evaluate(const RunOptions& options,
                                           const Compilation& compilation, const Run& run,
                                           const check::Scenario* scenario) {
  Settings settings(*run.framework);
  if (scenario != nullptr) settings.apply_scenario(*scenario);
  // What was typed for this run stands above what a scenario says.
  if (auto applied = apply_all(options, settings); !applied) return applied.failure();
  results::Request request;
  request.measures = with_lenders(run.chosen.measures);
  request.units = options.units.has_value();
  request.attrition = options.attrition || options.steps.has_value();
  request.threads = options.threads > 0 ? options.threads : threads_of_this_machine();
  auto engine =
      make_engine(*run.framework, {options.engine, compilation.sources, run.inputs, request});
  if (!engine) return engine.failure();
  auto tally = engine->evaluator->evaluate(run.inputs, request);
  if (!tally) return tally.failure();
  mark_lenders(run.chosen.measures, *tally);
  results::Purpose purpose;
  if (scenario != nullptr) purpose.scenario = scenario->name;
  if (options.intervals) purpose.intervals = results::Intervals::kEverywhere;
  auto results = results::assemble(*run.framework, run.inputs, *tally, purpose);
  if (!results) return results.failure();
  keep_chosen_parts(run.chosen, *results);
  std::erase_if(tally->measures, [](const auto& measure) { return measure.only_lends; });
  if (!run.by.is_empty()) results::keep_rows(run.by, *results);
  if (options.published) results::disclose(*run.framework, *results);
  return results::Variant{*std::move(tally), *std::move(results)};
}

columns::Status evaluate_all(const RunOptions& options, const Compilation& compilation, Run& run) {
  std::vector<const check::Scenario*> ways = {nullptr};
  ways.insert(ways.end(), run.scenarios.begin(), run.scenarios.end());
  for (const check::Scenario* way : ways) {
    auto variant = evaluate(options, compilation, run, way);
    if (!variant) return variant.failure();
    run.variants.push_back(*std::move(variant));
  }
  return {};
}

columns::Status check_outputs(const RunOptions& options) {
  if (options.published && options.units) {
    return usage_failure("what becomes of single people is never published",
                         {"Leave out --units, or --published."});
  }
  for (const auto* path : {&options.out, &options.units, &options.steps}) {
    if (auto possible = check_output_path(*path); !possible) return possible;
  }
  return {};
}

columns::Status write_all(const RunOptions& options, const Run& run) {
  if (options.out) {
    if (auto written = write_figures(*options.out, run.variants); !written) return written;
  }
  if (options.units) {
    if (auto written = write_units(*options.units, run.variants, run.inputs); !written) {
      return written;
    }
  }
  if (!options.steps) return {};
  return write_steps(*options.steps, results::attrition_table(*run.framework, run.inputs,
                                                              run.variants, counts_of(options)));
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

  const auto scenarios =
      load_scenarios(compilation, options.edition, options.frameworks, options.scenarios);
  if (!scenarios) return report(scenarios.failure());
  const auto compiled = compile_edition(compilation, options.edition, options.frameworks);
  if (!compiled) return report(compiled.failure());
  const ExitCode found = report(compilation.sink, compilation.sources);
  if (*compiled == nullptr || found != ExitCode::kFine) return found;
  run.framework = *compiled;
  timing.took("compile");
  if (auto possible = check_outputs(options); !possible) return report(possible.failure());

  auto chosen = find_measures(*run.framework, options.measures, options.experimental);
  if (!chosen) return report(chosen.failure());
  if (auto refused = placeholder_among(*run.framework, *chosen)) return report(*refused);
  run.chosen = *std::move(chosen);
  if (run.chosen.measures.empty()) return report(nothing_to_run(*run.framework));
  const auto has_records = records_in(options.data);
  if (!has_records) return report(has_records.failure());
  run.without = choose_evidence(*has_records, run.chosen);
  auto asked = find_scenarios(compilation, *run.framework, *scenarios);
  if (!asked) return report(asked.failure());
  run.scenarios = *std::move(asked);
  auto by = find_choices(*run.framework, run.chosen.measures, options.by);
  if (!by) return report(by.failure());
  run.by = *std::move(by);
  if (auto possible = check_settings(options, *run.framework); !possible) {
    return report(possible.failure());
  }
  auto period = period_of_run(*run.framework, options.period);
  if (!period) return report(period.failure());
  run.period = *period;

  auto inputs =
      read_data(*run.framework, run.chosen.measures, {options.data, run.period, options.threads});
  if (!inputs) return report(inputs.failure());
  run.inputs = *std::move(inputs);
  if (auto refused = too_long_for_the_square(run.chosen.measures, run.inputs)) return report(*refused);
  auto places = find_places(*run.framework, run.inputs, options.places);
  if (!places) return report(places.failure());
  run.places = *std::move(places);
  timing.took("read");

  if (auto done = evaluate_all(options, compilation, run); !done) return report(done.failure());
  timing.took("evaluate");

  if (auto written = write_all(options, run); !written) return report(written.failure());
  timing.took("write");
  write_out(head_text(options, run) + figures_text(options, run) + foot_text(options, run));
  return strict_exit(options, run.inputs);
}

}  // namespace assize::driver
