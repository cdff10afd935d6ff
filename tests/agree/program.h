// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "tests/agree/shapes.h"

namespace assize::agree {

/// A framework of generated measures: the edition `trial 2024-25`, with measures `m1`, `m2`, ….
struct Program {
  std::uint64_t seed = 0;
  Schema schema;
  std::string declarations;           // code lists and collections
  std::vector<std::string> measures;  // their text

  /// The whole file, with the measures whose places are given.
  std::string text_with(const std::vector<std::size_t>& chosen) const;
  std::string text() const;
};

/// Generates a framework; the same for the same seed.
Program generate_program(std::uint64_t seed, int measures);

}  // namespace assize::agree
