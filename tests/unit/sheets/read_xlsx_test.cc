// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "runtime/sheets/read_workbook.h"
#include "tests/support/places.h"
#include "tests/unit/sheets/packed_files.h"

namespace assize::sheets {
namespace {

TEST(read_xlsx, numbers_are_decimal_and_texts_stay) {
  const auto path = support::fresh_folder() / "t.xlsx";
  write_xlsx(path, "in", {{"Code", "Value"}, {}, {"901", "79.40000000000001"}, {"x", "[c]"}});
  const auto made = read_workbook(path.string());
  ASSERT_TRUE(made) << made.failure().message;
  const Sheet& sheet = made->sheets.front();
  EXPECT_EQ(sheet.name, "in");
  EXPECT_EQ(sheet.rows.size(), 4U);
  EXPECT_EQ(sheet.text(2, 0), "901");
  EXPECT_EQ(sheet.text(2, 1), "79.4");
  EXPECT_TRUE(sheet.rows[2][1].is_number);
  EXPECT_EQ(sheet.text(3, 1), "[c]");
  EXPECT_FALSE(sheet.rows[3][1].is_number);
}

TEST(read_xlsx, shared_texts_of_several_runs_and_prefixed_elements) {
  const auto path = support::fresh_folder() / "t.xlsx";
  write_packed(
      path,
      {{"xl/workbook.xml",
        "<x:workbook><x:sheets><x:sheet name=\"A\" r:id=\"1\"/></x:sheets></x:workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"1\" Target=\"/xl/worksheets/a.xml\"/></Relationships>"},
       {"xl/sharedStrings.xml",
        "<sst><si><t>plain</t></si><si><r><t>two "
        "</t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si></sst>"},
       {"xl/worksheets/a.xml",
        "<x:worksheet><x:sheetData><x:row r=\"2\"><x:c r=\"B2\" t=\"s\"><x:v>1</x:v></x:c>"
        "<x:c r=\"AA2\" t=\"str\"><x:v>formula</x:v></x:c></x:row></x:sheetData></x:worksheet>"}});
  const auto made = read_workbook(path.string());
  ASSERT_TRUE(made) << made.failure().message;
  EXPECT_EQ(made->sheets.front().text(1, 1), "two runs");
  EXPECT_EQ(made->sheets.front().text(1, 26), "formula");
}

TEST(read_xlsx, a_cut_off_or_foreign_archive_is_told) {
  const auto folder = support::fresh_folder();
  write_xlsx(folder / "whole.xlsx", "in", {{"Code", "Value"}, {"1", "2"}});
  std::ifstream file(folder / "whole.xlsx", std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  write_text(folder / "cut.xlsx", bytes.str().substr(0, bytes.str().size() / 2));
  write_packed(folder / "other.xlsx", {{"word/document.xml", "<w/>"}});
  write_packed(folder / "broken.xlsx", {{"xl/workbook.xml", "<workbook><sheets>"}});
  for (const char* name : {"cut.xlsx", "other.xlsx", "broken.xlsx"}) {
    const auto made = read_workbook((folder / name).string());
    ASSERT_FALSE(made) << name;
    EXPECT_EQ(made.failure().kind, columns::FailureKind::kData) << name;
    EXPECT_THAT(made.failure().message, testing::HasSubstr(name));
  }
}

}  // namespace
}  // namespace assize::sheets
