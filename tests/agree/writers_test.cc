// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// What writes, compares and shrinks trials does what it says.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "compiler/format/format.h"
#include "tests/agree/agreement.h"
#include "tests/agree/compiled.h"
#include "tests/agree/isolated.h"
#include "tests/agree/program.h"
#include "tests/agree/shrink.h"
#include "tests/support/places.h"

namespace assize::agree {
namespace {

TEST(generator, writes_the_same_for_the_same_seed_and_another_program_for_another) {
  EXPECT_EQ(generate_program(5, 3).text(), generate_program(5, 3).text());
  EXPECT_NE(generate_program(5, 3).text(), generate_program(6, 3).text());
}

// Nothing else writes as many different expressions.
TEST(generator, writes_programs_that_can_be_laid_out) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    source::Sources sources;
    diagnostics::Sink sink;
    const std::string text = generate_program(seed, 4).text();
    const auto once = format::format(sources, sources.add("a.assize", text), sink);
    ASSERT_EQ(once.outcome, format::Formatted::Outcome::kDone) << text;
    const auto twice = format::format(sources, sources.add("a.assize", once.text), sink);
    EXPECT_EQ(twice.text, once.text);
  }
}

TEST(generator, writes_the_same_records_for_the_same_seed) {
  const Schema schema = generate_program(5, 1).schema;
  EXPECT_EQ(generate_data(schema, 5, 2).at("visits_data").rows, generate_data(schema, 5, 2).at("visits_data").rows);
  EXPECT_NE(generate_data(schema, 5, 2).at("visits_data").rows, generate_data(schema, 5, 3).at("visits_data").rows);
}

TEST(data_sets, are_read_as_they_were_written) {
  const std::filesystem::path folder = support::fresh_folder();
  const DataSet data{{"visits_data", {{"a", "b"}, {{"1", "x, y"}, {"", "2"}}}}};
  write_data(data, folder);
  EXPECT_EQ(read_data(folder).at("visits_data").rows, data.at("visits_data").rows);
  std::filesystem::remove_all(folder);
}

TEST(agreement, survives_being_written_as_text) {
  Agreement made;
  made.measures = 3;
  made.stopped = 1;
  made.skipped["not built yet: episodes"] = 2;
  made.constructs = {"kWhere", "window after"};
  made.found = {{"m1", 4, "one line\nanother\n"}, {"", 0, "of all\n"}};
  EXPECT_EQ(Agreement::from_text(made.to_text()).to_text(), made.to_text());
  EXPECT_EQ(Agreement::from_text(made.to_text()).found[0].difference, "one line\nanother\n");
}

TEST(isolated_work, that_breaks_down_is_a_result) {
  const std::filesystem::path folder = support::fresh_folder();
  EXPECT_EQ(run_isolated(folder, [] { return std::string("done"); }, 10).text, "done");
  const Ended ended = run_isolated(folder, []() -> std::string { abort(); }, 10);
  EXPECT_TRUE(ended.broke_down);
  EXPECT_NE(ended.text.find("broke down"), std::string::npos);
  std::filesystem::remove_all(folder);
}

TEST(shrinking, leaves_what_is_looked_for_and_little_else) {
  const Program program = generate_program(9, 1);
  Trial trial{program.text(), generate_data(program.schema, 9, 3)};
  ASSERT_NE(Compiled(trial.text).framework(), nullptr) << Compiled(trial.text).errors();
  const std::string wanted = trial.data.at("visits_data").rows[2][2];
  const auto still_fails = [&](const Trial& smaller) {
    const auto& rows = smaller.data.at("visits_data").rows;
    return smaller.text.find("  show ") != std::string::npos &&
           std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row[2] == wanted; });
  };
  const Trial small = shrink(trial, still_fails, 2000);
  EXPECT_TRUE(still_fails(small));
  EXPECT_LE(small.data.at("visits_data").rows.size(), 1U);
  EXPECT_TRUE(small.data.at("stays_data").rows.empty());
  EXPECT_LT(small.text.size() * 2, trial.text.size());
  EXPECT_NE(Compiled(small.text).framework(), nullptr);
}

}  // namespace
}  // namespace assize::agree
