// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/results/places.h"
#include "compiler/results/variant.h"

namespace assize::results {

/// How much of the results a table for people shows.
struct View {
  std::size_t width = 100;
  std::vector<Place> places;  // besides England; if empty:
  std::size_t councils = 3;   // so many councils, those with the largest denominators
  bool all_places = false;    // in cross tables: every place there is a row for
  bool groups = false;        // the groups of splits too, not only totals
};

/// Lays figures out for people: England and some councils, each value over its two counts, what
/// stands in brackets and what England leaves out explained below. Several variants stand side by
/// side, the figures of a place next to each other, and then fewer councils. Ends with a line
/// break.
std::string terminal_table(const std::vector<Variant>& variants, const View& view);

}  // namespace assize::results
