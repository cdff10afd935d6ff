// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/read_data.h"

#include <algorithm>

#include "compiler/bind/bind.h"
#include "compiler/driver/progress.h"
#include "compiler/driver/report.h"
#include "compiler/interpret/record_interpreter.h"

namespace assize::driver {
namespace {

// Every collection that a measure reads, each once, in the order of the edition.
std::vector<const check::Collection*> needed_by(
    const check::Framework& framework, const std::vector<const check::Measure*>& measures) {
  std::vector<const check::Collection*> needed;
  for (const auto& collection : framework.collections) {
    const bool is_needed =
        std::any_of(measures.begin(), measures.end(), [&](const check::Measure* measure) {
          const auto from = measure->collections();
          return std::find(from.begin(), from.end(), collection.get()) != from.end();
        });
    if (is_needed) needed.push_back(collection.get());
  }
  return needed;
}

}  // namespace

columns::Result<bind::Inputs> read_data(const check::Framework& framework,
                                        const std::vector<const check::Measure*>& measures,
                                        const DataRequest& request) {
  bind::DataFiles files;
  for (const std::string& source : request.sources) {
    if (auto added = files.add(source); !added) return added.failure();
  }
  ProgressLine line;
  interpret::RecordInterpreter evaluator;
  return bind::bind_inputs(
      framework, files, evaluator,
      {needed_by(framework, measures), request.period, line.sink(), request.threads});
}

columns::Result<check::Period> period_of_run(const check::Framework& framework,
                                             const std::optional<std::string>& asked) {
  if (!asked) return check::Period{framework.covers_from, framework.covers_to};
  const auto period = check::parse_period(*asked);
  if (period && period->start <= period->end) return *period;
  return usage_failure("`" + *asked + "` is no period",
                       {"Write a financial year, 2024-25, or two days, 2024-04-01..2025-03-31."});
}

columns::Failure nothing_to_run(const check::Framework& framework) {
  return usage_failure(
      "nothing in " + framework.at_name() + " is to be run",
      {"Its measures are experimental or not collected: ask for them by --measure, "
       "or for all with --experimental."});
}

}  // namespace assize::driver
