// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sample/random.h"

#include <gtest/gtest.h>

#include <array>

namespace assize::sample {
namespace {

TEST(random, gives_the_same_numbers_for_ever) {
  Random one(2024, 1);
  Random same(2024, 1);
  Random other(2024, 2);
  bool is_other = false;
  for (int i = 0; i < 100; ++i) {
    const std::uint64_t number = one.next();
    EXPECT_EQ(number, same.next());
    is_other = is_other || number != other.next();
  }
  EXPECT_TRUE(is_other);
}

TEST(random, keeps_its_bounds_and_meets_them) {
  Random random(1, 1);
  std::array<int, 5> seen{};
  for (int i = 0; i < 5000; ++i) {
    const std::int64_t number = random.between(-2, 2);
    ASSERT_GE(number, -2);
    ASSERT_LE(number, 2);
    ++seen[static_cast<std::size_t>(number + 2)];
  }
  for (const int count : seen) EXPECT_NEAR(count, 1000, 150);
}

TEST(random, draws_as_often_as_weights_say) {
  Random random(7, 3);
  std::array<int, 3> seen{};
  for (int i = 0; i < 10000; ++i) ++seen[random.weighted(std::array{1, 0, 3})];
  EXPECT_NEAR(seen[0], 2500, 200);
  EXPECT_EQ(seen[1], 0);
}

}  // namespace
}  // namespace assize::sample
