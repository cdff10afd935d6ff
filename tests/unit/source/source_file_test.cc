// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/source/source_file.h"

#include <gtest/gtest.h>

namespace assize::source {
namespace {

TEST(SourceFile, columns_are_counted_in_characters) {
  const SourceFile file("a", "\xC3\xA9t\xC3\xA9 x\nb");  // été x
  EXPECT_EQ(file.position_of(6).column, 5U);
  EXPECT_EQ(file.position_of(6).line, 1U);
  EXPECT_EQ(file.position_of(8).line, 2U);
  EXPECT_EQ(file.position_of(8).column, 1U);
}

TEST(SourceFile, a_place_behind_the_end_is_the_end) {
  const SourceFile file("a", "ab");
  EXPECT_EQ(file.position_of(99).column, 3U);
}

TEST(SourceFile, lines_come_without_their_breaks) {
  const SourceFile file("a", "one\r\ntwo\n\nfour");
  EXPECT_EQ(file.line_count(), 4U);
  EXPECT_EQ(file.line(1), "one");
  EXPECT_EQ(file.line(2), "two");
  EXPECT_EQ(file.line(3), "");
  EXPECT_EQ(file.line(4), "four");
  EXPECT_EQ(file.line(0), "");
  EXPECT_EQ(file.line(5), "");
}

TEST(SourceFile, the_empty_file_has_one_line) {
  const SourceFile file("a", "");
  EXPECT_EQ(file.line_count(), 1U);
  EXPECT_EQ(file.position_of(0).line, 1U);
  EXPECT_EQ(file.position_of(0).column, 1U);
}

TEST(Span, join_holds_both) {
  const Span joined = join({1, 4, 9}, {1, 2, 5});
  EXPECT_EQ(joined, (Span{1, 2, 9}));
}

TEST(Sources, references_stay_valid_while_files_are_added) {
  Sources sources;
  const FileId first = sources.add("a", "text");
  const SourceFile& file = sources.file(first);
  for (int i = 0; i < 100; ++i) sources.add("b", "other");
  EXPECT_EQ(file.text(), "text");
  EXPECT_EQ(sources.size(), 101U);
}

}  // namespace
}  // namespace assize::source
