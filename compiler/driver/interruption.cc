// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/interruption.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <climits>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include "compiler/driver/exit_code.h"

namespace assize::driver {
namespace {

// A signal handler may touch nothing that allocates: folder and ending stand in buffers of fixed
// size, the folder is read with the system's own call, and is_set says that the buffers are whole.
char unfinished_folder[PATH_MAX];
char unfinished_ending[32];
std::atomic<bool> is_set{false};

/// One entry of a folder as the system gives it.
struct Entry {
  std::uint64_t inode;
  std::int64_t offset;
  std::uint16_t length;
  std::uint8_t type;
  char name[1];
};

bool ends_in(const char* name, const char* ending) {
  const std::size_t length = std::strlen(name);
  const std::size_t wanted = std::strlen(ending);
  return length > wanted && std::memcmp(name + length - wanted, ending, wanted) == 0;
}

void take_unfinished_away() {
  const int folder = open(unfinished_folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  alignas(Entry) char buffer[4096];
  for (;;) {
    const long size = syscall(SYS_getdents64, folder, buffer, sizeof buffer);
    if (size <= 0) break;
    for (long at = 0; at < size;) {
      const auto* entry = reinterpret_cast<const Entry*>(buffer + at);
      if (ends_in(entry->name, unfinished_ending)) unlinkat(folder, entry->name, 0);
      at += entry->length;
    }
  }
}

extern "C" void take_away_and_end(int) {
  if (is_set.load()) take_unfinished_away();
  _exit(static_cast<int>(ExitCode::kInterrupted));
}

}  // namespace

void end_cleanly_when_interrupted() {
  struct sigaction action{};
  action.sa_handler = take_away_and_end;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // Written to a pipe that nobody reads any more: the write fails, and we see to it ourselves.
  signal(SIGPIPE, SIG_IGN);
}

UnfinishedFolder::UnfinishedFolder(const std::string& folder) {
  const std::string named = folder.empty() ? "." : folder;
  if (named.size() + 1 > sizeof(unfinished_folder)) return;
  std::memcpy(unfinished_folder, named.c_str(), named.size() + 1);
  // Files are written as NAME.PROCESS.part until they are whole.
  std::snprintf(unfinished_ending, sizeof unfinished_ending, ".%d.part", getpid());
  is_set.store(true);
}

UnfinishedFolder::~UnfinishedFolder() { is_set.store(false); }

}  // namespace assize::driver
