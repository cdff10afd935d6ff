// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/fmt_command.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/interruption.h"
#include "compiler/driver/read_files.h"
#include "compiler/driver/report.h"
#include "compiler/driver/source_files.h"
#include "compiler/format/format.h"
#include "compiler/results/lay_out.h"
#include "runtime/columns/output_file.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

constexpr const char* kStandardInput = "-";

/// What became of the files.
struct Progress {
  ExitCode code = ExitCode::kFine;
  std::int64_t files = 0;
  std::vector<std::string> changed;
};

columns::Failure unsafe(const std::string& name) {
  return {columns::FailureKind::kInternal,
          "`" + name + "` was left as it is: laid out, it would no longer say the same",
          {}};
}

// Gives the text in the layout of the house; nothing, with the reason told, if there is none.
std::optional<std::string> laid_out(const std::string& name, const std::string& text,
                                    ExitCode& code) {
  source::Sources sources;
  diagnostics::Sink sink;
  format::Formatted made = format::format(sources, sources.add(name, text), sink);
  switch (made.outcome) {
    case format::Formatted::Outcome::kDone:
      return std::move(made.text);
    case format::Formatted::Outcome::kUnreadable:
      code = report(sink, sources);
      return std::nullopt;
    case format::Formatted::Outcome::kUnsafe:
      code = report(unsafe(name));
      return std::nullopt;
  }
  return std::nullopt;
}

// A link stays a link, and who may read a file may read it afterwards.
columns::Status write_in_place(const std::string& file, const std::string& text) {
  std::error_code error;
  const fs::path real = fs::canonical(file, error);
  const std::string path = error ? file : real.string();
  const fs::perms permissions = fs::status(path, error).permissions();
  const UnfinishedFolder unfinished(fs::path(path).parent_path().string());
  if (auto written = columns::write_text(path, text); !written) return written;
  fs::permissions(path, permissions, error);
  return {};
}

void lay_out_file(const FmtOptions& options, const std::string& file, Progress& progress) {
  const auto text = FileSystem().read(file);
  if (!text) {
    progress.code = report(cannot_read(file));
    return;
  }
  ++progress.files;
  ExitCode code = ExitCode::kFine;
  const auto made = laid_out(file, *text, code);
  if (!made) {
    progress.code = code;
    return;
  }
  if (*made == *text) return;
  progress.changed.push_back(file);
  if (options.check) return;
  if (auto written = write_in_place(file, *made); !written) {
    progress.code = report(written.failure());
  }
}

ExitCode lay_out_input(const FmtOptions& options) {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  ExitCode code = ExitCode::kFine;
  const auto made = laid_out("standard input", text, code);
  if (!made) return code;
  if (options.check) return *made == text ? ExitCode::kFine : ExitCode::kFindings;
  write_out(*made);
  return ExitCode::kFine;
}

std::string summary(const FmtOptions& options, const Progress& progress) {
  const auto changed = static_cast<std::int64_t>(progress.changed.size());
  if (changed == 0) return results::counted(progress.files, "file") + ": nothing to lay out anew.\n";
  std::string text;
  for (const std::string& file : progress.changed) text += " " + file + "\n";
  text += results::grouped(changed) + " of " + results::counted(progress.files, "file");
  if (options.check) return text + " to be laid out anew: assize fmt does it.\n";
  return text + " laid out anew.\n";
}

}  // namespace

ExitCode fmt_command(const FmtOptions& options) {
  const bool has_input =
      std::find(options.files.begin(), options.files.end(), kStandardInput) != options.files.end();
  if (has_input && options.files.size() > 1) {
    return report(usage_failure("standard input (`-`) is laid out alone", {}));
  }
  if (has_input) return lay_out_input(options);
  const auto files = source_files(options.files);
  if (!files) return report(files.failure());
  Progress progress;
  for (const std::string& file : *files) lay_out_file(options, file, progress);
  write_out(summary(options, progress));
  if (progress.code != ExitCode::kFine) return progress.code;
  return options.check && !progress.changed.empty() ? ExitCode::kFindings : ExitCode::kFine;
}

}  // namespace assize::driver
