// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/kernels.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace assize::jit
