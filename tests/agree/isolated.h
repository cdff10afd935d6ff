// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace assize::agree {

/// How a piece of work ended: what it gave, or that its process broke down.
struct Ended {
  bool broke_down = false;
  std::string text;  // what the work gave; how it broke down
};

/// Runs pieces of work in processes of their own, so that one that breaks down or never ends is a result
/// like others. Start it before this process has threads.
class Isolated {
 public:
  /// `folder` takes what the pieces give back, each in a file.
  Isolated(std::filesystem::path folder, int at_once) : folder_(std::move(folder)), at_once_(at_once) {}

  /// Starts a piece of work under a number of its own; waits if too many are under way.
  void start(int number, const std::function<std::string()>& work, int seconds);
  /// Waits for all. By number.
  std::map<int, Ended> finish();

 private:
  std::filesystem::path file_of(int number) const { return folder_ / (std::to_string(number) + ".given"); }
  void wait_for_one();

  std::filesystem::path folder_;
  int at_once_;
  std::map<pid_t, int> running_;
  std::map<int, Ended> ended_;
};

/// Runs one piece of work in a process of its own.
Ended run_isolated(const std::filesystem::path& folder, const std::function<std::string()>& work, int seconds);

}  // namespace assize::agree
