// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/write_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/unit/columns/columns_checks.h"

namespace assize::columns {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

OutputTable results() {
  return {{{"name", CellKind::kText},
           {"count", CellKind::kWhole},
           {"value", CellKind::kDecimal},
           {"day", CellKind::kDay}},
          {{"Leeds", "61", "70.1", "2024-04-01"},
           {"say \"a, b\"", "", "", ""},
           {"line\nbreak", "-1", "0.25", "1970-01-01"}}};
}

bool is_left_alone(const fs::path& folder, std::size_t files) {
  return static_cast<std::size_t>(
             std::distance(fs::directory_iterator(folder), fs::directory_iterator())) == files;
}

TEST(write_table, csv_is_rfc_4180_with_lf) {
  const auto path = (support::fresh_folder() / "r.csv").string();
  ASSERT_TRUE(write_table(path, results()));
  EXPECT_EQ(bytes_of(path),
            "name,count,value,day\nLeeds,61,70.1,2024-04-01\n\"say \"\"a, "
            "b\"\"\",,,\n\"line\nbreak\",-1,0.25,1970-01-01\n");
  EXPECT_TRUE(is_left_alone(fs::path(path).parent_path(), 1));
}

TEST(write_table, json_is_an_array_of_objects_with_null_for_no_value) {
  const auto path = (support::fresh_folder() / "r.json").string();
  ASSERT_TRUE(write_table(path, results()));
  const auto rows = nlohmann::json::parse(bytes_of(path));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0]["count"], 61);
  EXPECT_EQ(rows[0]["value"], 70.1);
  EXPECT_EQ(rows[1]["name"], "say \"a, b\"");
  EXPECT_TRUE(rows[1]["value"].is_null());
  EXPECT_EQ(rows[2]["name"], "line\nbreak");
  ASSERT_TRUE(write_table(path, {results().columns, {}}));
  EXPECT_EQ(bytes_of(path), "[]\n");
}

TEST(write_table, parquet_and_arrow_come_back_as_they_were_written) {
  for (const char* name : {"r.parquet", "r.arrow"}) {
    const auto path = (support::fresh_folder() / name).string();
    ASSERT_TRUE(write_table(path, results())) << name;
    const auto table = read_table(path, asking_for({"name", "count", "value", "day"}));
    ASSERT_TRUE(table) << table.failure().message;
    EXPECT_THAT(cells_of(*table, 0), ElementsAre("Leeds", "say \"a, b\"", "line\nbreak"));
    EXPECT_THAT(cells_of(*table, 1), ElementsAre("61", "-", "-1"));
    EXPECT_THAT(cells_of(*table, 2), ElementsAre("70.1", "-", "0.25"));
    EXPECT_THAT(cells_of(*table, 3), ElementsAre("2024-04-01", "-", "1970-01-01"));
    const std::string first = bytes_of(path);
    ASSERT_TRUE(write_table(path, results()));
    EXPECT_EQ(bytes_of(path), first);  // the same cells give the same bytes
  }
}

TEST(write_table, an_ending_that_says_nothing_is_refused) {
  const auto status = write_table((support::fresh_folder() / "r.xlsx").string(), results());
  ASSERT_FALSE(status);
  EXPECT_EQ(status.failure().kind, FailureKind::kUsage);
}

TEST(write_table, says_what_to_do_where_nothing_can_be_written) {
  const fs::path folder = support::fresh_folder();
  const auto nowhere = write_table((folder / "no" / "such" / "r.csv").string(), results());
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.failure().kind, FailureKind::kInputOutput);
  EXPECT_THAT(nowhere.failure().advice, ElementsAre(HasSubstr("make it first")));
  fs::create_directory(folder / "r.csv");
  const auto into_folder = write_table((folder / "r.csv").string(), results());
  ASSERT_FALSE(into_folder);
  EXPECT_THAT(into_folder.failure().advice, ElementsAre(HasSubstr("It is a folder")));
}

TEST(write_table, a_full_disk_leaves_what_was_there_before) {
  // A limit on the size of files stands for the full disk; the signal it sends is passed over.
  const fs::path folder = support::fresh_folder();
  for (const char* name : {"r.csv", "r.json", "r.parquet", "r.arrow"}) {
    const std::string path = (folder / name).string();
    ASSERT_TRUE(write_table(path, results()));
    const std::string before = bytes_of(path);
    OutputTable large{{{"text"}}, {}};
    for (int i = 0; i < 200000; ++i)
      large.rows.push_back({"row number " + std::to_string(i * 7919)});
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{64 * 1024, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto status = write_table(path, large);
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(status) << name;
    EXPECT_EQ(status.failure().kind, FailureKind::kInputOutput);
    EXPECT_THAT(status.failure().message, HasSubstr("cannot be written"));
    EXPECT_EQ(bytes_of(path), before) << name;
  }
  EXPECT_TRUE(is_left_alone(folder, 4));
}

TEST(write_table, a_device_without_room_is_said_to_be_full) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  const fs::path link = support::fresh_folder() / "r.csv";
  fs::create_symlink("/dev/full", link);
  const auto status = write_table(link.string(), results());
  ASSERT_FALSE(status);
  EXPECT_THAT(status.failure().advice, ElementsAre(HasSubstr("no room left")));
}

TEST(table_writer, a_file_that_is_not_finished_never_appears) {
  const fs::path folder = support::fresh_folder();
  {
    auto writer = TableWriter::open((folder / "r.csv").string(), {{"a"}});
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->add({{"1", "2"}}));
    EXPECT_TRUE(is_left_alone(folder, 1));  // the one beside
  }
  EXPECT_TRUE(is_left_alone(folder, 0));
}

TEST(table_writer, a_cell_of_another_kind_is_our_own_fault) {
  const fs::path folder = support::fresh_folder();
  for (const char* name : {"r.json", "r.parquet"}) {
    const auto status =
        write_table((folder / name).string(), {{{"n", CellKind::kWhole}}, {{"many"}}});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.failure().kind, FailureKind::kInternal);
  }
  EXPECT_TRUE(is_left_alone(folder, 0));
}

}  // namespace
}  // namespace assize::columns
