// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Every operation is checked: a result that does not fit 128 bits keeps no value, only the mark
// that it overflowed, which every later result inherits. Two marked ones are equal and come after
// all others, so that ordered containers stay sound.

#include "runtime/columns/rational.h"

#include <algorithm>
#include <limits>

namespace assize::columns {
namespace {

__extension__ using Unsigned128 = unsigned __int128;

constexpr Whole128 kLowest128 = static_cast<Whole128>(static_cast<Unsigned128>(1) << 127);

// The greatest common divisor; of 0 and b it is b. Neither may be the lowest value.
Whole128 common_divisor(Whole128 a, Whole128 b) {
  if (a < 0) a = -a;
  if (b < 0) b = -b;
  while (b != 0) {
    const Whole128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// Division that rounds down, also below zero. `b` is above 0.
Whole128 divided_down(Whole128 a, Whole128 b) {
  const Whole128 quotient = a / b;
  return a % b < 0 ? quotient - 1 : quotient;
}

bool power_of_ten(int exponent, Whole128& power) {
  power = 1;
  for (int i = 0; i < exponent; ++i) {
    if (__builtin_mul_overflow(power, Whole128{10}, &power)) return false;
  }
  return true;
}

std::string digits_of(Whole128 value) {
  if (value == 0) return "0";
  const bool is_negative = value < 0;
  // Negated as unsigned, which holds for every value.
  Unsigned128 rest =
      is_negative ? ~static_cast<Unsigned128>(value) + 1 : static_cast<Unsigned128>(value);
  std::string text;
  while (rest != 0) {
    text += static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  if (is_negative) text += '-';
  std::reverse(text.begin(), text.end());
  return text;
}

// How many decimals write the fraction exactly; nothing if no number of them does.
std::optional<int> exact_decimals(Whole128 denominator) {
  int twos = 0;
  int fives = 0;
  while (denominator % 2 == 0) {
    denominator /= 2;
    ++twos;
  }
  while (denominator % 5 == 0) {
    denominator /= 5;
    ++fives;
  }
  if (denominator != 1) return std::nullopt;
  return std::max(twos, fives);
}

// What stands for a result that did not fit: a product that cannot be held.
Rational overflow() { return Rational(kLowest128, 1); }

}  // namespace

Rational::Rational(Whole128 numerator, Whole128 denominator) {
  // The lowest value has no counterpart above zero, so it is given up for a plain rule.
  if (numerator == kLowest128 || denominator == kLowest128 || denominator == 0) {
    overflowed_ = true;
    return;
  }
  const Whole128 divisor = common_divisor(numerator, denominator);
  const Whole128 sign = denominator < 0 ? -1 : 1;
  numerator_ = sign * (numerator / divisor);
  denominator_ = sign * (denominator / divisor);
}

std::optional<Rational> Rational::parse(std::string_view text) {
  const bool is_negative = !text.empty() && text.front() == '-';
  if (is_negative) text.remove_prefix(1);
  Whole128 numerator = 0;
  int decimals = -1;  // -1: before the point
  int digits = 0;
  for (const char c : text) {
    if (c == '.' && decimals < 0 && digits > 0) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (__builtin_mul_overflow(numerator, Whole128{10}, &numerator) ||
        __builtin_add_overflow(numerator, Whole128{c - '0'}, &numerator)) {
      return overflow();
    }
    ++digits;
    if (decimals >= 0) ++decimals;
  }
  if (digits == 0 || decimals == 0) return std::nullopt;
  Whole128 power = 1;
  if (decimals > 0 && !power_of_ten(decimals, power)) return overflow();
  return Rational(is_negative ? -numerator : numerator, power);
}

std::int64_t Rational::floor() const {
  const Whole128 down = divided_down(numerator_, denominator_);
  const Whole128 lowest = std::numeric_limits<std::int64_t>::min();
  const Whole128 highest = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::clamp(down, lowest, highest));
}

Rational Rational::rounded(int decimals, Rounding rounding) const {
  Whole128 power = 1;
  Whole128 scaled = 0;
  if (overflowed_ || !power_of_ten(decimals, power) ||
      __builtin_mul_overflow(numerator_, power, &scaled) || denominator_ > -(kLowest128 / 2)) {
    return overflow();
  }
  // By size, so that both signs round alike.
  const bool is_negative = scaled < 0;
  if (is_negative) scaled = -scaled;
  Whole128 quotient = scaled / denominator_;
  const Whole128 twice_the_rest = 2 * (scaled % denominator_);
  const bool is_half = twice_the_rest == denominator_;
  const bool half_goes_up = rounding != Rounding::kHalfEven || quotient % 2 != 0;
  const bool is_dropped = rounding == Rounding::kTowardsZero;
  if (!is_dropped && (twice_the_rest > denominator_ || (is_half && half_goes_up))) ++quotient;
  return Rational(is_negative ? -quotient : quotient, power);
}

std::string Rational::to_text(int decimals) const {
  Whole128 power = 1;
  Whole128 scaled = 0;
  if (overflowed_ || !power_of_ten(decimals, power) ||
      __builtin_mul_overflow(numerator_, power, &scaled)) {
    return "overflow";
  }
  scaled /= denominator_;
  std::string text = digits_of(scaled < 0 ? -scaled : scaled);
  if (decimals > 0) {
    const auto wanted = static_cast<std::size_t>(decimals) + 1;
    if (text.size() < wanted) text.insert(0, wanted - text.size(), '0');
    text.insert(text.size() - static_cast<std::size_t>(decimals), 1, '.');
  }
  return scaled < 0 ? "-" + text : text;
}

std::string Rational::to_text() const {
  if (overflowed_) return "overflow";
  if (const std::optional<int> decimals = exact_decimals(denominator_)) {
    Whole128 power = 1;
    Whole128 scaled = 0;
    if (power_of_ten(*decimals, power) && !__builtin_mul_overflow(numerator_, power, &scaled)) {
      return to_text(*decimals);
    }
  }
  return digits_of(numerator_) + "/" + digits_of(denominator_);
}

Rational operator+(const Rational& a, const Rational& b) {
  if (a.overflowed_ || b.overflowed_) return overflow();
  // Over the least common denominator, so that sums of like fractions do not grow.
  const Whole128 divisor = common_divisor(a.denominator_, b.denominator_);
  const Whole128 widen_a = b.denominator_ / divisor;
  const Whole128 widen_b = a.denominator_ / divisor;
  Whole128 left = 0;
  Whole128 right = 0;
  Whole128 sum = 0;
  Whole128 denominator = 0;
  if (__builtin_mul_overflow(a.numerator_, widen_a, &left) ||
      __builtin_mul_overflow(b.numerator_, widen_b, &right) ||
      __builtin_add_overflow(left, right, &sum) ||
      __builtin_mul_overflow(a.denominator_, widen_a, &denominator)) {
    return overflow();
  }
  return Rational(sum, denominator);
}

Rational operator-(const Rational& a, const Rational& b) {
  Rational negative = b;
  negative.numerator_ = -negative.numerator_;
  return a + negative;
}

Rational operator*(const Rational& a, const Rational& b) {
  if (a.overflowed_ || b.overflowed_) return overflow();
  // Crosswise reduction first: only what is truly too large overflows.
  const Whole128 first = std::max<Whole128>(common_divisor(a.numerator_, b.denominator_), 1);
  const Whole128 second = std::max<Whole128>(common_divisor(b.numerator_, a.denominator_), 1);
  Whole128 numerator = 0;
  Whole128 denominator = 0;
  if (__builtin_mul_overflow(a.numerator_ / first, b.numerator_ / second, &numerator) ||
      __builtin_mul_overflow(a.denominator_ / second, b.denominator_ / first, &denominator)) {
    return overflow();
  }
  return Rational(numerator, denominator);
}

Rational operator/(const Rational& a, const Rational& b) {
  if (a.overflowed_ || b.overflowed_) return overflow();
  return a * Rational(b.denominator_, b.numerator_);
}

bool operator==(const Rational& a, const Rational& b) {
  return a.overflowed_ == b.overflowed_ && a.numerator_ == b.numerator_ &&
         a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.overflowed_ || b.overflowed_) return a.overflowed_ <=> b.overflowed_;
  // Whole parts first, then the fractions' reciprocals the other way round: no product, no
  // overflow.
  Whole128 an = a.numerator_;
  Whole128 ad = a.denominator_;
  Whole128 bn = b.numerator_;
  Whole128 bd = b.denominator_;
  for (;;) {
    const Whole128 whole_a = divided_down(an, ad);
    const Whole128 whole_b = divided_down(bn, bd);
    if (whole_a != whole_b) {
      return whole_a < whole_b ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    const Whole128 rest_a = an - whole_a * ad;
    const Whole128 rest_b = bn - whole_b * bd;
    if (rest_a == 0 || rest_b == 0) {
      if (rest_a == rest_b) return std::strong_ordering::equal;
      return rest_a == 0 ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    // rest_a/ad < rest_b/bd exactly if bd/rest_b < ad/rest_a.
    an = bd;
    bn = ad;
    ad = rest_b;
    bd = rest_a;
  }
}

}  // namespace assize::columns
