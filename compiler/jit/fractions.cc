// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/fractions.h"

#include <cstring>

namespace assize::jit {

using columns::Whole128;

columns::Rational read_fraction(const void* from) {
  Whole128 parts[2];
  std::memcpy(parts, from, sizeof(parts));
  return {parts[0], parts[1]};
}

void write_fraction(const columns::Rational& fraction, void* into) {
  const Whole128 parts[2] = {fraction.numerator(), fraction.denominator()};
  std::memcpy(into, parts, sizeof(parts));
}

}  // namespace assize::jit
