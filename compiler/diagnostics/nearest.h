// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assize::diagnostics {

/// How many letters must be added, left out, changed or swapped with a neighbour to make one word
/// of the other. Capitals do not count. Words of more than 64 letters are only compared in length.
std::size_t edit_distance(std::string_view one, std::string_view other);

/// Gives the candidates that a word may have been meant for: those nearest first, of equally near
/// ones in their own order, at most three; none that is further than a third of the letters, or
/// three edits.
std::vector<std::string> nearest_words(std::string_view word,
                                       const std::vector<std::string>& candidates);

}  // namespace assize::diagnostics
