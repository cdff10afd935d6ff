// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/nearest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assize::diagnostics {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(EditDistance, counts_letters_added_left_out_changed_and_swapped) {
  EXPECT_EQ(edit_distance("population", "population"), 0U);
  EXPECT_EQ(edit_distance("poulation", "population"), 1U);
  EXPECT_EQ(edit_distance("becuase", "because"), 1U);
  EXPECT_EQ(edit_distance("Numerator", "numerator"), 0U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
}

TEST(NearestWords, come_nearest_first_and_never_more_than_three) {
  EXPECT_THAT(nearest_words("gendre", {"gender", "age", "genres"}),
              ElementsAre("gender", "genres"));
  EXPECT_THAT(nearest_words("abcdefghi", {"abcdefgh1", "abcdefgh2", "abcdefgh3", "abcdefgh4"}),
              ElementsAre("abcdefgh1", "abcdefgh2", "abcdefgh3"));
}

TEST(NearestWords, what_is_too_far_is_no_answer) {
  EXPECT_THAT(nearest_words("age", {"lag", "stage", "population"}), IsEmpty());
}

}  // namespace
}  // namespace assize::diagnostics
