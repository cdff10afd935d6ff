// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compiler/jit/arrange.h"
#include "compiler/plan/plan.h"

namespace assize::jit {

/// The arrays in which compiled code keeps the episodes of one file, or of one unit.
///
/// Shape   one entry a record taken, by start and then end, or one an episode; all 64 bits wide.
enum class EpisodeArray : std::uint8_t {
  kRow,       // by record taken: its row
  kFirstDay,  // by record taken: its two days, as cells
  kLastDay,
  kEpisode,  // by record taken: index of its episode
  kStart,    // by episode: first day
  kEnd,      // by episode: furthest day
  kBegin,    // by episode: its first record taken; one more at the end
};

inline constexpr std::size_t kEpisodeArrays = 7;

/// Gives the place of an array in `RunContext::scratch`.
constexpr std::size_t place_of(plan::EpisodesId episodes, EpisodeArray array) {
  return plan::index_of(episodes) * kEpisodeArrays + static_cast<std::size_t>(array);
}

/// Gives the place of the values that a `number of different` counts, one entry a record.
std::size_t place_of_different(const plan::Plan& plan, plan::NodeId id);

/// Gives how many words, 64 bits wide, each of these values takes.
constexpr std::int64_t words_of_different(const plan::Type& type) {
  return type.base == plan::Base::kDecimal ? 4 : 1;
}

/// What one thread needs to keep what it derives of a file: arrays as long as a file may need.
class Scratch {
 public:
  Scratch(const plan::Plan& plan, const Arranged& arranged, const FileSpace& space);
  Scratch(Scratch&&) = default;

  std::int64_t* const* arrays() const { return pointers_.data(); }

 private:
  std::vector<std::vector<std::int64_t>> arrays_;
  std::vector<std::int64_t*> pointers_;
};

}  // namespace assize::jit
