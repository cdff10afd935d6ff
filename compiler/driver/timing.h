// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

namespace assize::driver {

/// Says on standard error how long each step took, if that was asked for.
class Timing {
 public:
  explicit Timing(bool is_asked_for)
      : is_asked_for_(is_asked_for), since_(std::chrono::steady_clock::now()) {}

  /// Names the step that has just ended.
  void took(const std::string& step);

 private:
  bool is_asked_for_;
  std::chrono::steady_clock::time_point since_;
};

/// How many threads this machine runs at once.
int threads_of_this_machine();

}  // namespace assize::driver
