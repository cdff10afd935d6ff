// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

std::string codes_of(const std::string& let) {
  return check_measure_body("population people\nnumerator those where home in home, if unknown count\n" +
                            let + "\nshow percent to 1 decimal, higher is better")
      .codes();
}

TEST(units, days_are_no_plain_number) {
  EXPECT_EQ(codes_of("let s = their events where end after start + 7 days"), "");
  EXPECT_EQ(codes_of("let s = their events where end after start + 7").substr(0, 5), "E0402");
  EXPECT_EQ(codes_of("let s = their events where end - start > 7").substr(0, 5), "E0402");
}

TEST(units, people_and_events_are_not_added) {
  EXPECT_EQ(codes_of("episodes spell from their events { join while start on or before the furthest end }\n"
                     "let n = number of their events + number of spell")
                .substr(0, 5),
            "E0402");
  EXPECT_EQ(codes_of("let n = number of their events + number of (their events where urgent)"), "");
}

TEST(units, dates_are_before_numbers_are_less) {
  EXPECT_EQ(codes_of("let s = their events where start < period.start").substr(0, 5), "E0401");
  EXPECT_EQ(codes_of("let s = their events where amount before 3").substr(0, 5), "E0401");
}

TEST(units, texts_have_no_order_but_what_tells_records_apart_is_a_last_resort) {
  const auto codes = [](const std::string& key) {
    return check_text("collection stays {\n  holds stays, one stay\n  identify council by la\n"
                      "  identify person by who\n  unique serial\n  field la : text\n  field who : text\n"
                      "  field serial : text\n  field ward : text\n  field amount : number\n}\n"
                      "measure m {\n  title \"T\" purpose \"P\" source \"S\"\n  from stays\n"
                      "  population people\n  numerator those where the ward of (their stays with " + key +
                      ") is \"a\"\n  show percent to 1 decimal, higher is better\n}\n")
        .bare_codes();
  };
  EXPECT_EQ(codes("highest serial"), "");
  EXPECT_EQ(codes("lowest amount then lowest serial"), "");
  EXPECT_EQ(codes("latest serial").substr(0, 5), "E0401");
  EXPECT_EQ(codes("highest ward then highest serial").substr(0, 5), "E0401");
}

TEST(units, months_have_no_fixed_length) {
  EXPECT_EQ(codes_of("let d = period.start + 3 months").substr(0, 5), "E0401");
  EXPECT_EQ(codes_of("let d = shift(period.start, 3 months, down)"), "");
}

TEST(units, ages_compare_with_plain_numbers) {
  EXPECT_EQ(codes_of("let a = age(on period.end) >= 65"), "");
}

TEST(units, dates_are_latest_numbers_are_highest) {
  EXPECT_EQ(codes_of("let d = highest start of their events").substr(0, 5), "E0401");
  EXPECT_EQ(codes_of("let d = latest amount of their events").substr(0, 5), "E0401");
}

}  // namespace
}  // namespace assize::check
