// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Generated client-level data with the figures and units that an independent implementation of the
// published logic gives. Compared cell for cell and unit for unit, on each engine.

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/published/csv_rows.h"
#include "tests/published/run_program.h"
#include "tests/support/places.h"

namespace assize::published {
namespace {

struct Case {
  const char* folder;
  const char* period;
  const char* engine;

  // The compiled engine does not do the others yet; what it does is compared on it all the same.
  bool is_compiled() const { return std::string(engine) == "jit"; }
  bool has(const std::string& code) const {
    return !is_compiled() || code.starts_with("2E") || code.starts_with("3D") ||
           code == "client_budgets" || code == "carer_budgets";
  }
};

// Where a row of `expected.csv` stands in the results; nothing for tables that are not figures.
struct Place {
  std::string code;
  std::string group;
};

std::string small(const std::string& group) {
  return group == "Total" || group == "Male" || group == "Female"
             ? std::string(1, static_cast<char>(group[0] + 32)) + group.substr(1)
             : group;
}

std::string slice(const std::string& group) {
  if (group == "65-74") return "65 to 74";
  if (group == "75-84") return "75 to 84";
  if (group == "85+") return "85 and above";
  return small(group);
}

std::optional<Place> place_of(const CsvRow& row) {
  const std::string& measure = row.at("measure");
  const std::string& part = row.at("part");
  const std::string& group = row.at("group");
  if (measure == "2A" && part.empty()) return Place{"2A", small(group)};
  if ((measure == "2B" || measure == "2C") && part.empty()) return Place{measure, "total"};
  if (measure == "2D" && (part == "1" || part == "2")) {
    const std::string client = small(row.at("breakdown"));
    const std::string of_client = slice(group);
    const bool all = client == "total" && of_client == "total";
    return Place{"2D(" + part + ")", all ? "total" : client + "; " + of_client};
  }
  if (measure == "2E" && part == "LD") return Place{"2E(1)", small(group)};
  if (measure == "2E" && part == "All") {
    return Place{row.at("breakdown") == "18 to 64" ? "2E(2a)" : "2E(2b)", small(group)};
  }
  const bool budgets = part == "1a" || part == "2a" || part == "1b" || part == "2b";
  if (measure == "3D" && budgets) return Place{"3D(" + part + ")", small(group)};
  return std::nullopt;
}

double number(const std::string& cell) { return cell.empty() ? 0.0 : std::stod(cell); }

// A council that sent nothing has no figure; the answers write 0, and its population.
bool same_figure(const CsvRow& expected, const CsvRow& row, const std::string& code) {
  if (row.at("status") == "x") return number(expected.at("numerator")) == 0;
  if (number(expected.at("numerator")) != number(row.at("numerator"))) return false;
  if (number(expected.at("denominator")) != number(row.at("denominator"))) return false;
  if (number(expected.at("denominator")) == 0) return row.at("value").empty();
  // 2D's answers stand before its second rounding.
  const double apart = code.starts_with("2D") ? 0.0501 : 1e-9;
  return !row.at("value").empty() &&
         std::abs(number(expected.at("value")) - number(row.at("value"))) <= apart;
}

class CldCases : public ::testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    const auto shared = support::shared_data();
    if (!shared) GTEST_SKIP() << support::kNoSharedData;
    if (!support::program()) GTEST_SKIP() << "the program is not built";
    folder_ = *shared / "data" / "cld-cases" / GetParam().folder;
    out_ = support::fresh_folder();
    std::vector<std::string> arguments = {
        "run", "ascof@2024-25", "--frameworks", (support::source_root() / "frameworks").string(),
        "--data", folder_.string(), "--period", GetParam().period, "--experimental",
        "--engine", GetParam().engine, "--out", (out_ / "r.csv").string(),
        "--units", (out_ / "u.csv").string()};
    if (GetParam().is_compiled()) {
      arguments.insert(arguments.end(), {"--measure", "settled_home,client_budgets,carer_budgets"});
    }
    const ProgramRun run = run_program(arguments);
    if (run.output.find("built without the compiled engine") != std::string::npos) {
      GTEST_SKIP() << "the program is built without the compiled engine";
    }
    ASSERT_EQ(run.exit_code, 0) << run.output;
  }

  std::filesystem::path folder_;
  std::filesystem::path out_;
};

TEST_P(CldCases, every_cell_is_the_published_one) {
  std::map<std::string, CsvRow> rows;
  for (const CsvRow& row : read_csv(out_ / "r.csv")) {
    const std::string& level = row.at("geography_level");
    if (level != "council" && level != "england") continue;
    const std::string area = level == "england" ? "England" : row.at("geography_code");
    rows[row.at("code") + "|" + area + "|" + row.at("group")] = row;
  }
  // Only a council without any record may be `x`.
  std::set<std::string> sent;
  for (const CsvRow& event : read_csv(folder_ / "cld.csv")) {
    const std::string code = event.at("LA_Code").substr(0, 3);
    sent.insert({static_cast<char>(std::toupper(code[0])), static_cast<char>(std::toupper(code[1])), code[2]});
  }
  int compared = 0;
  for (const CsvRow& expected : read_csv(folder_ / "expected.csv")) {
    const auto place = place_of(expected);
    if (!place || !GetParam().has(place->code)) continue;
    const std::string key = place->code + "|" + expected.at("area") + "|" + place->group;
    const auto row = rows.find(key);
    ASSERT_NE(row, rows.end()) << key;
    ++compared;
    const bool is_council = expected.at("area") != "England";
    EXPECT_EQ(row->second.at("status") == "x", is_council && !sent.contains(expected.at("area"))) << key;
    EXPECT_TRUE(same_figure(expected, row->second, place->code))
        << key << ": expected " << expected.at("numerator") << " of " << expected.at("denominator")
        << " = " << expected.at("value") << ", got " << row->second.at("numerator") << " of "
        << row->second.at("denominator") << " = " << row->second.at("value");
  }
  EXPECT_EQ(compared, GetParam().is_compiled() ? 63 : 222);
}

TEST_P(CldCases, every_unit_has_the_published_verdict) {
  std::map<std::string, std::string> verdicts;
  for (const CsvRow& row : read_csv(out_ / "u.csv")) {
    const std::string code = row.at("code").empty() ? row.at("measure") : row.at("code");
    const std::string key = code + "|" + row.at("council") + "|" + row.at("person");
    if (code == "2A") {
      verdicts[key + "|" + row.at("start") + "|" + row.at("end") + "|" + row.at("step")] = row.at("counted");
    } else if (row.at("counted") == "numerator" || !verdicts.contains(key)) {
      verdicts[key] = row.at("counted");  // of several stays, the one that counts
    }
  }
  int compared = 0;
  for (const CsvRow& expected : read_csv(folder_ / "expected_units.csv")) {
    std::string code = expected.at("measure");
    if (code == "3D clients") code = "client_budgets";
    if (code == "3D carers") code = "carer_budgets";
    if (!GetParam().has(code)) continue;
    std::string key = code + "|" + expected.at("council") + "|" + expected.at("person");
    if (code == "2A") {
      key += "|" + expected.at("start") + "|" + expected.at("end") + "|" + expected.at("step");
    }
    const std::string& counted = expected.at("counted");
    ++compared;
    EXPECT_EQ(verdicts[key], counted == "counted" ? "numerator" : counted) << "a unit of " << code;
  }
  EXPECT_GT(compared, 0);
  RecordProperty("units", compared);
}

INSTANTIATE_TEST_SUITE_P(
    folders, CldCases,
    ::testing::Values(Case{"small", "2024-25", "interpreter"}, Case{"clean", "2024-25", "interpreter"},
                      Case{"noisy", "2024-25", "interpreter"},
                      Case{"year-before", "2023-24", "interpreter"}, Case{"small", "2024-25", "jit"},
                      Case{"clean", "2024-25", "jit"}, Case{"noisy", "2024-25", "jit"},
                      Case{"year-before", "2023-24", "jit"}),
    [](const ::testing::TestParamInfo<Case>& tested) {
      std::string name = std::string(tested.param.folder) + "_" + tested.param.engine;
      for (char& c : name) c = c == '-' ? '_' : c;
      return name;
    });

}  // namespace
}  // namespace assize::published
