// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <set>

#include "tests/unit/interpret/records_at_hand.h"

namespace assize::interpret::tests {
namespace {

class EpisodesTest : public ::testing::Test {
 protected:
  EpisodesTest() {
    episodes.name = "reablement";
    episodes.from = their(*h.cld);
    episodes.record = &event;
    episodes.join_while = starts_within(7, Op::kFurthestEnd);
  }

  void add(int id, const char* start, const Value& end, const Value& kind = kNone) {
    h.add({0, "P", number(id), day(start), end, kind, kNone});
  }
  // `start on or before the furthest end + 7 days`
  ExprPtr starts_within(std::int64_t gap, Op which) {
    ExprPtr end = make(Op::kAdd, Base::kDate, make(which, Base::kDate), constant(days(gap)));
    return test_of(Op::kLessOrEqual, h.get(event, "start"), std::move(end));
  }
  // Writes what came out: `2024-05-01..2024-05-20 (1 2); …`.
  std::string cut() {
    h.bind();
    ExprPtr set = make(Op::kEpisodeSet, Base::kSet);
    set->episodes = &episodes;
    File& file = h.evaluation().file_at(0, h.person_id("P"));
    Unit unit;
    unit.item = Item::of_file(file);
    unit.file = &file;
    Scope scope = h.evaluation().scope_of(unit);
    std::string written;
    for (const Item& item : h.evaluation().set_of(*set, scope)) {
      const Bound bound(scope, &whole, item);
      ExprPtr records = make(Op::kEpisodeRecords, Base::kSet);
      records->variable = &whole;
      std::set<std::string> ids;
      for (const Item& record : h.evaluation().set_of(*records, scope)) {
        ids.insert(shown(cell_value(record, *h.cld->field("id"), *h.inputs.texts)));
      }
      std::string listed;
      for (const std::string& id : ids) listed += (listed.empty() ? "" : " ") + id;
      ExprPtr start = make(Op::kEpisodeStart, Base::kDate);
      ExprPtr end = make(Op::kEpisodeEnd, Base::kDate);
      start->variable = end->variable = &whole;
      written += (written.empty() ? "" : "; ") + shown(h.evaluation().value_of(*start, scope)) +
                 ".." + shown(h.evaluation().value_of(*end, scope)) + " (" + listed + ")";
    }
    return written;
  }

  RecordsAtHand h;
  check::Variable& event = h.variable();
  check::Variable& whole = h.variable("reablement");
  check::Episodes episodes;
};

TEST_F(EpisodesTest, a_gap_of_7_days_joins) {
  add(1, "2024-05-01", day("2024-05-20"));
  add(2, "2024-05-27", day("2024-06-10"));
  EXPECT_EQ(cut(), "2024-05-01..2024-06-10 (1 2)");
}

TEST_F(EpisodesTest, a_gap_of_8_days_does_not) {
  add(1, "2024-05-01", day("2024-05-20"));
  add(2, "2024-05-28", day("2024-06-10"));
  EXPECT_EQ(cut(), "2024-05-01..2024-05-20 (1); 2024-05-28..2024-06-10 (2)");
}

TEST_F(EpisodesTest, the_furthest_end_is_not_that_of_the_record_before) {
  add(2, "2024-04-20", day("2024-04-25"));
  add(1, "2024-04-10", day("2024-07-31"));
  add(3, "2024-08-05", day("2024-08-10"));
  EXPECT_EQ(cut(), "2024-04-10..2024-08-10 (1 2 3)");
}

TEST_F(EpisodesTest, the_previous_end_is_that_of_the_record_before) {
  add(1, "2024-04-10", day("2024-07-31"));
  add(2, "2024-04-20", day("2024-04-25"));
  add(3, "2024-08-05", day("2024-08-10"));
  episodes.join_while = starts_within(7, Op::kPreviousEnd);
  EXPECT_EQ(cut(), "2024-04-10..2024-07-31 (1 2); 2024-08-05..2024-08-10 (3)");
}

TEST_F(EpisodesTest, an_open_end_takes_in_every_later_start) {
  add(1, "2024-04-10", kOpen);
  add(2, "2029-04-20", day("2029-04-25"));
  EXPECT_EQ(cut(), "2024-04-10..open (1 2)");
}

TEST_F(EpisodesTest, records_are_taken_by_start_and_then_by_end) {
  add(1, "2024-05-01", day("2024-05-20"));
  add(2, "2024-05-01", day("2024-05-02"));
  add(3, "2024-05-12", day("2024-05-13"));
  episodes.join_while = starts_within(3, Op::kPreviousEnd);
  // 2 comes before 1, so the previous end of 3 is 20 May.
  EXPECT_EQ(cut(), "2024-05-01..2024-05-20 (1 2 3)");
}

TEST_F(EpisodesTest, without_records_there_is_none) { EXPECT_EQ(cut(), ""); }

TEST_F(EpisodesTest, a_record_that_reaches_back_belongs_to_it) {
  add(1, "2024-05-05", day("2024-05-01"));
  EXPECT_EQ(cut(), "2024-05-05..2024-05-01 (1)");
}

class ChainTest : public EpisodesTest {
 protected:
  ChainTest() {
    episodes.per_unit = true;
    episodes.begin_when =
        test_of(Op::kLessOrEqual, h.get(event, "start"), constant(day("2024-05-10")));
    episodes.join_while = starts_within(3, Op::kPreviousEnd);
  }
};

TEST_F(ChainTest, there_is_one_at_most_and_it_ends_at_the_first_gap) {
  add(1, "2024-05-10", day("2024-05-12"));
  add(2, "2024-05-15", day("2024-05-16"));
  add(3, "2024-05-20", day("2024-05-30"));
  add(4, "2024-05-31", day("2024-06-01"));
  EXPECT_EQ(cut(), "2024-05-10..2024-05-16 (1 2)");
}

TEST_F(ChainTest, there_is_none_if_the_first_record_does_not_fit) {
  add(1, "2024-05-11", day("2024-05-12"));
  EXPECT_EQ(cut(), "");
}

TEST_F(ChainTest, it_ends_before_the_day_of_the_first_record_that_fits_stop) {
  add(1, "2024-05-09", day("2024-05-12"));
  add(2, "2024-05-10", day("2024-05-11"));
  add(3, "2024-05-10", day("2024-05-12"), code(1));
  episodes.stop_before = test_of(Op::kIs, h.get(event, "kind"), constant(code(1)));
  EXPECT_EQ(cut(), "2024-05-09..2024-05-12 (1)");
}

}  // namespace
}  // namespace assize::interpret::tests
