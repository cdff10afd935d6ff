// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"

namespace assize::jit::tests {

/// Whole numbers that look random and are the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::uint64_t roll();
  /// 0 to `below` - 1.
  std::int64_t below(std::int64_t bound) {
    return static_cast<std::int64_t>(roll() % static_cast<std::uint64_t>(bound));
  }
  bool in_hundred(int chance) { return below(100) < chance; }

 private:
  std::uint64_t state_;
};

struct Generated {
  int councils = 4;
  int people = 200;
  int most_records = 9;  // of one person in one council
  std::uint64_t seed = 1;
};

/// Makes records of the collections: unknowns, ties, conflicts, open and reversed spans, leap days,
/// people in several councils, in no order.
bind::Inputs generate(const check::Framework& framework,
                      const std::vector<const check::Collection*>& collections,
                      const Generated& wanted);

}  // namespace assize::jit::tests
