// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/test_command.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "compiler/driver/compile.h"
#include "compiler/driver/engine.h"
#include "compiler/driver/report.h"
#include "compiler/driver/run_test.h"
#include "compiler/driver/source_files.h"
#include "compiler/results/lay_out.h"
#include "runtime/columns/spelling.h"

namespace assize::driver {
namespace {

using results::counted;

/// How many tests ended how.
struct Count {
  std::int64_t passed = 0;
  std::int64_t failed = 0;
  std::map<std::string, std::int64_t> not_run;  // by engine and reason
};

columns::Result<std::vector<std::string>> files_of(const TestOptions& options) {
  if (!options.paths.empty()) return source_files(options.paths);
  const auto folder = frameworks_folder(options.frameworks);
  if (!folder) return folder.failure();
  return framework_files(*folder, "");
}

// The tests declared in the files named; those of files that they use are left to whoever names
// these.
std::vector<const syntax::Test*> tests_of(const std::vector<const syntax::Tree*>& trees,
                                          const std::optional<std::string>& filter) {
  std::vector<const syntax::Test*> tests;
  for (const syntax::Tree* tree : trees) {
    for (const syntax::Test& test : tree->tests) {
      const std::string title = columns::folded(test.title.value);
      if (!filter || title.find(columns::folded(*filter)) != std::string::npos) {
        tests.push_back(&test);
      }
    }
  }
  return tests;
}

std::vector<std::string> engines_for(const std::string& asked) {
  return asked == "all" ? engine_names() : std::vector<std::string>{asked};
}

std::string differences_text(const source::Sources& sources, const Verdict& verdict) {
  std::string text;
  const Difference* before = nullptr;
  for (const Difference& difference : verdict.differences) {
    const source::SourceFile& file = sources.file(difference.span.file);
    const std::string place =
        file.path() + ":" + std::to_string(file.position_of(difference.span.begin).line);
    if (before == nullptr || before->where != difference.where) {
      text += "   " + place + ": " + difference.where + "  (" + verdict.engine + ")\n";
    }
    before = &difference;
    text += "      " + (difference.column.empty() ? "" : difference.column + ": ") + "expected " +
            (difference.expected.empty() ? "nothing" : difference.expected) + ", obtained " +
            (difference.obtained.empty() ? "nothing" : difference.obtained) + "\n";
  }
  return text;
}

// Runs one test on every engine and says what came of it.
columns::Status run_one(Compilation& compilation, const syntax::Test& test,
                        const std::vector<std::string>& engines, Count& count) {
  const auto verdicts = run_test(compilation, test, engines);
  if (!verdicts) return verdicts.failure();
  std::string differences;
  for (const Verdict& verdict : *verdicts) {
    if (!verdict.not_run.empty()) ++count.not_run[verdict.engine + ": " + verdict.not_run];
    differences += differences_text(compilation.sources, verdict);
  }
  ++(differences.empty() ? count.passed : count.failed);
  write_out(std::string(differences.empty() ? " passed  " : " FAILED  ") + test.title.value + "\n" +
            differences);
  return {};
}

std::string summary(const Count& count, const std::vector<std::string>& engines) {
  std::string names;
  for (const std::string& engine : engines) names += (names.empty() ? "" : " and ") + engine;
  std::string text = "\n " + counted(count.passed + count.failed, "test") + " on " + names + ": " +
                     results::grouped(count.passed) + " passed, " + results::grouped(count.failed) +
                     " failed\n";
  for (const auto& [reason, times] : count.not_run) {
    text += " not run on " + reason + " (" + counted(times, "test") + ")\n";
  }
  return text;
}

}  // namespace

ExitCode test_command(const TestOptions& options) {
  const auto files = files_of(options);
  if (!files) return report(files.failure());
  Compilation compilation;
  std::vector<const syntax::Tree*> trees;
  for (const std::string& file : *files) {
    const syntax::Tree* tree = compilation.library.load(file, compilation.sink);
    if (tree == nullptr) return report(cannot_read(file));
    trees.push_back(tree);
  }
  if (compilation.sink.has_errors()) return report(compilation.sink, compilation.sources);
  const auto tests = tests_of(trees, options.filter);
  if (tests.empty()) {
    return report(usage_failure("there is no test in what was named",
                                {"A test is written `test \"…\" of MEASURE in EDITION { … }`."}));
  }
  const auto engines = engines_for(options.engine);
  Count count;
  for (const syntax::Test* test : tests) {
    const auto ran = run_one(compilation, *test, engines, count);
    if (compilation.sink.has_errors()) return report(compilation.sink, compilation.sources);
    if (!ran) return report(ran.failure());
  }
  write_out(summary(count, engines));
  return count.failed == 0 ? ExitCode::kFine : ExitCode::kFindings;
}

}  // namespace assize::driver
