// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/reproduce_command.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/answer_rules.h"
#include "compiler/driver/compile.h"
#include "compiler/driver/interruption.h"
#include "compiler/driver/read_published_files.h"
#include "compiler/driver/report.h"
#include "compiler/driver/words.h"
#include "compiler/driver/write_outputs.h"
#include "compiler/reproduce/reproduction.h"
#include "compiler/results/lay_out.h"

namespace assize::driver {
namespace {

// `ascof` stands for all editions of the family.
columns::Result<std::vector<std::string>> names_of(Compilation& compilation,
                                                   const ReproduceOptions& options) {
  std::vector<std::string> names;
  for (const std::string& asked : options.editions) {
    if (asked.find('@') != std::string::npos || asked.find('.') != std::string::npos) {
      names.push_back(asked);
      continue;
    }
    auto all = editions_of_family(compilation, asked, options.frameworks);
    if (!all) return all.failure();
    names.insert(names.end(), all->begin(), all->end());
  }
  return names;
}

bool has_figures(const std::vector<reproduce::FileContent>& files) {
  for (const reproduce::FileContent& file : files) {
    if (!file.published.figures.empty() || !file.answers.empty()) return true;
  }
  return false;
}

// A file of another year than that of the editions: nothing of it could be compared.
std::optional<columns::Failure> of_another_year(const std::vector<reproduce::FileContent>& files,
                                                const reproduce::Reproduction& made) {
  std::vector<bool> is_compared(files.size(), false);
  std::vector<std::string> years(files.size());
  for (const reproduce::Reproduced& row : made.rows) {
    years[row.figure->file] = row.figure->year;
    if (row.judgement.verdict != reproduce::Verdict::kOtherYear)
      is_compared[row.figure->file] = true;
  }
  for (std::size_t file = 0; file < files.size(); ++file) {
    if (is_compared[file] || years[file].empty()) continue;
    return usage_failure("`" + files[file].published.path + "` is of " + years[file] +
                             ", and no edition of that year was asked for",
                         {"Ask for its edition: --edition ascof@" + years[file] +
                          ", or --edition ascof for those of all years."});
  }
  return std::nullopt;
}

// How the newest edition asked for makes its survey measures, if answers to a survey are among the
// files.
columns::Result<std::vector<reproduce::AnswerRule>> rules_of_answers(
    const Compilation& compilation, const reproduce::Rules& rules,
    const std::vector<reproduce::FileContent>& files) {
  for (const reproduce::FileContent& file : files) {
    for (const reproduce::AnswerTable& table : file.answers) {
      for (const reproduce::AreaAnswers& area : table.areas) {
        if (!area.area_code.empty())
          return answer_rules(compilation, *rules.newest(), area.area_code);
      }
    }
  }
  return std::vector<reproduce::AnswerRule>{};
}

columns::Status write_rows(const std::string& path,
                           const std::vector<reproduce::FileContent>& files,
                           const reproduce::Reproduction& made) {
  const UnfinishedFolder unfinished(std::filesystem::path(path).parent_path().string());
  return columns::write_table(path, reproduce::rows_table(files, made));
}

}  // namespace

ExitCode reproduce_command(const ReproduceOptions& options) {
  Compilation compilation;
  const auto names = names_of(compilation, options);
  if (!names) return report(names.failure());
  reproduce::Rules rules;
  std::string head;
  for (const std::string& name : *names) {
    const auto compiled = compile_edition(compilation, name, options.frameworks);
    if (!compiled) return report(compiled.failure());
    const ExitCode found = report(compilation.sink, compilation.sources);
    if (*compiled == nullptr || found != ExitCode::kFine) return found;
    rules.add(**compiled);
    head += (head.empty() ? "" : ", ") + (*compiled)->at_name();
  }
  if (auto possible = check_output_path(options.out); !possible) return report(possible.failure());
  auto files = read_published_files(options.files);
  if (!files) return report(files.failure());
  if (!has_figures(*files)) {
    return report(usage_failure("no published figures were given, only estimates of population",
                                {"Name a published file beside them."}));
  }
  reproduce::settle_years(*files, rules);
  reproduce::Reproduction made = reproduce::reproduce(*files, rules);
  const auto answers = rules_of_answers(compilation, rules, *files);
  if (!answers) return report(answers.failure());
  reproduce::add_from_answers(*files, *answers, rules.newest()->year, rules, made);
  if (const auto other = of_another_year(*files, made)) return report(*other);
  if (options.out) {
    if (auto written = write_rows(*options.out, *files, made); !written)
      return report(written.failure());
  }
  std::string text = "By the rules of " + head + "\n\n" + reproduce::report_text(*files, made);
  if (options.out) {
    text += " Every outcome: " + *options.out + " (" +
            results::counted(static_cast<std::int64_t>(made.rows.size()), "row") + ")\n";
  }
  write_out(text);
  return made.findings(*files) == 0 ? ExitCode::kFine : ExitCode::kFindings;
}

}  // namespace assize::driver
