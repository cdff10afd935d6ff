// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

#include "compiler/driver/compile.h"
#include "compiler/driver/data_command.h"
#include "compiler/driver/interruption.h"
#include "compiler/driver/progress.h"
#include "compiler/driver/read_data.h"
#include "compiler/driver/report.h"
#include "compiler/results/lay_out.h"
#include "runtime/sample/sample.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kUsualPeople = 7'800;

columns::Status make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && fs::is_directory(folder, error)) return {};
  return columns::Failure{columns::FailureKind::kInputOutput,
                          "the folder `" + folder + "` cannot be made",
                          {"May you write there? Is there a file of that name?"}};
}

// The councils that exist at the end of the edition's period: people are made up for these.
columns::Result<std::vector<std::string>> councils_of(const check::Framework& framework,
                                                      check::Period period) {
  const auto inputs = read_data(framework, {}, {{}, period, 0});
  if (!inputs) return inputs.failure();
  std::vector<std::string> councils;
  for (const bind::Council& council : inputs->councils) councils.push_back(council.key);
  if (!councils.empty()) return councils;
  return usage_failure(framework.at_name() + " lists no councils to make up people for");
}

sample::SampleRequest request_of(const SampleOptions& options, const check::Period& period) {
  sample::SampleRequest request;
  request.folder = options.out;
  request.ending = "." + options.format;
  request.seed = options.seed;
  request.people = static_cast<std::uint64_t>(options.people);
  request.events = static_cast<std::uint64_t>(options.events);
  if (request.people == 0 && request.events == 0) request.people = kUsualPeople;
  request.period_start = period.start;
  request.period_end = period.end;
  return request;
}

}  // namespace

ExitCode data_sample_command(const SampleOptions& options) {
  Compilation compilation;
  auto edition = options.edition ? columns::Result<std::string>(*options.edition)
                                 : newest_edition(compilation, options.frameworks);
  if (!edition) return report(edition.failure());
  const auto compiled = compile_edition(compilation, *edition, options.frameworks);
  if (!compiled) return report(compiled.failure());
  if (*compiled == nullptr) return report(compilation.sink, compilation.sources);
  const auto period = period_of_run(**compiled, options.period);
  if (!period) return report(period.failure());
  auto councils = councils_of(**compiled, *period);
  if (!councils) return report(councils.failure());
  if (auto made = make_folder(options.out); !made) return report(made.failure());

  sample::SampleRequest request = request_of(options, *period);
  const std::size_t council_count = councils->size();
  request.councils = *std::move(councils);
  ProgressLine line;
  request.progress = line.sink();
  const UnfinishedFolder unfinished(options.out);
  const auto facts = sample::generate_sample(request);
  if (!facts) return report(facts.failure());

  using results::grouped;
  write_out("Sample data: " + grouped(static_cast<std::int64_t>(facts->events)) + " events of " +
            grouped(static_cast<std::int64_t>(facts->people)) + " people in " +
            grouped(static_cast<std::int64_t>(council_count)) + " councils (" + options.out +
            ", seed " + std::to_string(options.seed) + ")\n");
  return ExitCode::kFine;
}

}  // namespace assize::driver
