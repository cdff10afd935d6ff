// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/sheets/read_workbook.h"
#include "tests/support/places.h"
#include "tests/unit/sheets/packed_files.h"

namespace assize::sheets {
namespace {

Workbook read(const std::string& text) {
  const auto path = support::fresh_folder() / "table.csv";
  write_text(path, text);
  auto made = read_workbook(path.string());
  EXPECT_TRUE(made) << (made ? "" : made.failure().message);
  return made ? *std::move(made) : Workbook{};
}

TEST(read_csv_sheet, keeps_texts_and_the_numbers_of_lines) {
  const Workbook made = read(
      "\xEF\xBB\xBF"
      "a,b\n\n\"x, \"\"y\"\"\nz\", 2 \n3,4\n");
  ASSERT_EQ(made.sheets.size(), 1U);
  const Sheet& sheet = made.sheets.front();
  EXPECT_EQ(sheet.name, "table.csv");
  EXPECT_EQ(sheet.text(0, 0), "a");
  EXPECT_EQ(sheet.text(2, 0), "x, \"y\"\nz");
  EXPECT_EQ(sheet.text(2, 1), "2");
  EXPECT_EQ(sheet.text(4, 1), "4");  // the cell above took two lines
  EXPECT_EQ(sheet.text(9, 9), "");
}

TEST(read_csv_sheet, reads_windows_1252_and_says_so) {
  const Workbook made = read("life \x96 impact,1\n");
  EXPECT_EQ(made.sheets.front().text(0, 0), "life \xE2\x80\x93 impact");
  ASSERT_EQ(made.remarks.size(), 1U);
  EXPECT_THAT(made.remarks.front(), testing::HasSubstr("Windows-1252"));
}

TEST(read_csv_sheet, refuses_what_is_no_table) {
  const auto folder = support::fresh_folder();
  write_text(folder / "empty.csv", "");
  write_text(folder / "open.csv", "a,\"b\n");
  write_text(folder / "bytes.csv", std::string("a\0b", 3));
  for (const char* name : {"empty.csv", "open.csv", "bytes.csv"}) {
    const auto made = read_workbook((folder / name).string());
    ASSERT_FALSE(made) << name;
    EXPECT_EQ(made.failure().kind, columns::FailureKind::kData);
    EXPECT_THAT(made.failure().message, testing::HasSubstr(name));
  }
  EXPECT_EQ(read_workbook((folder / "absent.csv").string()).failure().kind,
            columns::FailureKind::kInputOutput);
}

}  // namespace
}  // namespace assize::sheets
