// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/nearest.h"

#include <algorithm>
#include <array>
#include <utility>

namespace assize::diagnostics {
namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kMostWords = 3;
constexpr std::size_t kMostEdits = 3;

char small(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
  if (one.size() > kLongestWord || other.size() > kLongestWord) {
    return std::max(one.size(), other.size());
  }
  // Optimal string alignment: three rows of the table are enough for swaps of neighbours.
  using Line = std::array<std::size_t, kLongestWord + 1>;
  Line before_last{};
  Line last{};
  Line now{};
  for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const bool same = small(one[i - 1]) == small(other[j - 1]);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0U : 1U)});
      const bool swapped = i > 1 && j > 1 && small(one[i - 1]) == small(other[j - 2]) &&
                           small(one[i - 2]) == small(other[j - 1]);
      if (swapped) now[j] = std::min(now[j], before_last[j - 2] + 1);
    }
    before_last = std::exchange(last, now);
  }
  return last[other.size()];
}

std::vector<std::string> nearest_words(std::string_view word,
                                       const std::vector<std::string>& candidates) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const std::string& candidate : candidates) {
    const std::size_t edits = edit_distance(word, candidate);
    const std::size_t most = std::min(kMostEdits, std::max(word.size(), candidate.size()) / 3);
    if (edits <= most) near.emplace_back(edits, candidate);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> made;
  for (auto& [edits, candidate] : near) {
    if (made.size() < kMostWords) made.push_back(std::move(candidate));
  }
  return made;
}

}  // namespace assize::diagnostics
