// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>

#include "runtime/sheets/read_workbook.h"
#include "tests/support/places.h"
#include "tests/unit/sheets/packed_files.h"

namespace assize::sheets {
namespace {

TEST(read_ods, numbers_are_as_the_workbook_shows_them) {
  const auto path = support::fresh_folder() / "t.ods";
  write_ods(path, {{"Cover", {{"Title"}}},
                   {"Table_1a",
                    {{"Area", "Outcome"},
                     {"Ash", "19.1:19.0834"},
                     {"Beck", "63,188:63188"},
                     {"Cole", "[z]"}}}});
  const auto made = read_workbook(path.string());
  ASSERT_TRUE(made) << made.failure().message;
  ASSERT_EQ(made->sheets.size(), 2U);
  const Sheet& sheet = made->sheets[1];
  EXPECT_EQ(sheet.name, "Table_1a");
  EXPECT_EQ(sheet.rows.size(), 4U);  // a million blank rows at the end are none
  EXPECT_EQ(sheet.rows[1].size(), 2U);
  EXPECT_EQ(sheet.text(1, 1), "19.1");
  EXPECT_EQ(sheet.text(2, 1), "63,188");
  EXPECT_EQ(sheet.text(3, 1), "[z]");
}

TEST(read_ods, repeated_cells_and_rows_stand_as_often_as_they_are_meant) {
  const auto path = support::fresh_folder() / "t.ods";
  write_packed(
      path,
      {{"content.xml",
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"T\">"
        "<table:table-header-rows><table:table-row table:number-rows-repeated=\"2\">"
        "<table:table-cell table:number-columns-repeated=\"2\"/>"
        "<table:table-cell table:number-columns-repeated=\"3\"><text:p>a<text:s text:c=\"2\"/>"
        "<text:span>b</text:span></text:p><text:p>c</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"}});
  const auto made = read_workbook(path.string());
  ASSERT_TRUE(made) << made.failure().message;
  const Sheet& sheet = made->sheets.front();
  ASSERT_EQ(sheet.rows.size(), 2U);
  EXPECT_EQ(sheet.text(1, 1), "");
  EXPECT_EQ(sheet.text(1, 4), "a  b\nc");
  EXPECT_EQ(sheet.text(1, 5), "");
}

TEST(read_ods, a_trap_of_repeated_cells_is_refused) {
  const auto path = support::fresh_folder() / "t.ods";
  write_packed(
      path,
      {{"content.xml",
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"T\">"
        "<table:table-row table:number-rows-repeated=\"1000000\">"
        "<table:table-cell "
        "table:number-columns-repeated=\"16000\"><text:p>1</text:p></table:table-cell>"
        "</table:table-row></table:table></office:spreadsheet></office:body></"
        "office:document-content>"}});
  const auto made = read_workbook(path.string());
  ASSERT_FALSE(made);
  EXPECT_EQ(made.failure().kind, columns::FailureKind::kLimit);
}

}  // namespace
}  // namespace assize::sheets
