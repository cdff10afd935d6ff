// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace assize::agree {

/// Gives numbers that look like chance and are the same everywhere for the same seed (splitmix64). The
/// distributions of the standard library are not used: each library has its own.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  /// From 0 to before `limit`, which is more than 0.
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
  /// Both ends included.
  int between(int lowest, int highest) { return lowest + below(highest - lowest + 1); }
  bool chance(int percent) { return below(100) < percent; }

  template <class T>
  const T& one_of(const std::vector<T>& choices) {
    return choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
  }

  template <class T>
  void shuffle(std::vector<T>& values) {
    for (std::size_t left = values.size(); left > 1; --left) {
      std::swap(values[left - 1], values[static_cast<std::size_t>(below(static_cast<int>(left)))]);
    }
  }

 private:
  std::uint64_t state_;
};

/// A seed of its own for each purpose.
inline std::uint64_t seed_of(std::uint64_t seed, std::uint64_t purpose) {
  return Random(seed * 1000003U + purpose).next();
}

}  // namespace assize::agree
