// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/check/types.h"

namespace assize::interpret {

using check::Value;

struct Episode;
struct File;

/// One thing looked at: a file, a record, an episode.
struct Item {
  check::Subject::What what = check::Subject::What::kFile;
  const bind::Records* records = nullptr;  // kRecord: whose row
  std::size_t row = 0;
  const Episode* episode = nullptr;  // kEpisode
  const File* file = nullptr;        // kFile

  static Item of_record(const bind::Records& records, std::size_t row) {
    return {.what = check::Subject::What::kRecord, .records = &records, .row = row};
  }
  static Item of_episode(const Episode& episode) {
    return {.what = check::Subject::What::kEpisode, .episode = &episode};
  }
  static Item of_file(const File& file) { return {.file = &file}; }

  auto operator<=>(const Item&) const = default;
};

/// A set, in no particular order.
using Items = std::vector<Item>;

/// Records that belong together in time.
struct Episode {
  Value start;  // of the first record
  Value end;    // the furthest; perhaps open
  Items records;
};

/// Where and of whom it was found that nobody may decide: `if unknown stop`.
/// The first of a run, by council and then by unique key, ends it.
struct Stop {
  std::int32_t council = -1;
  std::vector<Value> key;  // unique fields of the record, or the person
  std::string message;

  /// Tells whether this one is reported rather than the other.
  bool comes_before(const Stop& other) const;
};

/// What a let gives for one thing.
struct Answer {
  Value value;
  Items items;       // of a set
  std::string step;  // name of the deciding case
  std::optional<Stop> stop;
};

/// The episodes of one file or unit.
struct Chain {
  std::deque<Episode> episodes;
  std::optional<Stop> stop;
};

/// What has been worked out for one file or unit.
struct Memo {
  std::map<std::pair<const check::Let*, Item>, Answer> lets;
  std::map<const check::Episodes*, Chain> episodes;
};

/// One person in one council, or one council (person -1). Council -1: a person wherever she is.
struct File {
  std::int32_t council = -1;
  std::int32_t person = -1;
  Memo memo;
};

/// One unit of a population.
struct Unit {
  Item item;
  File* file = nullptr;
  std::int64_t weight = 1;
  Memo memo;
};

}  // namespace assize::interpret
