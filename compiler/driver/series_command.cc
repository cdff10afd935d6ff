// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/series_command.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/flatten.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/read_published_files.h"
#include "compiler/driver/report.h"
#include "compiler/driver/write_outputs.h"
#include "compiler/results/lay_out.h"
#include "compiler/series/series.h"
#include "compiler/series/write.h"
#include "runtime/columns/output_file.h"
#include "runtime/columns/spelling.h"
#include "runtime/columns/write_table.h"

namespace assize::driver {
namespace {

using series::Edition;
using series::Meaning;

/// All editions of the family, oldest first, with their texts. Empty with the reasons in the sink.
columns::Result<std::vector<Edition>> editions_of(Compilation& compilation,
                                                  const SeriesOptions& options) {
  const auto names = editions_of_family(compilation, options.family, options.frameworks);
  if (!names) return names.failure();
  std::vector<Edition> editions;
  for (const std::string& name : *names) {
    const auto compiled = compile_edition(compilation, name, options.frameworks);
    if (!compiled) return compiled.failure();
    if (*compiled == nullptr) return std::vector<Edition>{};
    for (const syntax::Edition* edition : compilation.library.editions()) {
      if (at_name_of(edition->name) != (*compiled)->at_name()) continue;
      diagnostics::Sink nothing;  // it compiled
      editions.push_back(
          {*compiled, check::flatten(compilation.library.trees(), *edition, nothing)});
      break;
    }
  }
  return editions;
}

/// The parts of `2014-15..2024-25`.
columns::Result<std::pair<std::string, std::string>> range_of(const std::string& text) {
  const auto dots = text.find("..");
  const std::string from = text.substr(0, dots);
  const std::string to = dots == std::string::npos ? from : text.substr(dots + 2);
  if (!series::years_between(from, to).empty()) return std::make_pair(from, to);
  return usage_failure("`" + text + "` is no range of years",
                       {"Write the first and the last, `2014-15..2024-25`."});
}

std::string years_text(const std::vector<std::string>& years) {
  return years.size() == 1 ? years.front() : years.front() + " to " + years.back();
}

columns::Failure unknown_concept(const SeriesOptions& options,
                                 const std::vector<Edition>& editions) {
  std::vector<std::string> names;
  for (const Edition& edition : editions) {
    for (const auto& measure : edition.framework->measures) names.push_back(measure->name);
  }
  std::vector<std::string> advice;
  if (const auto nearest = columns::nearest_spelling(options.concept_name, names))
    advice.push_back("Did you mean " + *nearest + "?");
  advice.push_back("A concept is the name of a measure, or a code: `assize show " + options.family +
                   "@2024-25` lists them.");
  return usage_failure("no edition of " + options.family + " has `" + options.concept_name + "`",
                       std::move(advice));
}

/// What was asked for, in the edition that was named if one was.
columns::Result<Meaning> find_meaning(const SeriesOptions& options,
                                      const std::vector<Edition>& editions) {
  std::vector<Meaning> meanings = series::meanings_of(options.concept_name, editions);
  if (options.edition) {
    const std::string year = options.edition->substr(options.edition->find('@') + 1);
    std::erase_if(meanings, [&](const Meaning& meaning) {
      return std::find(meaning.years.begin(), meaning.years.end(), year) == meaning.years.end();
    });
  }
  if (meanings.empty()) return unknown_concept(options, editions);
  if (meanings.size() == 1) return meanings.front();
  std::vector<std::string> advice;
  for (const Meaning& meaning : meanings) {
    advice.push_back(meaning.path + "   (" + years_text(meaning.years) + ")  " + meaning.title);
  }
  advice.push_back("Name one of them, or say whose code it is: --edition " + options.family + "@" +
                   meanings.back().years.back());
  return usage_failure("`" + options.concept_name + "` means " + std::to_string(meanings.size()) +
                           " things in the editions of " + options.family,
                       std::move(advice));
}

columns::Status write_files(const SeriesOptions& options, const series::Series& made,
                            const std::vector<reproduce::FileContent>& files) {
  if (options.out) {
    if (auto written = columns::write_table(*options.out, series::as_table(made, files)); !written)
      return written;
  }
  if (!options.chart) return {};
  return columns::write_text(*options.chart, series::as_chart(made));
}

}  // namespace

ExitCode series_command(const SeriesOptions& options) {
  const auto range = range_of(options.years);
  if (!range) return report(range.failure());
  Compilation compilation;
  const auto editions = editions_of(compilation, options);
  if (!editions) return report(editions.failure());
  if (compilation.sink.has_errors()) return report(compilation.sink, compilation.sources);
  const auto meaning = find_meaning(options, *editions);
  if (!meaning) return report(meaning.failure());
  if (auto possible = check_output_path(options.out); !possible) return report(possible.failure());
  const auto files = read_published_files(options.data);
  if (!files) return report(files.failure());
  const series::Series made =
      series::series_of({meaning->path, range->first, range->second, options.area.value_or("")},
                        *editions, *files, compilation.sources);
  if (auto written = write_files(options, made, *files); !written) return report(written.failure());
  write_out(series::as_text(made, *files));
  return ExitCode::kFine;
}

}  // namespace assize::driver
