// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>

#include "runtime/sheets/read_workbook.h"
#include "tests/support/places.h"
#include "tests/unit/sheets/packed_files.h"

namespace assize::sheets {
namespace {

TEST(read_xls, a_binary_workbook_is_read_cell_by_cell) {
  const auto path = support::fresh_folder() / "t.xls";
  write_xls(path, "Persons",
            {{"CODE", "NAME", "ALL AGES"}, {}, {"E06000047", "County Durham", "519695"}});
  const auto made = read_workbook(path.string());
  ASSERT_TRUE(made) << made.failure().message;
  ASSERT_EQ(made->sheets.size(), 1U);
  EXPECT_EQ(made->sheets.front().name, "Persons");
  EXPECT_EQ(made->sheets.front().text(0, 1), "NAME");
  EXPECT_EQ(made->sheets.front().text(2, 2), "519695");
  EXPECT_TRUE(made->sheets.front().rows[2][2].is_number);
}

TEST(read_xls, a_damaged_one_is_told) {
  const auto path = support::fresh_folder() / "t.xls";
  write_text(path, std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(2000, 'x'));
  const auto made = read_workbook(path.string());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.failure().kind, columns::FailureKind::kData);
}

}  // namespace
}  // namespace assize::sheets
