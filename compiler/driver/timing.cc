// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/timing.h"

#include <algorithm>
#include <cstdio>
#include <thread>

#include "compiler/driver/report.h"

namespace assize::driver {

void Timing::took(const std::string& step) {
  const auto now = std::chrono::steady_clock::now();
  if (is_asked_for_) {
    char line[80];
    std::snprintf(line, sizeof line, " %-10s %10.3f ms\n", step.c_str(),
                  std::chrono::duration<double, std::milli>(now - since_).count());
    write_error(line);
  }
  since_ = now;
}

int threads_of_this_machine() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace assize::driver
