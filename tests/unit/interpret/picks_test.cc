// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/interpret/picks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/interpret/build_expr.h"

namespace assize::interpret::tests {
namespace {

using check::Key;
using check::Pick;

// Writes values in the order in which a key takes them.
std::string ordered(Pick pick, bool unknown_first) {
  std::vector<Value> values{kNone, number(1), kUnknown, kOpen, number(2)};
  std::stable_sort(values.begin(), values.end(), [&](const Value& a, const Value& b) {
    return stands_before(a, b, pick, unknown_first);
  });
  std::string listed;
  for (const Value& value : values) listed += (listed.empty() ? "" : " ") + shown(value);
  return listed;
}

TEST(Keys, open_is_the_latest_none_comes_last_unknown_as_said) {
  EXPECT_EQ(ordered(Pick::kLatest, false), "open 2 1 none unknown");
  EXPECT_EQ(ordered(Pick::kLatest, true), "unknown open 2 1 none");
  EXPECT_EQ(ordered(Pick::kHighest, false), "open 2 1 none unknown");
  EXPECT_EQ(ordered(Pick::kEarliest, false), "1 2 open none unknown");
  EXPECT_EQ(ordered(Pick::kEarliest, true), "unknown 1 2 open none");
  EXPECT_EQ(ordered(Pick::kLowest, false), "1 2 open none unknown");
}

TEST(Keys, later_ones_decide_only_among_those_that_tie) {
  std::vector<Key> keys;
  keys.push_back(key_of(Key::Kind::kPick, constant(number(0)), Pick::kLatest));
  keys.push_back(key_of(Key::Kind::kPreferring, constant(kYes)));
  const std::vector<std::vector<Value>> values{{number(3), number(5), number(5), number(5)},
                                               {kYes, kNo, kYes, kYes}};
  EXPECT_EQ(stand_first(keys, values, 4), (std::vector<std::size_t>{2, 3}));
}

TEST(Keys, all_that_tie_stay) {
  std::vector<Key> keys;
  keys.push_back(key_of(Key::Kind::kPick, constant(number(0)), Pick::kEarliest));
  EXPECT_EQ(stand_first(keys, {{kUnknown, kUnknown}}, 2), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(stand_first(keys, {{}}, 0), std::vector<std::size_t>{});
}

TEST(Keys, preferring_takes_what_is_known_to_fit) {
  std::vector<Key> keys;
  keys.push_back(key_of(Key::Kind::kPreferring, constant(kYes)));
  EXPECT_EQ(stand_first(keys, {{kUnknown, kNo, kYes}}, 3), std::vector<std::size_t>{2});
  EXPECT_EQ(stand_first(keys, {{kUnknown, kNo}}, 2), (std::vector<std::size_t>{0, 1}));
}

TEST(Keys, best_places_the_blank_and_the_unknown_last) {
  check::CodeList list;
  list.orders.push_back({"rank", {check::Rational(2), {}, check::Rational(1)}});
  std::vector<Key> keys;
  keys.push_back(key_of(Key::Kind::kBest, constant(code(0))));
  keys.front().value->type.list = &list;
  EXPECT_EQ(stand_first(keys, {{code(0), code(2), kUnknown}}, 3), std::vector<std::size_t>{1});
  EXPECT_EQ(stand_first(keys, {{code(1), kUnknown, code(0)}}, 3), std::vector<std::size_t>{2});
  EXPECT_EQ(stand_first(keys, {{code(1), kUnknown, kNone}}, 3), (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Extremes, pass_over_unknown_and_take_none_for_want_of_better) {
  EXPECT_EQ(shown(extreme_of({number(1), kUnknown, number(3)}, Pick::kHighest)), "3");
  EXPECT_EQ(shown(extreme_of({day("2024-05-10"), kOpen}, Pick::kLatest)), "open");
  EXPECT_EQ(shown(extreme_of({day("2024-05-10"), kOpen}, Pick::kEarliest)), "2024-05-10");
  EXPECT_EQ(shown(extreme_of({kNone, day("2024-05-10")}, Pick::kLatest)), "2024-05-10");
  EXPECT_EQ(shown(extreme_of({kNone, day("2024-05-10")}, Pick::kEarliest)), "2024-05-10");
  EXPECT_EQ(shown(extreme_of({kNone, kUnknown}, Pick::kLatest)), "none");
  EXPECT_EQ(shown(extreme_of({kUnknown}, Pick::kLatest)), "unknown");
  EXPECT_EQ(shown(extreme_of({}, Pick::kLatest)), "unknown");
}

TEST(Best, never_takes_a_value_without_a_place_and_keeps_the_first_listed) {
  check::CodeList list;
  list.orders.push_back({"rank", {check::Rational(2), {}, check::Rational(1), check::Rational(1)}});
  EXPECT_EQ(best_of({code(0), code(1), code(2)}, list, 0).whole, 2);
  EXPECT_EQ(best_of({code(3), code(2)}, list, 0).whole, 3);
  EXPECT_EQ(best_of({code(2), code(3)}, list, 0).whole, 2);
  EXPECT_EQ(shown(best_of({code(1), kNone, kUnknown}, list, 0)), "unknown");
}

}  // namespace
}  // namespace assize::interpret::tests
