// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

namespace assize::statistics {

/// The limits of an interval, in the unit of its value.
struct Interval {
  double lower = 0;
  double upper = 0;
};

}  // namespace assize::statistics
