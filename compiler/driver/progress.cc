// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/progress.h"

#include <unistd.h>

#include <algorithm>
#include <string>

#include "compiler/driver/report.h"

namespace assize::driver {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kFirstShown = std::chrono::seconds(1);
constexpr auto kBetween = std::chrono::milliseconds(200);
constexpr int kBarWidth = 24;

std::string bar(double share) {
  const int filled = static_cast<int>(share * kBarWidth);
  std::string text = "[";
  for (int at = 0; at < kBarWidth; ++at) text += at < filled ? '=' : at == filled ? '>' : ' ';
  return text + "]  " + std::to_string(static_cast<int>(share * 100)) + " %";
}

}  // namespace

ProgressLine::ProgressLine()
    : next_(Clock::now() + kFirstShown),
      started_(Clock::now()),
      is_terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
  if (is_shown_) write_error("\r\033[K");
}

columns::ProgressSink ProgressLine::sink() {
  return [this](const columns::Progress& progress) {
    if (is_terminal_ && Clock::now() >= next_) show(progress);
    return true;  // an interruption ends the program by itself
  };
}

void ProgressLine::show(const columns::Progress& progress) {
  is_shown_ = true;
  next_ = Clock::now() + kBetween;
  std::string line = "\r " + progress.what;
  if (progress.total > 0) {
    const double share =
        std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
    line += "  " + bar(share);
    const auto spent = std::chrono::duration<double>(Clock::now() - started_).count();
    if (share > 0.05) {
      line += "   " + std::to_string(static_cast<int>(spent / share * (1 - share)) + 1) + " s left";
    }
  }
  write_error(line + "\033[K");
}

}  // namespace assize::driver
