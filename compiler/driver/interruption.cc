// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/interruption.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <cstring>

#include "compiler/driver/exit_code.h"

namespace assize::driver {
namespace {

// A signal handler may touch nothing that allocates: the path stands in a buffer of fixed size, and
// is_set says that it is whole.
char unfinished_path[PATH_MAX];
std::atomic<bool> is_set{false};

extern "C" void take_away_and_end(int) {
  if (is_set.load()) unlink(unfinished_path);
  _exit(static_cast<int>(ExitCode::kInterrupted));
}

}  // namespace

void end_cleanly_when_interrupted() {
  struct sigaction action {};
  action.sa_handler = take_away_and_end;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // Written to a pipe that nobody reads any more: the write fails, and we say so ourselves.
  signal(SIGPIPE, SIG_IGN);
}

UnfinishedFile::UnfinishedFile(const std::string& path) {
  if (path.size() + 1 > sizeof(unfinished_path)) return;
  std::memcpy(unfinished_path, path.c_str(), path.size() + 1);
  is_set.store(true);
}

UnfinishedFile::~UnfinishedFile() { is_set.store(false); }

}  // namespace assize::driver
