// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/kernels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/period.h"

namespace assize::jit {
namespace {

std::int64_t day(std::int64_t year, int month, int of_month) {
  return check::day_number_of({.year = year, .month = month, .day = of_month});
}

TEST(Kernels, a_leap_day_child_has_a_birthday_on_1_march) {
  const std::int64_t born = day(2004, 2, 29);
  EXPECT_EQ(assize_age_by_birthdays(born, day(2022, 2, 28)), 17);
  EXPECT_EQ(assize_age_by_birthdays(born, day(2022, 3, 1)), 18);
  EXPECT_EQ(assize_age_by_birthdays(born, day(2024, 2, 29)), 20);
}

TEST(Kernels, a_shift_stays_in_its_month_or_goes_up) {
  EXPECT_EQ(assize_shift(day(2024, 1, 31), 1, false), day(2024, 2, 29));
  EXPECT_EQ(assize_shift(day(2024, 1, 31), 1, true), day(2024, 3, 1));
  EXPECT_EQ(assize_shift(day(2024, 1, 15), -13, true), day(2022, 12, 15));
}

TEST(Kernels, months_have_their_length) {
  EXPECT_EQ(assize_month_length(day(2100, 2, 1)), 28);
  EXPECT_EQ(assize_month_length(day(2000, 2, 1)), 29);
  EXPECT_EQ(assize_year(day(1899, 12, 31)), 1899);
}

TEST(Kernels, different_values_are_counted_once) {
  std::int64_t values[] = {3, bind::kNoneCell, 3, 1, bind::kNoneCell};
  EXPECT_EQ(assize_count_different(values, 5, 1), 3);
  std::int64_t fractions[] = {1, 0, 2, 0, 1, 0, 3, 0, 1, 0, 2, 0};
  EXPECT_EQ(assize_count_different(fractions, 3, 4), 2);
  EXPECT_EQ(assize_count_different(fractions, 0, 4), 0);
}

TEST(Kernels, records_are_taken_by_their_days_and_then_by_what_tells_them_apart) {
  std::int64_t rows[] = {10, 11, 12, 13, 14, 15};
  std::int64_t first[] = {5, 3, bind::kUnknownCell, 5, 5, bind::kNoneCell};
  std::int64_t last[] = {9, 9, 1, bind::kOpenCell, 9, 1};
  std::vector<std::uint32_t> last_resort(16);
  last_resort[10] = 2;
  last_resort[14] = 1;
  assize_order_records(rows, first, last, 6, last_resort.data());
  EXPECT_THAT(rows, testing::ElementsAre(11, 14, 10, 13, 15, 12));
  EXPECT_THAT(last, testing::ElementsAre(9, 9, 9, bind::kOpenCell, 1, 1));
}

}  // namespace
}  // namespace assize::jit
