// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Runs the built program on every golden file of this folder: what stands in its sections is
// written to a folder of its own, the commands are run there, and what they say is compared. `---
// with homes` puts the files of the folder `homes` there first.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/golden/cli/golden_file.h"
#include "tests/golden/cli/run_shell.h"
#include "tests/support/places.h"

namespace assize::golden {
namespace {

namespace fs = std::filesystem;

bool is_expectation(const std::string& name) {
  return name == "exit" || name == "stdout" || name == "stderr" || name.starts_with("shows ");
}

fs::path golden_folder() { return support::source_root() / "tests/golden/cli"; }

std::vector<std::string> golden_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(golden_folder())) {
    if (entry.path().extension() != ".txt" || entry.path().filename() == "CMakeLists.txt") continue;
    names.push_back(fs::relative(entry.path(), golden_folder()).replace_extension().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void write_file(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// What a `shows PATH` section is to hold: the file's text, or that it is not there.
std::string shown_file(const fs::path& path) {
  return fs::exists(path) ? read_whole(path) : "(not there)\n";
}

std::string obtained_text(const std::string& section, const Outcome& outcome,
                          const fs::path& folder) {
  if (section == "exit") return std::to_string(outcome.exit_code) + "\n";
  if (section == "stdout") return outcome.out;
  if (section == "stderr") return outcome.error;
  return shown_file(folder / section.substr(std::string("shows ").size()));
}

class cli : public testing::TestWithParam<std::string> {};

TEST_P(cli, does_what_is_written) {
  const auto program = support::program();
  ASSERT_TRUE(program) << "ASSIZE_PROGRAM does not name the built program";
  const fs::path path = golden_folder() / (GetParam() + ".txt");
  GoldenFile golden = read_golden(path);
  const fs::path folder = support::fresh_folder();
  Outcome outcome;
  int commands = 0;
  int expectations = 0;
  for (Section& section : golden.sections) {
    if (section.name == "command") {
      outcome = run_shell(section.text, folder, *program);
      ++commands;
    } else if (is_expectation(section.name)) {
      ASSERT_GT(commands, 0) << "an expectation stands before the command";
      const std::string obtained = obtained_text(section.name, outcome, folder);
      if (!support::is_accepting()) {
        EXPECT_EQ(section.text, obtained) << section.name;
      }
      section.text = obtained;
      ++expectations;
    } else if (section.name.starts_with("with ")) {
      fs::copy(golden_folder() / section.name.substr(std::string("with ").size()), folder,
               fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    } else {
      write_file(folder / section.name, section.text);
    }
  }
  EXPECT_GT(expectations, 0) << "nothing is expected";
  if (support::is_accepting()) write_golden(path, golden);
  fs::remove_all(folder);
}

// CTest and GoogleTest allow letters, digits and `_` in the name of a case.
std::string case_name(const testing::TestParamInfo<std::string>& golden) {
  std::string name = golden.param;
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return letter == '/' || letter == '-'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(golden, cli, testing::ValuesIn(golden_names()), case_name);

}  // namespace
}  // namespace assize::golden
