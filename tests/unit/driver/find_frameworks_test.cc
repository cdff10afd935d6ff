// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/driver/find_frameworks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/places.h"

namespace assize::driver {
namespace {

namespace fs = std::filesystem;

TEST(find_frameworks, reads_the_name_of_an_edition) {
  const auto final_form = parse_edition_request("ascof@2024-25");
  ASSERT_TRUE(final_form);
  EXPECT_EQ(final_form->family, "ascof");
  EXPECT_EQ(final_form->year, "2024-25");
  EXPECT_EQ(final_form->stage, "");
  const auto draft = parse_edition_request("care_act@2025-26-draft");
  ASSERT_TRUE(draft);
  EXPECT_EQ(draft->stage, "draft");
  EXPECT_EQ(draft->at_name(), "care_act@2025-26-draft");
}

TEST(find_frameworks, what_is_no_name_is_refused) {
  for (const char* text : {"ascof", "ascof@", "@2024-25", "ascof@2024", "ascof@2024-25-",
                           "ascof@2024-25x", "drafts/a@2024-25", "ascof@20x4-25"}) {
    EXPECT_FALSE(parse_edition_request(text)) << text;
  }
}

TEST(find_frameworks, lists_the_files_of_the_year_first) {
  const fs::path folder = support::fresh_folder();
  fs::create_directories(folder / "editions");
  for (const char* name :
       {"a.assize", "editions/2023-24.assize", "editions/2024-25.assize", "b.txt"}) {
    std::ofstream(folder / name) << "\n";
  }
  EXPECT_THAT(framework_files(folder, "2024-25"),
              testing::ElementsAre((folder / "editions/2024-25.assize").string(),
                                   (folder / "a.assize").string(),
                                   (folder / "editions/2023-24.assize").string()));
  fs::remove_all(folder);
}

TEST(find_frameworks, folder_that_is_none_is_a_usage_error) {
  const auto folder = frameworks_folder("there/is/no/such/folder");
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.failure().kind, columns::FailureKind::kUsage);
}

}  // namespace
}  // namespace assize::driver
