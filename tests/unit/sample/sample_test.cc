// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sample/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>

#include "runtime/columns/calendar.h"
#include "runtime/columns/table.h"
#include "tests/support/places.h"

namespace assize::sample {
namespace {

SampleRequest request_in(const std::string& folder) {
  SampleRequest request;
  request.folder = folder;
  request.people = 3000;
  request.councils = {"E06000001", "E06000002", "E06000003"};
  request.period_start = *columns::parse_day("2024-04-01");
  request.period_end = *columns::parse_day("2025-03-31");
  return request;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Row = std::map<std::string, std::string>;

std::vector<Row> rows_of(const std::string& path) {
  columns::ReadRequest request;
  const auto names = columns::column_names(path);
  EXPECT_TRUE(names);
  for (const std::string& name : *names) request.columns.push_back({name});
  const auto table = columns::read_table(path, request);
  EXPECT_TRUE(table) << table.failure().message;
  std::vector<Row> rows(table->rows);
  for (const columns::RawColumn& column : table->columns) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const std::int32_t code = column.codes[row];
      rows[row][column.name] =
          code < 0 ? "" : std::string(column.texts[static_cast<std::size_t>(code)]);
    }
  }
  return rows;
}

TEST(sample, gives_the_same_bytes_for_the_same_request) {
  const std::string one = support::fresh_folder().string();
  const std::string other = support::fresh_folder().string();
  const auto facts = generate_sample(request_in(one));
  ASSERT_TRUE(facts) << facts.failure().message;
  ASSERT_TRUE(generate_sample(request_in(other)));
  for (const char* name : {"/cld.csv", "/hospital.csv", "/ons.csv"}) {
    EXPECT_EQ(bytes_of(one + name), bytes_of(other + name));
    EXPECT_FALSE(bytes_of(one + name).empty());
  }
  SampleRequest reseeded = request_in(other);
  reseeded.seed = 7;
  ASSERT_TRUE(generate_sample(reseeded));
  EXPECT_NE(bytes_of(one + "/cld.csv"), bytes_of(other + "/cld.csv"));
}

TEST(sample, makes_exactly_the_people_or_events_asked_for) {
  const std::string folder = support::fresh_folder().string();
  SampleRequest request = request_in(folder);
  const auto by_people = generate_sample(request);
  ASSERT_TRUE(by_people);
  EXPECT_EQ(by_people->people, 3000U);
  EXPECT_NEAR(static_cast<double>(by_people->events) / 3000, 8.0, 0.6);
  request.people = 0;
  request.events = 5000;
  const auto by_events = generate_sample(request);
  ASSERT_TRUE(by_events);
  EXPECT_EQ(by_events->events, 5000U);
  EXPECT_EQ(rows_of(folder + "/cld.csv").size(), 5000U);
}

TEST(sample, has_the_columns_of_the_generated_cases) {
  const auto shared = support::shared_data();
  if (!shared) GTEST_SKIP() << support::kNoSharedData;
  const std::string folder = support::fresh_folder().string();
  ASSERT_TRUE(generate_sample(request_in(folder)));
  for (const char* name : {"cld.csv", "hospital.csv", "ons.csv"}) {
    EXPECT_EQ(*columns::column_names(folder + "/" + name),
              *columns::column_names((*shared / "data" / "cld-cases" / "small" / name).string()));
  }
}

TEST(sample, has_the_defects_of_real_returns) {
  const std::string folder = support::fresh_folder().string();
  SampleRequest request = request_in(folder);
  request.people = 15000;
  ASSERT_TRUE(generate_sample(request));
  const auto rows = rows_of(folder + "/cld.csv");
  const auto count = [&](const std::function<bool(const Row&)>& fits) {
    return std::count_if(rows.begin(), rows.end(), fits);
  };
  const auto total = static_cast<double>(rows.size());
  EXPECT_NEAR(
      static_cast<double>(count([](const Row& r) { return r.at("Der_Event_End_Date").empty(); })) /
          total,
      0.25, 0.12);
  EXPECT_GT(count([](const Row& r) { return r.at("Gender") == "Unknown"; }), 0);
  EXPECT_GT(count([](const Row& r) { return r.at("Accommodation_Status") == "Unknown"; }), 0);
  EXPECT_GT(
      count([](const Row& r) { return r.at("Accommodation_Status") == "Invalid and not mapped"; }),
      0);
  EXPECT_GT(count([](const Row& r) { return r.at("Service_Component") == "Home Support"; }), 0);
  EXPECT_GT(count([](const Row& r) { return r.at("Event_Type") == "Servce"; }), 0);
  EXPECT_GT(count([](const Row& r) { return r.at("Event_Type") == "SERVICE"; }), 0);
  EXPECT_GT(count([](const Row& r) { return r.at("Event_Start_Date").empty(); }), 0);
  EXPECT_GT(count([](const Row& r) { return r.at("Event_Start_Date") == "31/03/2024"; }), 0);
  EXPECT_GT(count([](const Row& r) { return !r.at("Date_of_Death").empty(); }), 0);
  EXPECT_GT(count([](const Row& r) {
              return !r.at("Der_Birth_Year").empty() && r.at("Der_Birth_Month").empty();
            }),
            0);
  EXPECT_GT(count([](const Row& r) { return r.at("LA_Code") == "E99999999"; }), 0);
  EXPECT_GT(count([](const Row& r) {
              return r.at("Der_NHS_Number_Traced_Pseudo").empty() &&
                     r.at("Der_NHS_Number_Pseudo").empty() &&
                     r.at("LA_Person_Unique_Identifier").empty();
            }),
            0);
  EXPECT_GT(count([](const Row& r) {
              return !r.at("Der_Event_End_Date").empty() &&
                     r.at("Der_Event_End_Date") < r.at("Event_Start_Date") &&
                     r.at("Event_Start_Date") != "31/03/2024";
            }),
            0);
  std::map<std::string, std::set<std::string>> councils_of;
  std::map<std::string, std::set<Row>> rows_of_id;
  std::map<std::string, int> times_of_id;
  for (const Row& row : rows) ++times_of_id[row.at("Der_Unique_Record_ID")];
  for (const Row& row : rows) {
    const std::string& person = row.at("Der_NHS_Number_Traced_Pseudo");
    if (!person.empty() && row.at("LA_Code") != "E99999999")
      councils_of[person].insert(row.at("LA_Code"));
    const std::string& id = row.at("Der_Unique_Record_ID");
    if (times_of_id[id] > 1) rows_of_id[id].insert(row);
  }
  EXPECT_TRUE(std::any_of(councils_of.begin(), councils_of.end(),
                          [](const auto& one) { return one.second.size() > 1; }));
  int duplicates = 0;
  int conflicts = 0;
  for (const auto& [id, times] : times_of_id) {
    if (times == 1) continue;
    (rows_of_id[id].size() == 1 ? duplicates : conflicts) += 1;
  }
  EXPECT_GT(duplicates, 0);
  EXPECT_GT(conflicts, 0);
}

TEST(sample, parquet_holds_the_same_cells) {
  const std::string folder = support::fresh_folder().string();
  SampleRequest request = request_in(folder);
  request.people = 300;
  ASSERT_TRUE(generate_sample(request));
  request.ending = ".parquet";
  ASSERT_TRUE(generate_sample(request));
  EXPECT_EQ(rows_of(folder + "/cld.parquet"), rows_of(folder + "/cld.csv"));
  EXPECT_EQ(rows_of(folder + "/ons.parquet"), rows_of(folder + "/ons.csv"));
}

TEST(sample, refuses_what_cannot_be_made) {
  SampleRequest request = request_in(support::fresh_folder().string());
  request.ending = ".xlsx";
  EXPECT_EQ(generate_sample(request).failure().kind, columns::FailureKind::kUsage);
  request = request_in("no/such/folder");
  EXPECT_EQ(generate_sample(request).failure().kind, columns::FailureKind::kInputOutput);
  request = request_in(support::fresh_folder().string());
  request.people = 0;
  EXPECT_EQ(generate_sample(request).failure().kind, columns::FailureKind::kUsage);
  request.people = 10;
  request.councils.clear();
  EXPECT_EQ(generate_sample(request).failure().kind, columns::FailureKind::kUsage);
}

}  // namespace
}  // namespace assize::sample
