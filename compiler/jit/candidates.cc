// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/candidates.h"

#include <algorithm>
#include <numeric>

namespace assize::jit {

void Candidates::add(std::int64_t row, std::size_t groups_of_row, std::size_t cell_count,
                     const std::int64_t* of_row) {
  groups = groups_of_row;
  cells_each = cell_count;
  rows.push_back(row);
  cells.insert(cells.end(), of_row, of_row + cell_count);
}

void Candidates::add_all(const Candidates& more) {
  if (more.rows.empty()) return;
  groups = more.groups;
  cells_each = more.cells_each;
  rows.insert(rows.end(), more.rows.begin(), more.rows.end());
  cells.insert(cells.end(), more.cells.begin(), more.cells.end());
}

void Candidates::clear() {
  rows.clear();
  cells.clear();
}

std::vector<std::int64_t> first_of_each(const Candidates& candidates) {
  const auto cell = [&](std::size_t at, std::size_t i) {
    return candidates.cells[at * candidates.cells_each + i];
  };
  const auto is_before = [&](std::size_t a, std::size_t b) {
    for (std::size_t i = 0; i < candidates.groups; ++i) {
      if (cell(a, i) != cell(b, i)) return cell(a, i) < cell(b, i);
    }
    for (std::size_t i = candidates.groups; i < candidates.cells_each; ++i) {
      const auto left = static_cast<std::uint64_t>(cell(a, i));
      const auto right = static_cast<std::uint64_t>(cell(b, i));
      if (left != right) return left > right;
    }
    return candidates.rows[a] < candidates.rows[b];
  };
  std::vector<std::size_t> order(candidates.rows.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), is_before);
  std::vector<std::int64_t> first;
  for (std::size_t i = 0; i < order.size(); ++i) {
    bool is_another_group = i == 0;
    for (std::size_t k = 0; k < candidates.groups && !is_another_group; ++k) {
      is_another_group = cell(order[i - 1], k) != cell(order[i], k);
    }
    if (is_another_group) first.push_back(candidates.rows[order[i]]);
  }
  std::sort(first.begin(), first.end());
  return first;
}

}  // namespace assize::jit
