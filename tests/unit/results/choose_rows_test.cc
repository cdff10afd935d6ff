// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/choose_rows.h"

#include <gtest/gtest.h>

#include "compiler/check/groups.h"
#include "tests/unit/results/small_framework.h"

namespace assize::results {
namespace {

/// Gender crossed with age, in bands of young and old; a row for each group in England and the
/// North.
struct Crossed : SmallFramework {
  Crossed() {
    check::Dimension age;
    age.name = "age";
    for (const char* label : {"young", "old"}) {
      check::Band band;
      band.label = label;
      age.bands.push_back(std::move(band));
    }
    part().splits.front().dimensions.push_back(std::move(age));
  }

  // Groups left after a choice, `England total`, those of the North alike.
  std::vector<std::string> left_by(const By& by) {
    Results results;
    for (const Level level : {Level::kEngland, Level::kGrouping, Level::kCouncil}) {
      for (const check::Group& group : check::groups_of(part())) {
        Row row;
        row.of_measure = measure;
        row.of_part = &part();
        row.level = level;
        row.geography_level = level == Level::kEngland    ? "england"
                              : level == Level::kGrouping ? "region"
                                                          : "council";
        row.breakdown = group.breakdown;
        row.group = group.label;
        results.rows.push_back(std::move(row));
      }
    }
    keep_rows(by, results);
    std::vector<std::string> left;
    for (const Row& row : results.rows) left.push_back(row.geography_level + " " + row.group);
    return left;
  }
};

TEST(choose_rows, of_a_crossing_the_groups_stay_in_which_the_rest_is_at_its_total) {
  Crossed small;
  const std::vector<std::string> left = {"england total", "england male; total",
                                         "england female; total"};
  EXPECT_EQ(small.left_by({{"region_of_another_edition"}, {"gender"}}), left);
}

TEST(choose_rows, a_level_alone_keeps_totals) {
  Crossed small;
  const std::vector<std::string> left = {"england total", "region total"};
  EXPECT_EQ(small.left_by({{"region"}, {}}), left);
}

TEST(choose_rows, without_a_level_every_place_stays) {
  Crossed small;
  EXPECT_EQ(small.left_by({{}, {"gender", "age"}}).size(),
            3 * check::groups_of(small.part()).size());
}

TEST(choose_rows, choices_are_levels_and_what_is_split_or_tabulated) {
  Crossed small;
  const Choices choices = choices_of(small.framework, {small.measure});
  EXPECT_EQ(choices.levels, (std::vector<std::string>{"region", "council"}));
  EXPECT_EQ(choices.dimensions, (std::vector<std::string>{"gender", "age"}));
}

}  // namespace
}  // namespace assize::results
