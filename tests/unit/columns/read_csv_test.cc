// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/columns/table.h"
#include "tests/unit/columns/columns_checks.h"

namespace assize::columns {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

RawTable read(const std::string& text, const std::vector<std::string>& columns) {
  auto table = read_table(file_of("t.csv", text), asking_for(columns));
  EXPECT_TRUE(table) << table.failure().message;
  return std::move(*table);
}

Failure failure_of(const std::string& name, std::string_view bytes,
                   const std::vector<std::string>& columns) {
  const auto table = read_table(file_of(name, bytes), asking_for(columns));
  EXPECT_FALSE(table);
  return table ? Failure{} : table.failure();
}

TEST(read_csv, finds_columns_without_regard_to_case_and_order) {
  const RawTable table = read("\xEF\xBB\xBF B , a,c\n1,x,9\n2,y,9\n", {"A", "b"});
  EXPECT_THAT(cells_of(table, 0), ElementsAre("x", "y"));
  EXPECT_THAT(cells_of(table, 1), ElementsAre("1", "2"));
  EXPECT_EQ(table.columns[0].name, "a");
}

TEST(read_csv, reads_quotes_line_breaks_and_blanks_as_rfc_4180_has_them) {
  const RawTable table =
      read("a,b\r\n\"one, two\",\"say \"\"yes\"\"\"\r\n\"line\nbreak\", \r\n,\"\"\r\n last ,x",
           {"a", "b"});
  EXPECT_THAT(cells_of(table, 0), ElementsAre("one, two", "line\nbreak", "-", " last "));
  EXPECT_THAT(cells_of(table, 1), ElementsAre("say \"yes\"", "-", "-", "x"));
}

TEST(read_csv, knows_the_line_of_each_row) {
  const RawTable table = read("a\n1\n\n\"2\n2\"\n3\n\n\n4\n", {"a"});
  EXPECT_THAT(table.lines(), ElementsAre(2, 4, 6, 9));
  EXPECT_EQ(table.line_of(0), 2U);
  EXPECT_EQ(table.line_of(2), 6U);
  EXPECT_EQ(table.line_of(3), 9U);
}

TEST(read_csv, keeps_whole_numbers_as_numbers_and_the_rest_as_text) {
  ReadRequest request;
  request.columns = {{.name = "n", .as_numbers = true}};
  const auto table = read_table(file_of("t.csv", "n,m\n12,\n-7,\n 8 ,\n,\nc,\n1.5,\n"), request);
  ASSERT_TRUE(table);
  EXPECT_THAT(cells_of(*table), ElementsAre("12", "-7", "8", "-", "c", "1.5"));
}

TEST(read_csv, gives_the_same_table_for_any_number_of_threads) {
  // More than a megabyte a piece, with quoted line breaks, so that pieces begin within quotes too.
  std::string text = "id,note\n";
  for (int i = 0; i < 200000; ++i) {
    text += std::to_string(i % 5000) +
            (i % 7 == 0 ? ",\"a\nb, " + std::to_string(i % 11) + "\"\n" : ",plain text\n");
  }
  const std::string path = file_of("t.csv", text);
  ReadRequest request = asking_for({"note", "id"});
  request.threads = 1;
  const auto one = read_table(path, request);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->rows, 200000U);
  for (const int threads : {2, 3, 5}) {
    request.threads = threads;
    const auto many = read_table(path, request);
    ASSERT_TRUE(many);
    EXPECT_EQ(many->columns[0].codes, one->columns[0].codes);
    EXPECT_EQ(many->columns[1].codes, one->columns[1].codes);
    EXPECT_EQ(cells_of(*many, 0), cells_of(*one, 0));
    EXPECT_EQ(many->lines(), one->lines());
  }
}

TEST(read_csv, a_quote_within_a_cell_is_text_whatever_the_number_of_threads) {
  std::string text = "id,note\n";
  for (int i = 0; i < 150000; ++i)
    text += std::to_string(i) + (i % 1001 == 0 ? ",5\" pipe\n" : ",plain text\n");
  ReadRequest request = asking_for({"note"});
  request.threads = 3;
  const auto table = read_table(file_of("t.csv", text), request);
  ASSERT_TRUE(table);
  EXPECT_EQ(table->rows, 150000U);
  EXPECT_EQ(cells_of(*table)[0], "5\" pipe");
  EXPECT_EQ(cells_of(*table)[1001], "5\" pipe");
}

TEST(read_csv, a_header_alone_is_a_table_without_rows) {
  EXPECT_EQ(read("a,b\n", {"a"}).rows, 0U);
  EXPECT_EQ(read("a,b", {"b"}).rows, 0U);
}

TEST(read_csv, names_the_column_that_is_missing_the_nearest_and_those_there_are) {
  const Failure failure = failure_of("t.csv", "Event_Start,Gender\n", {"Event_Strat"});
  EXPECT_EQ(failure.kind, FailureKind::kData);
  EXPECT_THAT(failure.message, HasSubstr("there is no column \"Event_Strat\""));
  EXPECT_THAT(failure.advice, ElementsAre(HasSubstr("The nearest is \"Event_Start\""),
                                          HasSubstr("Event_Start, Gender")));
}

TEST(read_csv, two_columns_of_one_name_fail_only_if_the_name_is_asked_for) {
  EXPECT_EQ(read("a,x,X\n1,2,3\n", {"a"}).rows, 1U);
  const Failure failure = failure_of("t.csv", "a,x,X \n1,2,3\n", {"x"});
  EXPECT_EQ(failure.kind, FailureKind::kData);
  EXPECT_THAT(failure.message, HasSubstr("two columns are named \"x\""));
}

TEST(read_csv, guesses_other_separators_in_its_advice) {
  const Failure failure = failure_of("t.csv", "a;b\n1;2\n", {"a"});
  EXPECT_THAT(failure.advice, testing::Contains(HasSubstr("semicolons")));
}

TEST(read_csv, says_what_is_wrong_with_a_line) {
  EXPECT_THAT(failure_of("t.csv", "a,b\n1,2\n\"x\ny\",2\n3\n", {"a"}).message,
              HasSubstr("line 5 has 1 cells, but the header has 2"));
  EXPECT_THAT(failure_of("t.csv", "a,b\n1,2\n3,\"open\n4,5\n", {"a"}).message,
              HasSubstr("quotes that open on line 3 are never closed"));
}

TEST(read_csv, says_what_is_wrong_with_a_file) {
  const Failure missing = read_table("no/such/file.csv", {}).failure();
  EXPECT_EQ(missing.kind, FailureKind::kInputOutput);
  EXPECT_THAT(missing.message, HasSubstr("there is no such file"));
  EXPECT_EQ(read_table("/", {}).failure().kind, FailureKind::kInputOutput);

  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "is empty"},
      {" \n\n", "is empty"},
      {"a\ncaf\xE9\n", "column \"a\" is not UTF-8"},
      {"caf\xE9\n1\n", "names of columns is not UTF-8"},
      {std::string("\xFF\xFE"
                   "a\0\n\0",
                   6),
       "UTF-16"},
      {"PK\x03\x04 and so on", "workbook"},
      {std::string("a\n\0\0\n", 5), "no text"},
      {"PAR1xxxxPAR1", "is named as CSV, but holds Parquet"},
      {"ARROW1\0\0", "is named as CSV, but holds Arrow"},
      {"\x1F\x8B\x08", "is named as CSV, but holds a file packed with gzip"},
  };
  for (const auto& [bytes, sentence] : cases) {
    const Failure failure = failure_of("t.csv", bytes, {"a"});
    EXPECT_EQ(failure.kind, FailureKind::kData) << failure.message;
    EXPECT_THAT(failure.message, HasSubstr(sentence));
    EXPECT_FALSE(failure.advice.empty()) << failure.message;
  }
  EXPECT_THAT(failure_of("t.parquet", "a,b\n1,2\n", {"a"}).message,
              HasSubstr("is named as Parquet, but holds text"));
  EXPECT_THAT(failure_of("t.csv.gz", "a,b\n1,2\n", {"a"}).message, HasSubstr("not packed"));
}

TEST(read_csv, stops_when_it_is_asked_to) {
  std::string text = "a\n";
  for (int i = 0; i < 40000; ++i) text += "x\n";
  ReadRequest request = asking_for({"a"});
  request.progress = [](const Progress& progress) { return progress.done == 0; };
  const auto table = read_table(file_of("t.csv", text), request);
  ASSERT_FALSE(table);
  EXPECT_EQ(table.failure().kind, FailureKind::kInterrupted);
}

TEST(column_names, are_given_as_the_file_writes_them) {
  const auto names = column_names(file_of("t.csv",
                                          "\xEF\xBB\xBF"
                                          "LA_Code, Event Start \n1,2\n"));
  ASSERT_TRUE(names);
  EXPECT_THAT(*names, ElementsAre("LA_Code", "Event Start"));
}

}  // namespace
}  // namespace assize::columns
