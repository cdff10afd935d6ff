// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/report.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "compiler/diagnostics/render_text.h"

namespace assize::driver {
namespace {

std::atomic<bool> out_is_lost{false};

bool wants_colour(Stream stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  return isatty(stream == Stream::kOut ? STDOUT_FILENO : STDERR_FILENO) == 1;
}

}  // namespace

void write_out(const std::string& text) {
  errno = 0;
  const bool is_written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  // A reader that has seen enough (`| head`) is no failure.
  if ((!is_written || std::fflush(stdout) != 0) && errno != EPIPE) out_is_lost.store(true);
}

void write_error(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

bool is_output_lost() { return out_is_lost.load(); }

std::string diagnostics_text(const diagnostics::Sink& sink, const source::Sources& sources,
                             Stream stream, const std::string& closing) {
  diagnostics::RenderOptions options;
  options.colour = wants_colour(stream);
  options.closing = closing;
  std::string text = diagnostics::render_text(sources, sink.all(), options);
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

ExitCode report(const columns::Failure& failure) {
  std::string text = "error: " + failure.message + "\n";
  for (const std::string& advice : failure.advice) text += "  = " + advice + "\n";
  if (failure.kind == columns::FailureKind::kInternal) {
    text +=
        "  = This is a fault of assize itself (I0001): please report it, with the command you "
        "typed.\n";
  }
  write_error(text);
  return exit_code_of(failure.kind);
}

ExitCode report(const diagnostics::Sink& sink, const source::Sources& sources) {
  // What a definition costs is told by `check`; whoever runs it cannot mend it.
  diagnostics::Sink told;
  for (const diagnostics::Diagnostic& each : sink.all()) {
    if (each.code != "W0198") told.add(each);
  }
  if (!told.all().empty()) write_error(diagnostics_text(told, sources, Stream::kError, ""));
  return exit_code_of(sink);
}

columns::Failure usage_failure(std::string message, std::vector<std::string> advice) {
  return {columns::FailureKind::kUsage, std::move(message), std::move(advice)};
}

columns::Failure cannot_read(const std::string& path) {
  return {columns::FailureKind::kInputOutput,
          "`" + path + "` cannot be read",
          {"Is it there, is it a file, may you read it?"}};
}

}  // namespace assize::driver
