// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/fractions.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <vector>

#include "compiler/jit/kernels.h"

namespace assize::jit {
namespace {

using columns::Rational;
using columns::Whole128;
using Bytes = std::array<std::byte, kFractionBytes>;

Bytes bytes_of(const Rational& fraction) {
  Bytes bytes{};
  write_fraction(fraction, bytes.data());
  return bytes;
}

/// The key of a fraction as words that compare like it, the highest first.
std::vector<std::uint64_t> key_of(const Rational& fraction) {
  std::array<std::uint64_t, 6> words{};
  assize_fraction_key(bytes_of(fraction).data(), words.data());
  std::vector<std::uint64_t> key(words.rbegin(), words.rend());
  key[0] ^= std::uint64_t{1} << 63;
  return key;
}

TEST(Fractions, are_read_as_they_were_written) {
  for (const Rational& fraction : {Rational(0), Rational(-7, 3), Rational(Whole128{1} << 90, 3)}) {
    EXPECT_EQ(read_fraction(bytes_of(fraction).data()), fraction);
  }
}

TEST(Fractions, whose_denominator_is_nothing_overflow) {
  EXPECT_TRUE(read_fraction(Bytes{}.data()).overflowed());
}

TEST(Fractions, are_computed_exactly) {
  const auto compute = [](FractionOp op, const Rational& a, const Rational& b) {
    Bytes result{};
    EXPECT_EQ(assize_fraction(static_cast<std::uint32_t>(op), bytes_of(a).data(),
                              bytes_of(b).data(), result.data()),
              1);
    return read_fraction(result.data());
  };
  EXPECT_EQ(compute(FractionOp::kAdd, {1, 3}, {1, 6}), Rational(1, 2));
  EXPECT_EQ(compute(FractionOp::kSubtract, {1, 3}, {1, 2}), Rational(-1, 6));
  EXPECT_EQ(compute(FractionOp::kMultiply, {2, 3}, {-3, 4}), Rational(-1, 2));
  EXPECT_EQ(compute(FractionOp::kDivide, {1, 2}, {3, 4}), Rational(2, 3));
}

TEST(Fractions, that_do_not_fit_say_so) {
  const Rational large(Whole128{1} << 100, 1);
  Bytes result{};
  EXPECT_EQ(assize_fraction(static_cast<std::uint32_t>(FractionOp::kMultiply),
                            bytes_of(large).data(), bytes_of(large).data(), result.data()),
            0);
}

TEST(Fractions, have_keys_in_their_order) {
  const Whole128 huge = Whole128{1} << 125;
  const std::vector<Rational> rising = {Rational(-huge, 1),
                                        Rational(-5, 2),
                                        Rational(-7, 3),
                                        Rational(-1),
                                        Rational(-1, huge - 1),
                                        Rational(0),
                                        Rational(1, huge - 1),
                                        Rational(1, huge - 3),
                                        Rational(1, 3),
                                        Rational(33333, 99998),
                                        Rational(1, 2),
                                        Rational(huge - 3, huge - 2),
                                        Rational(huge - 2, huge - 1),
                                        Rational(1),
                                        Rational(1000001, 1000000)};
  for (std::size_t i = 0; i + 1 < rising.size(); ++i) {
    ASSERT_LT(rising[i], rising[i + 1]) << i;
    EXPECT_LT(key_of(rising[i]), key_of(rising[i + 1])) << i;
    EXPECT_LT(assize_compare_fractions(bytes_of(rising[i]).data(), bytes_of(rising[i + 1]).data()),
              0);
    EXPECT_EQ(assize_compare_fractions(bytes_of(rising[i]).data(), bytes_of(rising[i]).data()), 0);
  }
}

}  // namespace
}  // namespace assize::jit
