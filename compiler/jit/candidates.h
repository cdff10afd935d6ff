// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace assize::jit {

/// Units, or records, of which a step keeps one for each group.
///
/// Shape   each has as many cells: `groups` that it shares with those it stands against, then the
///         words of its key, most significant first, as numbers without sign; the highest comes first.
struct Candidates {
  std::size_t groups = 0;
  std::size_t cells_each = 0;
  std::vector<std::int64_t> rows;
  std::vector<std::int64_t> cells;

  void add(std::int64_t row, std::size_t groups_of_row, std::size_t cell_count,
           const std::int64_t* of_row);
  void add_all(const Candidates& more);
  void clear();
};

/// Gives the rows that come first in their groups, in ascending order. Of two with one key, the
/// lower row comes first. n log n.
std::vector<std::int64_t> first_of_each(const Candidates& candidates);

}  // namespace assize::jit
