// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assize::columns {

__extension__ using Whole128 = __int128;

/// What becomes of decimals that are not shown.
enum class Rounding : std::uint8_t { kHalfAwayFromZero, kHalfEven, kTowardsZero };

/// An exact fraction, always reduced, denominator above 0.
///
/// Exact   128-bit numerator and denominator; `overflowed` is set for ever once a result did not
/// fit.
class Rational {
 public:
  Rational() = default;
  Rational(std::int64_t whole) : numerator_(whole) {}
  Rational(Whole128 numerator, Whole128 denominator);

  /// Reads `-12.50`; nothing if the text is no plain decimal number.
  static std::optional<Rational> parse(std::string_view text);

  Whole128 numerator() const { return numerator_; }
  Whole128 denominator() const { return denominator_; }
  bool overflowed() const { return overflowed_; }
  bool is_whole() const { return denominator_ == 1; }
  std::int64_t floor() const;

  /// Rounds to so many decimals.
  Rational rounded(int decimals, Rounding rounding = Rounding::kHalfAwayFromZero) const;
  /// Writes it with exactly so many decimals (it must already be rounded to them).
  std::string to_text(int decimals) const;
  /// Writes it shortest: `2`, `0.25`; a fraction without end as `1/3`.
  std::string to_text() const;

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  friend Rational operator/(const Rational& a, const Rational& b);  // b is not 0
  friend bool operator==(const Rational& a, const Rational& b);
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

 private:
  Whole128 numerator_ = 0;
  Whole128 denominator_ = 1;
  bool overflowed_ = false;
};

}  // namespace assize::columns
