// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/data_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/places.h"
#include "tests/unit/bind/bind_checks.h"

namespace assize::bind {
namespace {

using testing::HasSubstr;

std::filesystem::path folder_with(const std::vector<std::string>& names) {
  const auto folder = support::fresh_folder();
  for (const std::string& name : names) write_file(folder / name, "x\n");
  return folder;
}

TEST(data_files, finds_the_file_of_a_collections_name_in_a_folder) {
  for (const char* name : {"cld.csv", "cld.csv.gz", "cld.parquet", "cld.arrow"}) {
    const auto folder = folder_with({name, "other.csv"});
    DataFiles files;
    ASSERT_TRUE(files.add(folder.string()));
    EXPECT_EQ(*files.path_of("cld"), (folder / name).string());
    EXPECT_EQ(*files.path_of("hospital"), "");
  }
}

TEST(data_files, later_arguments_win) {
  const auto first = folder_with({"cld.csv", "ons.csv"});
  const auto second = folder_with({"cld.parquet"});
  DataFiles files;
  ASSERT_TRUE(files.add(first.string()) && files.add(second.string()));
  EXPECT_EQ(*files.path_of("cld"), (second / "cld.parquet").string());
  EXPECT_EQ(*files.path_of("ons"), (first / "ons.csv").string());
  ASSERT_TRUE(files.add("cld=anywhere.csv"));
  EXPECT_EQ(*files.path_of("cld"), "anywhere.csv");
  ASSERT_TRUE(files.add((first / "cld.csv").string()));
  EXPECT_EQ(*files.path_of("cld"), (first / "cld.csv").string());
}

TEST(data_files, two_files_for_one_collection_are_not_chosen_between) {
  DataFiles files;
  ASSERT_TRUE(files.add(folder_with({"cld.csv", "cld.parquet"}).string()));
  const auto path = files.path_of("cld");
  ASSERT_FALSE(path);
  EXPECT_EQ(path.failure().kind, columns::FailureKind::kUsage);
  EXPECT_THAT(path.failure().message, HasSubstr("which of them is meant"));
}

TEST(data_files, says_what_is_not_there) {
  DataFiles files;
  const auto nowhere = files.add("no/such/folder");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.failure().kind, columns::FailureKind::kInputOutput);
  const auto unnamed = files.add((folder_with({"may-2024.csv"}) / "may-2024.csv").string());
  ASSERT_FALSE(unnamed);
  EXPECT_EQ(unnamed.failure().kind, columns::FailureKind::kUsage);
  const auto folder = folder_with({});
  ASSERT_TRUE(files.add(folder.string()));
  EXPECT_THAT(files.missing("cld").advice[0],
              HasSubstr("cld.csv, cld.csv.gz, cld.parquet or cld.arrow"));
}

}  // namespace
}  // namespace assize::bind
