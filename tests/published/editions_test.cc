// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// The editions of the framework: what each holds, and which councils existed in it.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/published/run_program.h"
#include "tests/support/places.h"

namespace assize::published {
namespace {

struct Edition {
  const char* name;
  const char* codes;  // of measures and parts, in any order
  int councils;
};

constexpr Edition kEditions[] = {
    {"2011-12",
     "1A 1B 1C(1) 1C(2) 1D 1E 1F 1G 1H 2A(1) 2A(2) 2B(1) 2B(2) 2C(1) 2C(2) 3A 3B 3C 3D 4A 4B", 152},
    {"2012-13",
     "1A 1B 1C(1) 1C(2) 1D 1E 1F 1G 1H 2A(1) 2A(2) 2B(1) 2B(2) 2C(1) 2C(2) 2D 2E 2F 3A 3B 3C 3D 4A "
     "4B",
     152},
    {"2013-14",
     "1A 1B 1C(1) 1C(2) 1D 1E 1F 1G 1H 1I(1) 1I(2) 2A(1) 2A(2) 2B(1) 2B(2) 2C(1) 2C(2) 2D 2E 2F 3A "
     "3B 3C 3D(1) 3D(2) 3E 4A 4B 4C",
     152},
    {"2014-15",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2D 2E 2F 3A 3B 3C 3D(1) 3D(2) 3E 4A 4B 4C",
     152},
    {"2015-16",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2D 2E 2F 3A 3B 3C 3D(1) 3D(2) 3E 4A 4B",
     152},
    {"2016-17",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2D 2E 2F 3A 3B 3C 3D(1) 3D(2) 3E 4A 4B",
     152},
    {"2017-18",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2C(3) 2D 2F 3A 3B 3C 3D(1) 3D(2) 3E 4A 4B",
     152},
    {"2018-19",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2C(3) 2D 2F 3A 3B 3C 3D(1) 3D(2) 3E 4A 4B",
     152},
    {"2019-20",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2C(3) 2D 3A 3B 3C 3D(1) 3D(2) 4A 4B",
     151},
    {"2020-21",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2C(3) 2D 3A 3B 3C 3D(1) 3D(2) 4A 4B",
     151},
    {"2021-22",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2C(3) 2D 3A 3B 3C 3D(1) 3D(2) 4A 4B",
     152},
    {"2022-23",
     "1A 1B 1C(1A) 1C(1B) 1C(2A) 1C(2B) 1D 1E 1F 1G 1H 1I(1) 1I(2) 1J 2A(1) 2A(2) 2B(1) 2B(2) "
     "2C(1) "
     "2C(2) 2C(3) 2D 3A 3B 3C 3D(1) 3D(2) 4A 4B",
     152},
    {"2023-24-draft",
     "1A 1B 1C 1D 1E 2A 2B 2C 2D 2D(1) 2D(2) 2E 2E(1) 2E(2a) 2E(2b) 3A 3B 3C(1) 3C(2) 3D(1b) "
     "3D(2a) "
     "3D(2b) 4A 4B 5A(1) 5A(2) 6A 6B",
     153},
    {"2023-24",
     "1A 1B 1C 1D 1E 2A 2B 2C 2D(1) 2D(2) 2E 3A 3B 3C(1) 3C(2) 3D(1a) 3D(1b) 3D(2a) 3D(2b) 4A 4B "
     "5A(1) 5A(2) 6A 6B",
     153},
    {"2024-25",
     "1A 1B 1C 1D 1E 2A 2B 2C 2D 2D(1) 2D(2) 2E 2E(1) 2E(2a) 2E(2b) 3A 3B 3C(1) 3C(2) 3D(1a) "
     "3D(1b) "
     "3D(2a) 3D(2b) 4A 4B 5A(1) 5A(2) 6A 6B",
     153},
    {"2025-26",
     "1A 1B 1C 1D 1E 2A 2B 2C 2D 2D(1) 2D(2) 2E 2E(1) 2E(2a) 2E(2b) 3A 3B 3C(1) 3C(2) 3D(1a) "
     "3D(1b) "
     "3D(2a) 3D(2b) 4A 4B 5A(1) 5A(2) 6A 6B",
     153},
};

std::set<std::string> words_of(const std::string& text) {
  std::istringstream words(text);
  std::set<std::string> made;
  for (std::string word; words >> word;) made.insert(word);
  return made;
}

std::string frameworks() { return (support::source_root() / "frameworks").string(); }

std::string shown(const std::string& edition) {
  return run_program({"show", edition, "--frameworks", frameworks()}).output;
}

// Codes stand three places in, before a name or a part.
std::set<std::string> codes_shown(const std::string& text) {
  std::istringstream lines(text);
  std::set<std::string> codes;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("   ") && line.size() > 3 && line[3] != ' ') {
      codes.insert(line.substr(3, line.find(' ', 3) - 3));
    }
  }
  return codes;
}

std::filesystem::path written(const std::string& name, const std::string& text) {
  const auto path = support::fresh_folder() / name;
  std::ofstream(path) << text;
  return path;
}

constexpr const char* kHeader =
    "Geographical Code,Geographical Level,ASCOF Measure Code,Measure Type,Measure Value\n";

class editions : public testing::TestWithParam<Edition> {};

TEST_P(editions, compiles_and_holds_the_codes_of_its_year) {
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  const Edition& edition = GetParam();
  const std::string name = std::string("ascof@") + edition.name;
  const ProgramRun checked = run_program({"check", name, "--frameworks", frameworks()});
  EXPECT_EQ(checked.exit_code, 0) << checked.output;
  EXPECT_EQ(codes_shown(shown(name)), words_of(edition.codes));
}

TEST_P(editions, has_the_councils_of_its_last_day) {
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  const Edition& edition = GetParam();
  const auto data = written("workforce.csv", "cassr,rate\n211,24.8\n");
  const auto figures =
      written("open_data.csv", std::string(kHeader) + "211,Council,1A,Numerator,10\n");
  const ProgramRun run = run_program({"run", std::string("ascof@") + edition.name, "--frameworks",
                                      frameworks(), "--data", "workforce=" + data.string(),
                                      "--data", "open_data=" + figures.string(), "--out",
                                      (support::fresh_folder() / "r.csv").string()});
  EXPECT_EQ(run.exit_code, 0) << run.output;
  EXPECT_NE(run.output.find(" " + std::to_string(edition.councils) + " councils, 9 regions, 5"),
            std::string::npos)
      << run.output;
}

INSTANTIATE_TEST_SUITE_P(of_the_framework, editions, testing::ValuesIn(kEditions),
                         [](const testing::TestParamInfo<Edition>& edition) {
                           std::string name = edition.param.name;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return "ascof_" + name;
                         });

TEST(editions_in_force, a_code_that_changed_its_meaning_names_another_measure) {
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  EXPECT_NE(shown("ascof@2022-23").find("4B        services_make_safe"), std::string::npos);
  EXPECT_NE(shown("ascof@2023-24").find("4B        s42_risk_reduced"), std::string::npos);
}

TEST(editions_in_force, the_number_809_names_another_council_after_2019) {
  if (!support::program()) GTEST_SKIP() << "the program is not built";
  const auto data = written("open_data.csv", std::string(kHeader) +
                                                 "809,Council,2D,Numerator,3\n"
                                                 "809,Council,2D,Denominator,4\n");
  const auto code_in = [&](const std::string& year) {
    const auto out = support::fresh_folder() / "r.csv";
    const ProgramRun run =
        run_program({"run", "ascof@" + year, "--measure", "2D", "--frameworks", frameworks(),
                     "--data", "open_data=" + data.string(), "--out", out.string()});
    EXPECT_EQ(run.exit_code, 0) << run.output;
    std::ifstream file(out);
    std::string found;
    for (std::string line; std::getline(file, line);) {
      if (line.find(",Dorset,total,total,3,4,75.0,") == std::string::npos) continue;
      found = line.substr(line.find(",council,") + 9, 9);
    }
    return found;
  };
  EXPECT_EQ(code_in("2018-19"), "E10000009");
  EXPECT_EQ(code_in("2019-20"), "E06000059");
}

}  // namespace
}  // namespace assize::published
