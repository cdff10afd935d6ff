// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/driver/exit_code.h"
#include "compiler/source/source_file.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Writes to standard output and to standard error. Nothing else in the program does.
void write_out(const std::string& text);
void write_error(const std::string& text);

/// Whether something written to standard output did not arrive, as on a full disk.
bool is_output_lost();

/// A failure of reading: the file is not there, is no file, or may not be read.
columns::Failure cannot_read(const std::string& path);

/// Which stream a text is for: colours depend on it.
enum class Stream { kOut, kError };

/// Renders diagnostics as text for people, in colour only where the stream is a terminal; `closing`
/// is said after their number.
std::string diagnostics_text(const diagnostics::Sink& sink, const source::Sources& sources,
                             Stream stream, const std::string& closing);

/// Says what failed and what to do about it, on standard error; gives the exit code to end with.
ExitCode report(const columns::Failure& failure);

/// Shows diagnostics on standard error; gives kDoesNotCompile if one is an error, else kFine.
ExitCode report(const diagnostics::Sink& sink, const source::Sources& sources);

/// A failure of usage: a name, option or period that does not exist.
columns::Failure usage_failure(std::string message, std::vector<std::string> advice = {});

}  // namespace assize::driver
