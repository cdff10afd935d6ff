// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The documents cannot drift: every example of an error page gives what the page says, every example of
// the language reference compiles, every code has a page.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "compiler/syntax/parse.h"
#include "tests/published/run_program.h"
#include "tests/spec/document_blocks.h"
#include "tests/support/places.h"

namespace assize::spec {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

fs::path written(const Block& block) {
  const fs::path path = support::fresh_folder() / "example.assize";
  std::ofstream(path) << block.text;
  return path;
}

// Codes about tests are found when the tests are run; all others when the file is checked.
std::string found_by(const std::string& code, const fs::path& file) {
  const char* command = code.starts_with("E07") ? "test" : "check";
  return published::run_program({command, file.string()}).output;
}

std::vector<fs::path> error_pages() {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(support::source_root() / "docs" / "errors")) {
    const std::string name = entry.path().stem().string();
    if (std::regex_match(name, std::regex("[EWDI][0-9]{4}"))) pages.push_back(entry.path());
  }
  std::sort(pages.begin(), pages.end());
  return pages;
}

std::vector<Block> examples_of(const fs::path& page) {
  std::vector<Block> examples = blocks_of(page);
  std::erase_if(examples, [](const Block& block) { return block.kind != "assize"; });
  return examples;
}

TEST(error_pages, each_example_gives_its_code_and_the_mended_one_does_not) {
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  int compared = 0;
  for (const fs::path& page : error_pages()) {
    const std::string code = page.stem().string();
    const auto examples = examples_of(page);
    if (examples.empty()) continue;  // what no file of a page's size can show says so in words
    ASSERT_EQ(examples.size(), 2U) << code;
    const std::string mark = "[" + code + "]";
    const std::string failing = found_by(code, written(examples[0]));
    EXPECT_NE(failing.find(mark), std::string::npos) << code << " is not given:\n" << failing;
    const std::string mended = found_by(code, written(examples[1]));
    EXPECT_EQ(mended.find("error["), std::string::npos) << code << ", mended:\n" << mended;
    EXPECT_EQ(mended.find(mark), std::string::npos) << code << ", mended:\n" << mended;
    ++compared;
  }
  EXPECT_GT(compared, 45);
}

TEST(error_pages, every_code_has_a_page) {
  std::set<std::string> codes;
  const std::regex code("\"([EWDI][0-9]{4})\"");
  for (const auto& entry : fs::recursive_directory_iterator(support::source_root() / "compiler")) {
    if (entry.path().filename() != "errors.h") continue;
    const std::string text = text_of(entry.path());
    // One stage may word one mistake in several ways; no other stage may use its code.
    std::set<std::string> of_stage;
    for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at) {
      of_stage.insert((*at)[1]);
    }
    for (const std::string& one : of_stage) {
      EXPECT_TRUE(codes.insert(one).second) << one << " belongs to two stages";
    }
  }
  EXPECT_GT(codes.size(), 40U);
  for (const std::string& one : codes) {
    EXPECT_TRUE(fs::exists(support::source_root() / "docs" / "errors" / (one + ".md"))) << one;
  }
}

TEST(language_reference, every_whole_example_compiles) {
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  int compared = 0;
  for (const auto& entry : fs::directory_iterator(support::source_root() / "docs" / "language")) {
    for (const Block& block : examples_of(entry.path())) {
      const auto run = published::run_program({"test", written(block).string()});
      EXPECT_TRUE(run.exit_code == 0 || run.output.find("there is no test") != std::string::npos)
          << entry.path().filename() << ", line " << block.line << "\n" << run.output;
      const auto checked = published::run_program({"check", written(block).string()});
      EXPECT_EQ(checked.exit_code, 0)
          << entry.path().filename() << ", line " << block.line << "\n" << checked.output;
      ++compared;
    }
  }
  EXPECT_GT(compared, 0);
}

// A fragment stands inside a measure, or is a declaration without what it names.
bool parses(const std::string& text) {
  source::Sources sources;
  diagnostics::Sink sink;
  syntax::parse(sources, sources.add("fragment.assize", text), sink);
  return !sink.has_errors();
}

TEST(language_reference, every_fragment_parses) {
  for (const auto& entry : fs::directory_iterator(support::source_root() / "docs" / "language")) {
    for (const Block& block : blocks_of(entry.path())) {
      if (block.kind != "assize fragment") continue;
      EXPECT_TRUE(parses(block.text) || parses("measure m {\n" + block.text + "}\n") ||
                  parses("collection c {\n" + block.text + "}\n") ||
                  parses("edition a 2024-25 {\n" + block.text + "}\n") ||
                  parses("measure m {\nlet x = " + block.text + "}\n"))
          << entry.path().filename() << ", line " << block.line << "\n" << block.text;
    }
  }
}

}  // namespace
}  // namespace assize::spec
