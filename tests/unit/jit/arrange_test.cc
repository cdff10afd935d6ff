// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/arrange.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/lower/from_framework.h"
#include "tests/unit/jit/generated_records.h"
#include "tests/unit/lower/compile_text.h"

namespace assize::jit {
namespace {

using lower::tests::CompiledText;

class Arrange : public testing::Test {
 protected:
  Arrange()
      : text_("frameworks/ascof/2024-25.assize", "ascof", "2024-25"),
        inputs_(tests::generate(*text_.framework(), text_.measure("settled_home").from,
                                {.people = 50})),
        plan_(*lower::from_framework(*text_.framework(), {&text_.measure("settled_home")},
                                     text_.sources())) {}

  CompiledText text_;
  bind::Inputs inputs_;
  plan::Plan plan_;
};

TEST_F(Arrange, a_persons_records_lie_together_by_council_and_start) {
  const auto arranged = arrange(inputs_, plan_);
  ASSERT_TRUE(arranged);
  const ArrangedCollection& collection = arranged->collections[0];
  const bind::Records& records = *collection.records;
  ASSERT_EQ(collection.origin.size(), records.size);
  const bind::Column& start = records.fields[static_cast<std::size_t>(plan_.collections[0].starts)];
  for (std::size_t row = 1; row < collection.origin.size(); ++row) {
    const std::uint32_t before = collection.origin[row - 1];
    const std::uint32_t here = collection.origin[row];
    const std::string& person_before = inputs_.texts->folded(records.person[before]);
    const std::string& person_here = inputs_.texts->folded(records.person[here]);
    ASSERT_LE(person_before, person_here);
    if (person_before != person_here) continue;
    ASSERT_LE(records.council[before], records.council[here]);
    if (records.council[before] == records.council[here]) {
      ASSERT_LE(start.at(before), start.at(here));
    }
  }
}

TEST_F(Arrange, every_record_belongs_to_one_file) {
  const auto arranged = arrange(inputs_, plan_);
  ASSERT_TRUE(arranged);
  const FileSpace& space = arranged->space_of(0);
  std::uint32_t next = 0;
  for (std::size_t file = 0; file < space.size(); ++file) {
    EXPECT_EQ(space.rows[0].first[file], next);
    EXPECT_GT(space.rows[0].last[file], next);
    next = space.rows[0].last[file];
  }
  EXPECT_EQ(next, arranged->collections[0].records->size);
}

TEST_F(Arrange, the_order_of_the_rows_does_not_show) {
  const auto arranged = arrange(inputs_, plan_);
  ASSERT_TRUE(arranged);
  // The same records from the last to the first.
  bind::Records& records = *inputs_.collections[0];
  const auto cells_by_key = [&](const Arranged& from) {
    std::vector<std::int64_t> cells;
    const bind::Column& key =
        records.fields[static_cast<std::size_t>(plan_.collections[0].unique[0])];
    for (const std::uint32_t row : from.collections[0].origin) cells.push_back(key.at(row));
    return cells;
  };
  const std::vector<std::int64_t> before = cells_by_key(*arranged);
  for (bind::Column& column : records.fields) {
    std::vector<std::int64_t> cells;
    for (std::size_t row = records.size; row-- > 0;) cells.push_back(column.at(row));
    column = bind::Column::narrowest(cells);
  }
  std::reverse(records.council.begin(), records.council.end());
  std::reverse(records.person.begin(), records.person.end());
  const auto again = arrange(inputs_, plan_);
  ASSERT_TRUE(again);
  EXPECT_EQ(cells_by_key(*again), before);
}

}  // namespace
}  // namespace assize::jit
