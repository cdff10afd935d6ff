// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/exit_code.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace assize::driver {

ExitCode exit_code_of(columns::FailureKind kind) {
  switch (kind) {
    case columns::FailureKind::kUsage:
      return ExitCode::kUsage;
    case columns::FailureKind::kData:
      return ExitCode::kData;
    case columns::FailureKind::kInputOutput:
      return ExitCode::kInputOutput;
    case columns::FailureKind::kLimit:
      return ExitCode::kLimit;
    case columns::FailureKind::kInternal:
      return ExitCode::kInternal;
    case columns::FailureKind::kInterrupted:
      return ExitCode::kInterrupted;
  }
  return ExitCode::kInternal;
}

ExitCode exit_code_of(const diagnostics::Sink& sink) {
  constexpr std::array<std::string_view, 6> kLimits = {"E0190", "E0191", "E0193",
                                                       "E0194", "E0195", "E0196"};
  const auto& all = sink.all();
  const bool is_at_limit = std::any_of(all.begin(), all.end(), [&](const auto& found) {
    return std::find(kLimits.begin(), kLimits.end(), found.code) != kLimits.end();
  });
  if (is_at_limit) return ExitCode::kLimit;
  return sink.has_errors() ? ExitCode::kDoesNotCompile : ExitCode::kFine;
}

}  // namespace assize::driver
