// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "runtime/columns/rational.h"

namespace assize::jit {

inline constexpr int kFractionBytes = 32;

/// Reads a fraction that lies as compiled code holds it: 128 bits of the numerator, then 128 of the
/// denominator. One whose denominator is 0 overflows.
columns::Rational read_fraction(const void* from);

/// Writes a fraction as compiled code holds it.
void write_fraction(const columns::Rational& fraction, void* into);

}  // namespace assize::jit
