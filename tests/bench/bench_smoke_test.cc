// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// That our side of the benchmark still answers, and counts on both engines alike: times nothing.

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/support/places.h"

namespace assize::bench {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kMeasure = "settled_home";

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

// Asks the program for one run of 2E; gives its answers, one a line.
std::vector<json> answers_of(const fs::path& program, const fs::path& folder,
                             const std::string& options) {
  std::ofstream(folder / "questions")
      << "prepare " << kMeasure << "\nrun 2 " << kMeasure << "\ncells " << kMeasure << "\n";
  const std::string line = quoted(program) + " ascof@2024-25 --measures " + kMeasure + " --data " +
                           quoted(folder) + " " + options + " < " + quoted(folder / "questions") +
                           " > " + quoted(folder / "answers");
  // It ends early, but in order, where a build has no compiled engine.
  if (!WIFEXITED(std::system(line.c_str()))) return {};
  std::vector<json> answers;
  std::ifstream stream(folder / "answers");
  for (std::string text; std::getline(stream, text);) answers.push_back(json::parse(text));
  return answers;
}

TEST(bench_smoke, both_engines_count_the_same_cells) {
  const auto assize = support::program();
  ASSERT_TRUE(assize) << "ASSIZE_PROGRAM does not name the built program";
  const fs::path bench = assize->parent_path() / "assize_bench";
  const fs::path folder = support::fresh_folder();
  const std::string make_sample = quoted(*assize) +
                                  " data sample --events 3000 --format parquet --out " +
                                  quoted(folder) + " > /dev/null";
  ASSERT_EQ(std::system(make_sample.c_str()), 0);

  const std::vector<json> reference = answers_of(bench, folder, "--interpreter");
  ASSERT_EQ(reference.size(), 4U);
  ASSERT_FALSE(reference[3]["cells"].empty());
  const std::vector<json> compiled = answers_of(bench, folder, "");
  ASSERT_GE(compiled.size(), 2U);
  if (compiled[1].contains("not_built"))
    GTEST_SKIP() << compiled[1]["not_built"].get<std::string>();
  ASSERT_EQ(compiled.size(), 4U);
  EXPECT_EQ(compiled[3]["cells"], reference[3]["cells"]);
  EXPECT_GT(compiled[2]["ms"].get<double>(), 0.0);
}

}  // namespace
}  // namespace assize::bench
