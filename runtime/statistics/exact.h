// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <gmpxx.h>

#include <optional>

#include "runtime/columns/rational.h"

namespace assize::statistics {

// Hundreds of strata give denominators that no machine word holds: fractions of any size (GMP).

mpz_class whole_of(columns::Whole128 number);
mpq_class exact(const columns::Rational& value);
/// The fraction that a number in binary is, exactly.
mpq_class exact(double value);

/// Back into 128 bits; nothing if it does not fit.
std::optional<columns::Rational> as_rational(const mpq_class& value);

/// Rounds to so many decimals, and stays a fraction.
mpq_class rounded(const mpq_class& value, int decimals,
                  columns::Rounding rounding = columns::Rounding::kHalfAwayFromZero);

/// The root of a fraction that is 0 or above, to so many decimals, half up.
mpq_class root(const mpq_class& square, int decimals);

}  // namespace assize::statistics
