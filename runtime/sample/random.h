// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

namespace assize::sample {

/// Gives the same numbers on every machine (xoshiro256**, seeded by SplitMix64; Blackman and Vigna
/// 2018). The distributions of the standard library may differ between its makers, so none is used.
class Random {
 public:
  /// `stream` parts independent sequences of one seed: one for each person.
  Random(std::uint64_t seed, std::uint64_t stream);

  std::uint64_t next();
  /// Gives a whole number from `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high);
  /// True so many times in ten thousand.
  bool chance(int in_ten_thousand) { return between(1, 10000) <= in_ten_thousand; }
  /// Gives an index, as often as its weight says.
  std::size_t weighted(std::span<const int> weights);

 private:
  std::uint64_t state_[4];
};

}  // namespace assize::sample
