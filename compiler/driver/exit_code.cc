// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/exit_code.h"

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

}  // namespace assize::driver
