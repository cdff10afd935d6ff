// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>

#include "compiler/check/framework.h"

namespace assize::check {
namespace {

using What = Reading::What;

// A list in its second release; `old` meant the second value in the first release and is gone.
CodeList two_releases() {
  CodeList list;
  list.name = "mechanism";
  list.release = 2;
  for (const char* code : {"direct", "managed", "unsaid"}) {
    CodeValue value;
    value.code = code;
    value.text = code;
    list.values.push_back(value);
  }
  list.values[2].is_unknown = true;
  list.spellings[1] = {{"direct payment", 0}, {"old", 1}, {"not stated", 2}};
  list.spellings[2] = {{"direct payment", 0}, {"managed budget", 1}, {"unknown", 2}};
  list.unmapped[1] = {"Self-Funder Only"};
  return list;
}

std::string read(const CodeList& list, const std::string& cell, int release) {
  const Reading reading = list.read(cell, release);
  const std::string older = reading.older_spelling ? " older" : "";
  switch (reading.what) {
    case What::kValue:
      return list.values[static_cast<std::size_t>(reading.value)].code + older;
    case What::kUnknown:
      return "unknown " + list.values[static_cast<std::size_t>(reading.value)].code + older;
    case What::kUnmapped:
      return "unmapped";
    case What::kUnlisted:
      return "unlisted";
  }
  return "";
}

TEST(code_list, is_read_in_a_release_then_in_earlier_ones_never_in_later_ones) {
  const CodeList list = two_releases();
  EXPECT_EQ(read(list, "Managed Budget ", 2), "managed");
  EXPECT_EQ(read(list, "OLD", 2), "managed older");
  EXPECT_EQ(read(list, "old", 1), "managed");
  EXPECT_EQ(read(list, "managed budget", 1), "unlisted");
  EXPECT_EQ(read(list, "Direct payment", 2), "direct");
}

TEST(code_list, without_the_release_is_read_as_it_stands) {
  const CodeList list = two_releases();
  EXPECT_EQ(read(list, "Managed budget", 7), "managed");
  EXPECT_EQ(read(list, "old", 0), "managed older");
}

TEST(code_list, keeps_the_reason_of_values_that_say_nothing) {
  const CodeList list = two_releases();
  EXPECT_EQ(read(list, "Unknown", 2), "unknown unsaid");
  EXPECT_EQ(read(list, "not stated", 2), "unknown unsaid older");
  EXPECT_EQ(read(list, "self-funder only", 2), "unmapped");
  EXPECT_EQ(read(list, "anything else", 2), "unlisted");
}

TEST(code_list, by_number_reads_2_02_and_2_0_as_one) {
  CodeList list;
  list.by_number = true;
  list.values = {{"easy", "Easy", 1, false, {}}, {"hard", "Hard", 2, false, {}}};
  list.spellings[1] = {{"02", 0}, {"1", 1}};  // the numbers changed places
  list.spellings[2] = {{"1", 0}, {"2", 1}};
  for (const char* cell : {"2", "02", "2.0", " 2 "}) {
    EXPECT_EQ(read(list, cell, 2), "hard") << cell;
    EXPECT_EQ(read(list, cell, 1), "easy") << cell;
  }
  EXPECT_EQ(read(list, "2.5", 2), "unlisted");
  EXPECT_EQ(read(list, "Hard", 2), "unlisted");
}

TEST(code_list, finds_a_value_by_its_code) {
  const CodeList list = two_releases();
  EXPECT_EQ(list.index_of("managed"), 1);
  EXPECT_EQ(list.index_of("Managed"), -1);
}

TEST(code_list, folds_case_and_outer_blanks_but_no_dash) {
  EXPECT_EQ(fold("  Long–Term "), "long–term");
  EXPECT_NE(fold("long-term"), fold("long–term"));
}

}  // namespace
}  // namespace assize::check
