// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/find_measures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::driver {
namespace {

using check::Mark;
using testing::ElementsAre;

/// 2A, and 2E in two parts.
struct TwoMeasures {
  TwoMeasures() {
    framework.family = "ascof";
    framework.year = "2024-25";
    add("reablement_sequel", "2A", {{"", ""}});
    add("settled_home", "2E", {{"aged_18_to_64", "2E(2a)"}, {"aged_65_and_over", "2E(2b)"}});
  }
  void add(const char* name, const char* code,
           const std::vector<std::pair<std::string, std::string>>& parts) {
    framework.measures.push_back(std::make_unique<check::Measure>());
    check::Measure& measure = *framework.measures.back();
    measure.name = name;
    measure.code = code;
    for (const auto& [part_name, part_code] : parts) {
      measure.parts.emplace_back();
      measure.parts.back().name = part_name;
      measure.parts.back().code = part_code;
    }
  }
  std::vector<std::string> names(const std::vector<std::string>& asked, bool experimental = false) {
    const auto chosen = find_measures(framework, asked, experimental);
    std::vector<std::string> found;
    if (!chosen) return {"failure: " + chosen.failure().message};
    for (const auto* measure : chosen->measures) found.push_back(measure->name);
    for (const auto* part : chosen->parts) found.push_back("." + part->name);
    return found;
  }

  check::Framework framework;
};

TEST(find_measures, without_names_all_of_them_but_experimental_ones) {
  TwoMeasures made;
  EXPECT_THAT(made.names({}), ElementsAre("reablement_sequel", "settled_home"));
  made.framework.marks.push_back(
      {"settled_home", Mark::Status::kExperimental, "2026-09-30", {}, "", {}});
  EXPECT_THAT(made.names({}), ElementsAre("reablement_sequel"));
  EXPECT_THAT(made.names({}, true), ElementsAre("reablement_sequel", "settled_home"));
}

TEST(find_measures, by_code_or_name_of_a_measure_or_a_part_in_the_order_of_the_edition) {
  TwoMeasures made;
  EXPECT_THAT(made.names({"2e", "2A"}), ElementsAre("reablement_sequel", "settled_home",
                                                    ".aged_18_to_64", ".aged_65_and_over", "."));
  EXPECT_THAT(made.names({"2E(2a)"}), ElementsAre("settled_home", ".aged_18_to_64"));
  EXPECT_THAT(made.names({"settled_home.aged_65_and_over"}),
              ElementsAre("settled_home", ".aged_65_and_over"));
}

TEST(find_measures, a_name_that_is_not_there_is_a_usage_error_with_the_nearest) {
  TwoMeasures made;
  const auto chosen = find_measures(made.framework, {"setled_home"}, false);
  ASSERT_FALSE(chosen);
  EXPECT_EQ(chosen.failure().kind, columns::FailureKind::kUsage);
  EXPECT_EQ(chosen.failure().advice.front(), "Did you mean settled_home?");
}

}  // namespace
}  // namespace assize::driver
