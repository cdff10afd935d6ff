// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <arrow/api.h>
#include <arrow/io/file.h>
#include <arrow/ipc/writer.h>
#include <arrow/util/compression.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <parquet/arrow/writer.h>

#include "runtime/columns/table.h"
#include "runtime/columns/write_table.h"
#include "tests/unit/columns/columns_checks.h"

namespace assize::columns {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

template <class Builder, class T>
std::shared_ptr<arrow::Array> array_of(Builder&& builder, const std::vector<T>& values) {
  EXPECT_TRUE(builder.AppendNull().ok());
  for (const T& value : values) EXPECT_TRUE(builder.Append(value).ok());
  return builder.Finish().ValueOrDie();
}

// One column of each type that a file may have; the first row is null.
std::shared_ptr<arrow::Table> every_type() {
  auto* pool = arrow::default_memory_pool();
  arrow::StringDictionary32Builder words;
  EXPECT_TRUE(words.AppendNull().ok() && words.Append("b").ok() && words.Append("a").ok());
  const arrow::ArrayVector arrays = {
      array_of(arrow::StringBuilder(), std::vector<std::string>{"x", " "}),
      words.Finish().ValueOrDie(),
      array_of(arrow::Int32Builder(), std::vector<int>{2, -3}),
      array_of(arrow::UInt64Builder(), std::vector<std::uint64_t>{1, 18446744073709551615U}),
      array_of(arrow::DoubleBuilder(), std::vector<double>{2.0, 0.1}),
      array_of(arrow::BooleanBuilder(), std::vector<bool>{true, false}),
      array_of(arrow::Date32Builder(), std::vector<int>{19814, 0}),
      array_of(arrow::TimestampBuilder(arrow::timestamp(arrow::TimeUnit::MICRO), pool),
               std::vector<std::int64_t>{19814LL * 86400 * 1000000, 3661LL * 1000000}),
      array_of(arrow::Decimal128Builder(arrow::decimal128(10, 3)),
               std::vector<arrow::Decimal128>{arrow::Decimal128(1500), arrow::Decimal128(2000)}),
  };
  arrow::FieldVector fields;
  const char* names[] = {"text",  "words", "whole",  "unsigned", "real",
                         "truth", "day",   "moment", "exact"};
  for (std::size_t i = 0; i < arrays.size(); ++i)
    fields.push_back(arrow::field(names[i], arrays[i]->type()));
  return arrow::Table::Make(arrow::schema(fields), arrays);
}

std::string parquet_of(const arrow::Table& table) {
  const std::string path = (support::fresh_folder() / "t.parquet").string();
  auto sink = arrow::io::FileOutputStream::Open(path).ValueOrDie();
  EXPECT_TRUE(parquet::arrow::WriteTable(table, arrow::default_memory_pool(), sink, 2).ok());
  EXPECT_TRUE(sink->Close().ok());
  return path;
}

std::string arrow_of(const arrow::Table& table, bool as_stream) {
  const std::string path = (support::fresh_folder() / "t.arrow").string();
  auto sink = arrow::io::FileOutputStream::Open(path).ValueOrDie();
  auto writer = as_stream ? arrow::ipc::MakeStreamWriter(sink, table.schema()).ValueOrDie()
                          : arrow::ipc::MakeFileWriter(sink, table.schema()).ValueOrDie();
  EXPECT_TRUE(writer->WriteTable(table).ok() && writer->Close().ok() && sink->Close().ok());
  return path;
}

void expect_every_type(const std::string& path) {
  const auto table = read_table(path, asking_for({"text", "words", "whole", "unsigned", "real",
                                                  "truth", "day", "moment", "exact"}));
  ASSERT_TRUE(table) << table.failure().message;
  EXPECT_EQ(table->rows, 3U);
  EXPECT_THAT(cells_of(*table, 0), ElementsAre("-", "x", "-"));
  EXPECT_THAT(cells_of(*table, 1), ElementsAre("-", "b", "a"));
  EXPECT_THAT(cells_of(*table, 2), ElementsAre("-", "2", "-3"));
  EXPECT_THAT(cells_of(*table, 3), ElementsAre("-", "1", "18446744073709551615"));
  EXPECT_THAT(cells_of(*table, 4), ElementsAre("-", "2", "0.1"));
  EXPECT_THAT(cells_of(*table, 5), ElementsAre("-", "yes", "no"));
  EXPECT_THAT(cells_of(*table, 6), ElementsAre("-", "2024-04-01", "1970-01-01"));
  EXPECT_THAT(cells_of(*table, 7), ElementsAre("-", "2024-04-01", "1970-01-01T01:01:01"));
  EXPECT_THAT(cells_of(*table, 8), ElementsAre("-", "1.5", "2"));
  EXPECT_THAT(table->lines(), ElementsAre(1, 2, 3));
}

TEST(read_parquet, writes_every_type_as_text) { expect_every_type(parquet_of(*every_type())); }

TEST(read_arrow, writes_every_type_as_text_from_a_file_and_a_stream) {
  expect_every_type(arrow_of(*every_type(), false));
  expect_every_type(arrow_of(*every_type(), true));
}

TEST(read_parquet, gives_numbers_as_numbers_where_they_are_asked_for) {
  ReadRequest request;
  for (const char* name : {"whole", "unsigned", "real", "words"})
    request.columns.push_back({name, true});
  for (const std::string& path : {parquet_of(*every_type()), arrow_of(*every_type(), false)}) {
    const auto table = read_table(path, request);
    ASSERT_TRUE(table) << table.failure().message;
    EXPECT_THAT(cells_of(*table, 0), ElementsAre("-", "2", "-3"));
    EXPECT_EQ(table->columns[0].numbers[1], 2);
    EXPECT_THAT(cells_of(*table, 1), ElementsAre("-", "1", "18446744073709551615"));
    EXPECT_THAT(cells_of(*table, 2), ElementsAre("-", "2", "0.1"));
    EXPECT_THAT(cells_of(*table, 3), ElementsAre("-", "b", "a"));
  }
}

TEST(read_parquet, refuses_columns_that_are_no_cells) {
  auto values = std::make_shared<arrow::Int32Builder>();
  arrow::ListBuilder lists(arrow::default_memory_pool(), values);
  ASSERT_TRUE(lists.Append().ok() && values->Append(1).ok());
  const auto table =
      arrow::Table::Make(arrow::schema({arrow::field("l", arrow::list(arrow::int32()))}),
                         {lists.Finish().ValueOrDie()});
  for (const std::string& path : {parquet_of(*table), arrow_of(*table, false)}) {
    const auto read = read_table(path, asking_for({"l"}));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.failure().kind, FailureKind::kData);
    EXPECT_THAT(read.failure().message, HasSubstr("column \"l\" holds lists"));
  }
}

TEST(read_parquet, says_that_a_file_is_cut_off_or_damaged) {
  for (const std::string& whole_path :
       {parquet_of(*every_type()), arrow_of(*every_type(), false)}) {
    const bool is_parquet = whole_path.ends_with("parquet");
    const std::string bytes = bytes_of(whole_path);
    const std::string name = is_parquet ? "t.parquet" : "t.arrow";
    const auto cut =
        read_table(file_of(name, bytes.substr(0, bytes.size() / 2)), asking_for({"text"}));
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.failure().kind, FailureKind::kData);
    EXPECT_THAT(cut.failure().message, HasSubstr("is cut off"));

    // The ends are there, but what lies between is not what they describe.
    std::string damaged = bytes;
    for (std::size_t i = 8; i + 8 < damaged.size(); ++i)
      damaged[i] = static_cast<char>(damaged[i] ^ 0x5A);
    const auto broken = read_table(file_of(name, damaged), asking_for({"text"}));
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.failure().kind, FailureKind::kData);
    EXPECT_THAT(broken.failure().message, HasSubstr("is damaged"));
  }
}

TEST(read_parquet, lists_the_columns_when_one_is_missing) {
  const auto table = read_table(parquet_of(*every_type()), asking_for({"wole"}));
  ASSERT_FALSE(table);
  EXPECT_THAT(table.failure().advice,
              ElementsAre(HasSubstr("\"whole\""), HasSubstr("text, words, whole")));
}

std::string gzip_of(const std::string& text) {
  auto codec = arrow::util::Codec::Create(arrow::Compression::GZIP).ValueOrDie();
  std::string packed(static_cast<std::size_t>(codec->MaxCompressedLen(
                         static_cast<std::int64_t>(text.size()),
                         reinterpret_cast<const std::uint8_t*>(text.data()))),
                     '\0');
  const auto size = codec
                        ->Compress(static_cast<std::int64_t>(text.size()),
                                   reinterpret_cast<const std::uint8_t*>(text.data()),
                                   static_cast<std::int64_t>(packed.size()),
                                   reinterpret_cast<std::uint8_t*>(packed.data()))
                        .ValueOrDie();
  packed.resize(static_cast<std::size_t>(size));
  return packed;
}

TEST(read_gzip, unpacks_one_packed_piece_or_several) {
  std::string text = "a,b\n";
  for (int i = 0; i < 300000; ++i) text += std::to_string(i) + ",x\n";
  const auto one = read_table(file_of("t.csv.gz", gzip_of(text)), asking_for({"a"}));
  ASSERT_TRUE(one) << one.failure().message;
  EXPECT_EQ(one->rows, 300000U);
  const auto two =
      read_table(file_of("t.csv.gz", gzip_of("a,b\n1,2\n") + gzip_of("3,4\n")), asking_for({"a"}));
  ASSERT_TRUE(two) << two.failure().message;
  EXPECT_THAT(cells_of(*two), ElementsAre("1", "3"));
}

TEST(read_gzip, says_that_it_is_damaged_or_cut_off) {
  const std::string packed = gzip_of("a,b\n1,2\n3,4\n");
  std::string damaged = packed;
  damaged[packed.size() / 2] = static_cast<char>(damaged[packed.size() / 2] ^ 0x55);
  for (const std::string& bytes : {packed.substr(0, packed.size() - 6), damaged}) {
    const auto table = read_table(file_of("t.csv.gz", bytes), asking_for({"a"}));
    ASSERT_FALSE(table);
    EXPECT_EQ(table.failure().kind, FailureKind::kData);
    EXPECT_THAT(table.failure().message, HasSubstr("damaged or cut off"));
  }
}

}  // namespace
}  // namespace assize::columns
