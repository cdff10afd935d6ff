// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/interruption.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/places.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

// Two files of a folder: one whole, one that is being written; then an interruption.
void write_and_be_interrupted(const fs::path& folder) {
  end_cleanly_when_interrupted();
  const UnfinishedFolder unfinished(folder.string());
  std::ofstream(folder / "whole.csv") << "whole";
  std::ofstream(folder / ("half.csv." + std::to_string(getpid()) + ".part")) << "half";
  std::raise(SIGINT);
}

TEST(interruption, ends_with_130_and_takes_unfinished_files_away) {
  const fs::path folder = support::fresh_folder();
  EXPECT_EXIT(write_and_be_interrupted(folder), testing::ExitedWithCode(130), "");
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  EXPECT_THAT(names, testing::ElementsAre("whole.csv"));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace assize::driver
