// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace assize::statistics {

/// How sure an interval is. Held in thousandths, since 1 - 0.998 is not 0.002 in binary fractions.
class Confidence {
 public:
  /// `Confidence::per_thousand(950)`: 95 %. Must lie between 0 and 1000.
  static constexpr Confidence per_thousand(int thousandths) { return Confidence(thousandths); }

  /// The part that lies outside, on both sides together: 0.05.
  constexpr double outside() const { return (1000 - thousandths_) / 1000.0; }
  /// The part that lies outside on one side: 0.025.
  constexpr double one_side() const { return (1000 - thousandths_) / 2000.0; }

 private:
  explicit constexpr Confidence(int thousandths) : thousandths_(thousandths) {}
  int thousandths_;
};

inline constexpr Confidence k95Percent = Confidence::per_thousand(950);

}  // namespace assize::statistics
