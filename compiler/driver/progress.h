// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

#include "runtime/columns/progress.h"

namespace assize::driver {

/// One line on standard error that says how far long work has come: only on a terminal, only after
/// the first second; it is taken away at the end. No result depends on the clock it looks at.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Gives what work is to tell; it must not outlive the line.
  columns::ProgressSink sink();

 private:
  void show(const columns::Progress& progress);

  std::chrono::steady_clock::time_point next_;
  std::chrono::steady_clock::time_point started_;
  bool is_terminal_ = false;
  bool is_shown_ = false;
};

}  // namespace assize::driver
