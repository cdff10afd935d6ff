// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Kernels for exact fractions. Fractions lie in memory as compiled code holds them.

#include <cstddef>
#include <cstring>

#include "compiler/jit/fractions.h"
#include "compiler/jit/kernels.h"

namespace assize::jit {
namespace {

using columns::Rational;
using columns::Whole128;
__extension__ using Unsigned128 = unsigned __int128;

constexpr int kKeyPlaces = 256;  // binary; two fractions are at least 2 to the power of -254 apart

}  // namespace
}  // namespace assize::jit

using namespace assize::jit;

std::uint8_t assize_fraction(std::uint32_t op, const void* left, const void* right, void* result) {
  const Rational a = read_fraction(left);
  const Rational b = read_fraction(right);
  Rational made;
  switch (static_cast<FractionOp>(op)) {
    case FractionOp::kAdd:
      made = a + b;
      break;
    case FractionOp::kSubtract:
      made = a - b;
      break;
    case FractionOp::kMultiply:
      made = a * b;
      break;
    case FractionOp::kDivide:
      made = a / b;
      break;
  }
  write_fraction(made, result);
  return made.overflowed() ? 0 : 1;
}

std::int32_t assize_compare_fractions(const void* left, const void* right) {
  const auto order = read_fraction(left) <=> read_fraction(right);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

void assize_fraction_key(const void* fraction, void* key) {
  Whole128 parts[2];
  std::memcpy(parts, fraction, sizeof(parts));
  const Whole128 denominator = parts[1] > 0 ? parts[1] : 1;  // an unknown one has no place
  Whole128 whole = parts[0] / denominator;
  Whole128 rest = parts[0] % denominator;
  if (rest < 0) {
    rest += denominator;
    --whole;
  }
  std::uint64_t places[kKeyPlaces / 64] = {};
  for (int place = kKeyPlaces; rest != 0 && place-- > 0;) {
    const Unsigned128 twice = static_cast<Unsigned128>(rest) * 2;
    const bool is_one = twice >= static_cast<Unsigned128>(denominator);
    rest = static_cast<Whole128>(is_one ? twice - static_cast<Unsigned128>(denominator) : twice);
    if (is_one) places[place / 64] |= std::uint64_t{1} << (place % 64);
  }
  std::memcpy(key, places, sizeof(places));
  std::memcpy(static_cast<std::byte*>(key) + sizeof(places), &whole, sizeof(whole));
}
