// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/unit/check/small_framework.h"

namespace assize::check {
namespace {

constexpr const char* kShow = "\nshow percent to 1 decimal, higher is better";

std::string codes_of(const std::string& body) { return check_measure_body(body + kShow).codes(); }

TEST(measures, a_share_of_people_is_well_formed) {
  EXPECT_EQ(codes_of("let stays = their events where sure in home\n"
                     "population people where any stays {\n"
                     "  leave out \"died\" when died before period.start\n"
                     "}\n"
                     "numerator those where home in (own, family), if unknown do not count"),
            "");
}

TEST(measures, a_share_of_records_is_well_formed) {
  EXPECT_EQ(codes_of("population their events as stay where start in period {\n"
                     "  keep one per person \"one each\" with lowest amount then highest id\n"
                     "}\n"
                     "numerator those where urgent"),
            "");
}

TEST(measures, episodes_are_well_formed) {
  EXPECT_EQ(codes_of("episodes spell from (their events where urgent) {\n"
                     "  join while start on or before the furthest end + 7 days\n"
                     "  let last_place = the sure of (records with latest end then highest id)\n"
                     "}\n"
                     "population spell where end in period\n"
                     "numerator those where last_place in home"),
            "");
}

TEST(measures, an_end_so_far_is_known_only_where_records_join) {
  EXPECT_EQ(codes_of("episodes chain from their events {\n"
                     "  begin when start before the furthest end\n"
                     "  join while start on or before the previous end\n"
                     "}\n"
                     "population people\n"
                     "numerator those where any chain"),
            "E0401 the furthest end");
}

TEST(measures, an_episode_whose_records_may_lack_their_end_may_lack_its_own) {
  const std::string collection =
      "collection stays {\n  holds stays, one stay\n  identify council by la\n"
      "  identify person by who\n  unique id\n  lasts start to end\n"
      "  field la : text\n  field who : text\n  field id : number\n  field start : date\n"
      "  field end : date or still open? blank is unknown\n}\n";
  const auto codes = [&](const std::string& join, const std::string& step) {
    return check_text(collection + "measure m {\n  title \"T\" purpose \"P\" source \"S\"\n" +
                      "  from stays\n  episodes spell from their stays { join while " + join + " }\n" +
                      "  population spell { leave out \"long\" when " + step + " }\n" +
                      "  numerator those where start before period.start\n" +
                      "  show percent to 1 decimal, higher is better\n}\n")
        .bare_codes();
  };
  const std::string joins = "(start on or before the furthest end if unknown no)";
  EXPECT_EQ(codes("start on or before the furthest end", "start before period.start"), "E0301");
  EXPECT_EQ(codes(joins, "end after period.end"), "E0301");
  EXPECT_EQ(codes(joins, "end after period.end, if unknown keep"), "");
}

TEST(measures, a_rate_per_people_needs_no_percent) {
  EXPECT_EQ(check_measure_body("population people\n"
                               "over all events where amount > 3\n"
                               "show percent to 1 decimal, higher is better")
                .bare_codes(),
            "E0402");
  EXPECT_EQ(check_measure_body("population people\n"
                               "over all events where amount > 3\n"
                               "show per 100_000 to 1 decimal, lower is better")
                .bare_codes(),
            "");
}

TEST(measures, what_is_computed_must_be_said) {
  EXPECT_EQ(check_measure_body("population people" + std::string(kShow)).bare_codes(), "E0601");
}

TEST(measures, a_wilson_interval_rests_on_a_share_in_percent) {
  const std::string share =
      "population people\nnumerator those where home in home, if unknown do not count";
  EXPECT_EQ(check_measure_body(share + kShow + ", with wilson intervals").bare_codes(), "");
  EXPECT_EQ(
      check_measure_body("population people\n"
                         "over all events where amount > 3\n"
                         "show per 100_000 to 1 decimal, lower is better, with wilson intervals")
          .bare_codes(),
      "E0603");
}

TEST(measures, which_way_is_better_must_be_said) {
  EXPECT_EQ(
      check_measure_body("population people\nnumerator those where home in home, if unknown do "
                         "not count\nshow percent to 1 decimal")
          .bare_codes(),
      "E0601");
}

TEST(measures, rounding_is_half_away_from_zero_half_even_or_down) {
  const std::string body = "population people\nnumerator those where home in home, if unknown count\n"
                           "show percent to 0 decimals, higher is better";
  EXPECT_EQ(check_measure_body(body + ", half even").codes(), "");
  EXPECT_EQ(check_measure_body(body + ", rounded down").codes(), "");
  EXPECT_EQ(check_measure_body(body + ", half up").codes(), "E0201 up");
  EXPECT_EQ(check_measure_body(body + ", rounded up").codes(), "E0201 up");
  EXPECT_EQ(check_measure_body(body + ", half even, rounded down").codes(), "E0603 down");
}

TEST(measures, a_split_places_everything_else) {
  const std::string body =
      "population people\nnumerator those where home in home, if unknown count\n";
  EXPECT_EQ(codes_of(body + "split by home into own, family"), "E0307 home into own, family");
  EXPECT_EQ(codes_of(body + "split by home into own, family, rest in total only"), "");
  EXPECT_EQ(codes_of(body + "tabulate by home"), "");
}

TEST(measures, a_split_that_leaves_nothing_needs_no_rest) {
  EXPECT_EQ(codes_of("population their events where start in period\n"
                     "numerator those where sure in home\n"
                     "split by urgent into yes \"Urgent\", no \"Other\"\n"
                     "split by sure into own, family, care"),
            "");
}

TEST(measures, a_mean_needs_its_values_known) {
  EXPECT_EQ(check_measure_body("population their events\nmean of place.points\n"
                               "show number to 1 decimal, higher is better")
                .codes(),
            "E0308 place.points");
  EXPECT_EQ(check_measure_body("population their events where place.points is known\n"
                               "mean of place.points\nshow number to 1 decimal, higher is better")
                .codes(),
            "");
}

TEST(measures, steps_of_one_label_are_refused) {
  EXPECT_EQ(codes_of("population people {\n leave out \"a\" when died before period.start\n"
                     " leave out \"a\" when died before period.end\n}\n"
                     "numerator those where home in home, if unknown count"),
            "E0202 \"a\"");
}

TEST(measures, parts_share_what_stands_above_them) {
  EXPECT_EQ(
      codes_of("population people\nnumerator those where home in home, if unknown count\n"
               "part young as 1A(1) \"18 to 64\" { keep \"young\" when age(on period.end) in 18 "
               "to 64, if unknown leave out }\n"
               "part old as 1A(2) \"65 and above\" { keep \"old\" when age(on period.end) >= 65, "
               "if unknown leave out }"),
      "");
}

}  // namespace
}  // namespace assize::check
