// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Whole files: councils, persons, steps, `unique`, and the account that holds every row.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "runtime/columns/write_table.h"
#include "tests/support/places.h"
#include "tests/unit/bind/bind_checks.h"

namespace assize::bind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> council_keys(const Inputs& inputs, const std::string& collection) {
  std::vector<std::string> keys;
  for (const std::int32_t council : records_named(inputs, collection).council) {
    keys.push_back(inputs.councils[static_cast<std::size_t>(council)].key);
  }
  return keys;
}

std::vector<std::string> persons(const Inputs& inputs) {
  std::vector<std::string> keys;
  for (const std::int32_t person : records_named(inputs, "cld").person)
    keys.push_back(inputs.texts->text(person));
  return keys;
}

TEST(bind_files, councils_are_those_of_the_last_day_sorted_by_key) {
  Compiled compiled(demo_framework());
  const Inputs inputs = bind_texts(compiled, kHeader);
  ASSERT_EQ(inputs.councils.size(), 2U);
  EXPECT_EQ(inputs.councils[0].key, "E1");
  EXPECT_EQ(inputs.councils[0].name, "Aford");
  EXPECT_THAT(inputs.councils[0].by, ElementsAre("North"));
  EXPECT_EQ(inputs.councils[1].key, "E2");
  EXPECT_THAT(account_of(inputs, "councils"),
              ElementsAre("left out 1 not there on 2025-03-31 (line 4)"));
}

TEST(bind_files, rows_of_no_council_of_the_period_are_refused) {
  Compiled compiled(demo_framework());
  const Inputs inputs = bind_texts(compiled, std::string(kHeader) +
                                                 "e2 ,1,N1,,2024-05-01,,,,,,,,\n"
                                                 "E3,2,N1,,2024-05-01,,,,,,,,\n"
                                                 "E9,3,N1,,2024-05-01,,,,,,,,\n");
  EXPECT_THAT(council_keys(inputs, "cld"), ElementsAre("E2"));
  EXPECT_THAT(account_of(inputs, "cld"),
              ElementsAre("refused 2 Council names no council of the period (line 3)"));
}

TEST(bind_files, a_council_can_be_found_by_another_field_of_the_list) {
  std::string text = demo_framework();
  const std::string by = "identify council by council_sent";
  text.replace(text.find(by), by.size(), by + " as cassr");
  Compiled compiled(text);
  // 809 named two councils, in different years.
  const Inputs inputs = bind_texts(compiled, std::string(kHeader) +
                                                 "809,1,N1,,2024-05-01,,,,,,,,\n"
                                                 "810,2,N1,,2024-05-01,,,,,,,,\n");
  EXPECT_THAT(council_keys(inputs, "cld"), ElementsAre("E2", "E1"));
}

TEST(bind_files, the_frameworks_own_list_is_read_unless_data_has_another) {
  Compiled compiled(demo_framework());
  const check::Framework& framework = compiled.framework();
  const auto folder = support::fresh_folder();
  write_file(folder / "cld.csv", kHeader);
  DataFiles files;
  ASSERT_TRUE(files.add(folder.string()));
  EXPECT_EQ(framework.areas->listed_in.empty(), false);
  const auto other =
      bind_texts(compiled, kHeader,
                 "ons_code,cassr,name,region,opened,closed\nE7,1,Elsewhere,West,2010-01-01,\n");
  ASSERT_EQ(other.councils.size(), 1U);
  EXPECT_EQ(other.councils[0].name, "Elsewhere");
}

TEST(bind_files, persons_are_named_by_the_key_and_rows_of_nobody_left_out) {
  Compiled compiled(demo_framework());
  const Inputs inputs = bind_texts(compiled, std::string(kHeader) +
                                                 "E1,1,n1 ,,2024-05-01,,,,,,,,\n"
                                                 "E1,2,N1,L9,2024-05-01,,,,,,,,\n"
                                                 "E2,3,,L9,2024-05-01,,,,,,,,\n"
                                                 "E1,4,,,2024-05-01,,,,,,,,\n");
  EXPECT_THAT(persons(inputs), ElementsAre("N1", "N1", "E2_L9"));
  EXPECT_THAT(account_of(inputs, "cld"), ElementsAre("left out 1 no person key (line 5)"));
}

TEST(bind_files, steps_are_taken_before_anything_else) {
  Compiled compiled(
      demo_framework("  leave out \"the England row\" when council_sent is \"England\"\n"
                     "  keep \"starts this century\" when start on or after 2000-01-01\n"));
  const Inputs inputs = bind_texts(compiled, std::string(kHeader) +
                                                 "England,1,,,x,,,,,,,,\n"
                                                 "E1,2,N1,,1999-05-01,,,,,,,,\n"
                                                 "E1,3,N1,,,,,,,,,,\n"
                                                 "E1,4,N1,,2024-05-01,,,,,,,,\n");
  EXPECT_EQ(records_named(inputs, "cld").size, 1U);
  EXPECT_THAT(account_of(inputs, "cld"), ElementsAre("refused 1 Start is blank (line 4)",
                                                     "left out 1 starts this century (line 3)",
                                                     "left out 1 the England row (line 2)"));
}

TEST(bind_files, alike_rows_are_kept_once_and_rows_that_share_a_key_and_differ_are_refused) {
  Compiled compiled(demo_framework());
  const Inputs inputs = bind_texts(compiled, std::string(kHeader) +
                                                 "E1,1,N1,,2024-05-01,,Nursing,,,,,,\n"
                                                 "E1,1,N1,,2024-05-01,,NURSING ,,,,,,\n"
                                                 "E1,2,N1,,2024-05-01,,,,,,,,\n"
                                                 "E1,2,N1,,2024-05-02,,,,,,,,\n"
                                                 "E1,3,N1,,2024-05-01,,,,,,,,\n");
  EXPECT_THAT(field_texts(inputs, "cld", "number_sent"), ElementsAre("1", "3"));
  EXPECT_THAT(account_of(inputs, "cld"),
              ElementsAre("refused 2 Number is shared by rows that differ (line 4)",
                          "duplicate 1 alike in every field: one is kept (line 3)"));
}

TEST(bind_files, a_key_of_several_fields_is_compared_as_a_whole) {
  Compiled compiled(demo_framework("", "unique council_sent, local"));
  const Inputs inputs = bind_texts(compiled, std::string(kHeader) +
                                                 "E1,1,N1,a,2024-05-01,,,,,,,,\n"
                                                 "E2,1,N1,a,2024-05-01,,,,,,,,\n"
                                                 "E1,1,N1,A,2024-05-01,,,,,,,,\n"
                                                 "E1,2,N1,b,2024-05-01,,,,,,,,\n"
                                                 "E1,3,N1,b,2024-05-01,,,,,,,,\n");
  EXPECT_THAT(council_keys(inputs, "cld"), ElementsAre("E1", "E2"));
  EXPECT_EQ(records_named(inputs, "cld").account.left_out(), 3U);
}

TEST(bind_files, with_unique_each_row_nothing_is_a_duplicate) {
  Compiled compiled(demo_framework("", "unique each row"));
  const std::string row = "E1,1,N1,,2024-05-01,,,,,,,,\n";
  const Inputs inputs = bind_texts(compiled, kHeader + row + row + row);
  EXPECT_EQ(records_named(inputs, "cld").size, 3U);
  EXPECT_THAT(account_of(inputs, "cld"), IsEmpty());
}

TEST(bind_files, a_file_that_lacks_a_column_ends_the_run) {
  Compiled compiled(demo_framework());
  const auto inputs = try_bind_texts(compiled, "Council,Number\nE1,1\n");
  ASSERT_FALSE(inputs);
  EXPECT_EQ(inputs.failure().kind, columns::FailureKind::kData);
}

TEST(bind_files, a_collection_without_a_file_is_named) {
  Compiled compiled(demo_framework());
  const check::Framework& framework = compiled.framework();
  class NoEvaluator final : public RecordEvaluator {
    std::vector<std::int64_t> evaluate(const check::Expr&, const Records& records, TextPool&,
                                       check::Period) override {
      return std::vector<std::int64_t>(records.size, kUnknownCell);
    }
  } evaluator;
  DataFiles files;
  ASSERT_TRUE(files.add(support::fresh_folder().string()));
  BindRequest request;
  request.needed = {framework.collection("cld")};
  request.period = {framework.covers_from, framework.covers_to};
  const auto inputs = bind_inputs(framework, files, evaluator, request);
  ASSERT_FALSE(inputs);
  EXPECT_EQ(inputs.failure().kind, columns::FailureKind::kUsage);
  EXPECT_THAT(inputs.failure().message, HasSubstr("no file for the collection cld"));
}

// Rows in any order, with the defects that could make the order show.
std::vector<std::string> many_rows() {
  std::vector<std::string> rows;
  for (int i = 0; i < 300; ++i) {
    const std::string number = std::to_string(i % 280);
    rows.push_back((i % 40 == 0  ? "E9,"
                    : i % 2 == 0 ? "E1,"
                                 : "e2,") +
                   number + (i % 3 == 0 ? ",n" : ",N") + std::to_string(i % 7) + ",," +
                   (i % 50 == 0 ? "" : "2024-05-01") + ",," +
                   (i % 11 == 0   ? "nursing"
                    : i % 13 == 0 ? "Odd"
                                  : "Nursing") +
                   ",,,,,,\n");
  }
  return rows;
}

TEST(bind_files, the_order_of_rows_shows_in_line_numbers_alone) {
  const auto bound = [](const std::vector<std::string>& rows) {
    Compiled compiled(demo_framework());
    const Inputs inputs =
        bind_texts(compiled, std::accumulate(rows.begin(), rows.end(), std::string(kHeader)));
    std::vector<std::string> all;
    const auto numbers = field_texts(inputs, "cld", "number_sent");
    const auto kinds = field_texts(inputs, "cld", "support");
    const auto councils = council_keys(inputs, "cld");
    const auto keys = persons(inputs);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      all.push_back(numbers[i] + "|" + kinds[i] + "|" + councils[i] + "|" + keys[i]);
    }
    std::sort(all.begin(), all.end());
    for (std::string line : account_of(inputs, "cld")) {
      const auto begin = line.find(" (line");
      all.push_back(line.erase(begin, line.find(')', begin) + 1 - begin));
    }
    return all;
  };
  std::vector<std::string> rows = many_rows();
  const auto in_order = bound(rows);
  std::reverse(rows.begin(), rows.end());
  EXPECT_EQ(bound(rows), in_order);
  std::rotate(rows.begin(), rows.begin() + 97, rows.end());
  EXPECT_EQ(bound(rows), in_order);
}

TEST(bind_files, every_row_is_in_one_sum) {
  Compiled compiled(demo_framework());
  const auto rows = many_rows();
  const Inputs inputs =
      bind_texts(compiled, std::accumulate(rows.begin(), rows.end(), std::string(kHeader)));
  const Account& account = records_named(inputs, "cld").account;
  std::uint64_t out = 0;
  for (const AccountLine& line : account.lines) {
    const bool takes_out = line.kind == AccountLine::Kind::kRefused ||
                           line.kind == AccountLine::Kind::kLeftOut ||
                           line.kind == AccountLine::Kind::kDuplicate;
    if (takes_out) out += line.count;
  }
  EXPECT_EQ(account.read, rows.size());
  EXPECT_EQ(account.used + out, account.read);
  EXPECT_GT(out, 0U);
}

TEST(bind_files, a_typed_file_gives_the_same_records_as_a_csv_file) {
  const std::vector<std::vector<std::string>> rows = {
      {"E1", "1", "N1", "", "2024-05-01", "2024-06-01", "Nursing", "2", "1951", "5", "", "yes",
       "1.5"},
      {"E2", "2", "", "L2", "2024-05-02", "", "Home", "", "", "", "2024-07-01", "", ""}};
  columns::OutputTable table;
  using columns::CellKind;
  const std::vector<std::pair<const char*, CellKind>> columns = {
      {"Council", CellKind::kText}, {"Number", CellKind::kWhole}, {"Nhs", CellKind::kText},
      {"Local", CellKind::kText},   {"Start", CellKind::kDay},    {"End", CellKind::kDay},
      {"Kind", CellKind::kText},    {"Home", CellKind::kDecimal}, {"Year", CellKind::kWhole},
      {"Month", CellKind::kWhole},  {"Died", CellKind::kDay},     {"Paid", CellKind::kText},
      {"Hours", CellKind::kDecimal}};
  for (const auto& [name, kind] : columns) table.columns.push_back({name, kind});
  table.rows = rows;
  std::vector<std::vector<std::string>> seen;
  for (const char* name : {"cld.csv", "cld.parquet", "cld.arrow"}) {
    const auto folder = support::fresh_folder();
    ASSERT_TRUE(columns::write_table((folder / name).string(), table));
    Compiled compiled(demo_framework());
    const check::Framework& framework = compiled.framework();
    DataFiles files;
    ASSERT_TRUE(files.add(folder.string()));
    std::vector<std::string> all;
    class FirstKnown final : public RecordEvaluator {
     public:
      std::vector<std::int64_t> evaluate(const check::Expr&, const Records& records,
                                         TextPool& texts, check::Period) override {
        return std::vector<std::int64_t>(records.size, texts.intern("P"));
      }
    } evaluator;
    BindRequest request;
    request.needed = {framework.collection("cld")};
    request.period = {framework.covers_from, framework.covers_to};
    const auto inputs = bind_inputs(framework, files, evaluator, request);
    ASSERT_TRUE(inputs) << inputs.failure().message;
    for (const auto& field : framework.collection("cld")->fields) {
      for (const std::string& text : field_texts(*inputs, "cld", field->name)) all.push_back(text);
    }
    seen.push_back(all);
  }
  EXPECT_EQ(seen[1], seen[0]);
  EXPECT_EQ(seen[2], seen[0]);
  EXPECT_THAT(seen[0], testing::Contains("care"));
}

}  // namespace
}  // namespace assize::bind
