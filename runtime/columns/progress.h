// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace assize::columns {

/// How far a long piece of work has come, for the line on a terminal.
struct Progress {
  std::string what;  // `reading cld.csv`
  std::uint64_t done = 0;
  std::uint64_t total = 0;  // in bytes or rows; 0 if it is not known
};

/// Is told now and then how far work has come; the answer no asks the work to stop. May be empty.
/// Called from the thread that called the work, never from two at once.
using ProgressSink = std::function<bool(const Progress&)>;

/// Tells the sink; yes if work is to go on.
inline bool goes_on(const ProgressSink& sink, const Progress& progress) {
  return !sink || sink(progress);
}

}  // namespace assize::columns
