// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/bind_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/interpret/record_interpreter.h"
#include "tests/unit/bind/bind_checks.h"

namespace assize::bind {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A test compiled with the framework of these tests.
class Given {
 public:
  explicit Given(const std::string& tables, const std::string& more_of_cld = "")
      : compiled_(demo_framework(more_of_cld) +
                  "test \"t\" of m in demo 2024-25 {\n  covers 2024-04-01 to 2025-03-31\n" +
                  tables + "\n}\n") {
    const check::Framework& framework = compiled_.framework();
    interpret::RecordInterpreter evaluator;
    TestRequest request;
    request.needed = {framework.collection("cld")};
    request.period = {framework.covers_from, framework.covers_to};
    diagnostics::Sink sink;
    auto bound = bind_test(framework, *compiled_.library.tests().at(0), request, evaluator, sink);
    if (!bound) throw std::runtime_error(bound.failure().message);
    inputs = std::move(*bound);
    for (const auto& one : sink.all()) {
      const auto text = compiled_.sources.file(one.span.file).text(one.span);
      errors.push_back(one.code + " " + std::string(text));
      fixes.push_back(one.fixes.empty() ? "" : one.fixes[0].edits[0].text);
    }
  }

  std::vector<std::string> of(const std::string& field) const {
    return field_texts(inputs, "cld", field);
  }
  std::vector<std::string> persons() const {
    std::vector<std::string> keys;
    for (const std::int32_t person : records_named(inputs, "cld").person)
      keys.push_back(inputs.texts->text(person));
    return keys;
  }
  std::vector<std::string> councils() const {
    std::vector<std::string> keys;
    for (const std::int32_t council : records_named(inputs, "cld").council) {
      keys.push_back(inputs.councils[static_cast<std::size_t>(council)].key);
    }
    return keys;
  }

 private:
  Compiled compiled_;

 public:
  Inputs inputs;
  std::vector<std::string> errors;
  std::vector<std::string> fixes;
};

TEST(bind_test, a_blank_cell_takes_the_value_after_with_else_it_is_blank) {
  const Given given(
      R"(  given cld with council_sent = "LA1", support = nursing, start = 2024-05-01, end = open
  | person | support | start      | end        | home |
  | P1     |         |            | 2024-06-01 | own  |
  | P2     | home    | 2024-01-31 |            |      |
  | P1     | unknown |            | open       | unknown |
  | P1     | none    |            |            |      |)");
  EXPECT_THAT(given.errors, IsEmpty());
  EXPECT_THAT(given.persons(), ElementsAre("P1", "P2", "P1", "P1"));
  EXPECT_THAT(given.of("support"), ElementsAre("nursing", "home", "?", "none"));
  EXPECT_THAT(given.of("start"),
              ElementsAre("2024-05-01", "2024-01-31", "2024-05-01", "2024-05-01"));
  EXPECT_THAT(given.of("end"), ElementsAre("2024-06-01", "open", "open", "open"));
  EXPECT_THAT(given.of("home"), ElementsAre("own", "?", "?", "?"));
  EXPECT_THAT(given.of("died"), ElementsAre("none", "none", "none", "none"));
}

TEST(bind_test, people_fill_every_record_of_a_person_and_their_with_everybodys) {
  const Given given(R"(  given people with born = 1940-01-01
  | person | born       | died       |
  | P1     |            | 2024-10-27 |
  | P2     | 2007-01-01 |            |
  | P3     | unknown    |            |
  given cld with council_sent = "LA1"
  | person | start      | died       |
  | P1     | 2024-05-01 |            |
  | p1     | 2024-05-02 | 2024-11-01 |
  | P2     | 2024-05-01 |            |
  | P3     | 2024-05-01 |            |
  | P4     | 2024-05-01 |            |)");
  EXPECT_THAT(given.errors, IsEmpty());
  EXPECT_THAT(given.of("born"),
              ElementsAre("1940-01-01", "1940-01-01", "2007-01-01", "?", "1940-01-01"));
  EXPECT_THAT(given.of("died"), ElementsAre("2024-10-27", "2024-11-01", "none", "none", "none"));
}

TEST(bind_test, copies_repeat_a_row_and_the_number_counts_up) {
  const Given given(R"(  given cld with council_sent = "LA1", start = 2024-05-01
  | person | copies | number_sent |
  | P1     | 3      |             |
  | P2     |        | 2           |
  | P3     | 0      |             |
  | P4     |        |             |)");
  EXPECT_THAT(given.errors, IsEmpty());
  EXPECT_THAT(given.persons(), ElementsAre("P1", "P1", "P1", "P2", "P4"));
  EXPECT_THAT(given.of("number_sent"), ElementsAre("1", "3", "4", "2", "5"));
}

TEST(bind_test, councils_are_those_of_the_list_and_those_that_tables_name) {
  const Given given(R"(  given cld with council_sent = "LA1", start = 2024-05-01
  | person | council_sent |
  | P1     |              |
  | P2     | LA2          |
  | P2     | E1           |)");
  EXPECT_THAT(given.councils(), ElementsAre("LA1", "LA2", "E1"));
  std::vector<std::string> keys;
  for (const Council& council : given.inputs.councils)
    keys.push_back(council.key + " " + council.name);
  EXPECT_THAT(keys, ElementsAre("E1 Aford", "E2 Bbury", "LA1 LA1", "LA2 LA2"));
  for (const Council& council : given.inputs.councils) EXPECT_EQ(council.by.size(), 1U);
}

TEST(bind_test, a_field_that_is_never_mentioned_holds_one_value_where_a_blank_would_refuse) {
  const Given given("  given cld\n  | person |\n  | P1     |\n  | P2     |");
  EXPECT_THAT(given.errors, IsEmpty());
  EXPECT_THAT(given.of("start"), ElementsAre("2025-03-31", "2025-03-31"));
  EXPECT_THAT(given.of("number_sent"), ElementsAre("1", "2"));
  EXPECT_THAT(given.of("council_sent"), ElementsAre("not given", "not given"));
}

TEST(bind_test, without_a_person_the_collections_own_key_is_made) {
  const Given given(R"(  given cld with council_sent = "LA1"
  | local |
  | 7     |)");
  EXPECT_THAT(given.persons(), ElementsAre("LA1_7"));
}

TEST(bind_test, the_collections_steps_apply) {
  const Given given(R"(  given cld with council_sent = "LA1"
  | person | start      |
  | P1     | 2024-05-01 |
  | P2     | 1999-05-01 |)",
                    "  keep \"starts this century\" when start on or after 2000-01-01\n");
  EXPECT_THAT(given.errors, IsEmpty());
  EXPECT_THAT(given.persons(), ElementsAre("P1"));
}

TEST(bind_test, decimals_and_words_are_read_by_type) {
  const Given given(R"(  given cld with council_sent = "LA1", paid = yes
  | person | hours | paid | nhs       |
  | P1     | 1.5   | no   | "unknown" |
  | P2     | -2    |      | unknown   |)");
  EXPECT_THAT(given.errors, IsEmpty());
  EXPECT_THAT(given.of("hours"), ElementsAre("1.5", "-2"));
  EXPECT_THAT(given.of("paid"), ElementsAre("no", "yes"));
  EXPECT_THAT(given.of("nhs"), ElementsAre("unknown", "?"));
}

TEST(bind_test, a_collection_or_column_that_is_not_there_is_an_error_at_its_place) {
  const Given given(R"(  given clod
  | person |
  | P1     |
  given people with borm = 1940-01-01
  | person | gender |
  | P1     | x      |
  given cld with council_sent = "LA1", suport = nursing
  | person | stat       |
  | P1     | 2024-05-01 |)");
  EXPECT_THAT(given.errors,
              testing::UnorderedElementsAre("E0701 clod", "E0702 borm", "E0702 gender",
                                            "E0702 suport", "E0702 stat"));
  EXPECT_THAT(given.fixes, testing::IsSupersetOf({"cld", "born", "support", "start"}));
}

TEST(bind_test, a_value_that_cannot_stand_there_is_an_error_at_the_cell) {
  const Given given(R"(  given cld with council_sent = "LA1", start = open
  | person | support    | home  | end        | number_sent | copies |
  | P1     | nursin     | own   | 2024-02-30 |             |        |
  | P2     | "Home help" | none |            | many        | x      |)");
  EXPECT_THAT(given.errors, testing::UnorderedElementsAre("E0703 open", "E0704 nursin",
                                                          "E0704 \"Home help\"", "E0703 2024-02-30",
                                                          "E0703 none", "E0703 many", "E0703 x"));
  EXPECT_THAT(given.fixes, testing::IsSupersetOf({"nursing", "home"}));
}

TEST(bind_test, a_blank_that_would_refuse_the_row_is_an_error) {
  const Given given(R"(  given cld with council_sent = "LA1"
  | person | start      |
  | P1     | 2024-05-01 |
  | P2     |            |)");
  EXPECT_THAT(given.errors, ElementsAre("E0705 cld"));
}

TEST(bind_test, rows_that_unique_refuses_are_an_error) {
  const Given given(R"(  given cld with council_sent = "LA1", number_sent = 1
  | person | start      |
  | P1     | 2024-05-01 |
  | P1     | 2024-05-02 |)");
  EXPECT_THAT(given.errors, ElementsAre("E0706 cld"));
}

}  // namespace
}  // namespace assize::bind
