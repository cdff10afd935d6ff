// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/agree/isolated.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <exception>
#include <fstream>
#include <sstream>
#include <utility>

namespace assize::agree {

void Isolated::start(int number, const std::function<std::string()>& work, int seconds) {
  while (static_cast<int>(running_.size()) >= at_once_) wait_for_one();
  const pid_t child = fork();
  if (child < 0) {
    ended_[number] = {true, "no process could be started"};
    return;
  }
  if (child > 0) {
    running_[child] = number;
    return;
  }
  alarm(static_cast<unsigned>(seconds));
  int status = 0;
  try {
    std::ofstream(file_of(number), std::ios::binary) << work();
  } catch (const std::exception& error) {
    std::ofstream(file_of(number), std::ios::binary) << error.what();
    status = 1;
  }
  _exit(status);
}

void Isolated::wait_for_one() {
  int status = 0;
  pid_t child = -1;
  // Only for children of our own.
  while (child < 0) {
    for (const auto& [pid, number] : running_) {
      if (waitpid(pid, &status, WNOHANG) == pid) {
        child = pid;
        break;
      }
    }
    if (child < 0) usleep(1000);
  }
  const int number = running_.at(child);
  running_.erase(child);
  Ended& ended = ended_[number];
  std::ifstream file(file_of(number), std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  ended.text = all.str();
  if (WIFSIGNALED(status)) {
    ended.broke_down = true;
    ended.text = WTERMSIG(status) == SIGALRM ? "did not end in time" : std::string("broke down: ") + strsignal(WTERMSIG(status));
  } else if (WEXITSTATUS(status) != 0) {
    ended.broke_down = true;
    ended.text = "broke down: " + ended.text;
  }
}

std::map<int, Ended> Isolated::finish() {
  while (!running_.empty()) wait_for_one();
  return std::exchange(ended_, {});
}

Ended run_isolated(const std::filesystem::path& folder, const std::function<std::string()>& work, int seconds) {
  Isolated isolated(folder, 1);
  isolated.start(0, work, seconds);
  return isolated.finish().at(0);
}

}  // namespace assize::agree
