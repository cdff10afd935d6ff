// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/columns/rational.h"

namespace assize::plan {

/// Names one thing of a plan by its place in the vector of its kind; kNone is nothing.
enum class NodeId : std::int32_t { kNone = -1 };
enum class LetId : std::int32_t { kNone = -1 };
enum class VariableId : std::int32_t { kNone = -1 };
enum class CollectionId : std::int32_t { kNone = -1 };
enum class ListId : std::int32_t { kNone = -1 };
enum class EpisodesId : std::int32_t { kNone = -1 };
enum class ParameterId : std::int32_t { kNone = -1 };
enum class PopulationId : std::int32_t { kNone = -1 };

/// Gives the place of an id in the vector of its kind; the id must not be kNone.
template <class Id>
constexpr std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// Says whether an id names something.
template <class Id>
constexpr bool is_set(Id id) {
  return id != Id::kNone;
}

enum class Base : std::uint8_t {
  kBool,
  kNumber,   // whole
  kDecimal,  // exact rational
  kDate,     // day number from 1970-01-01
  kDays,
  kText,
  kCode,  // index in the list of the type
  kCase,  // which case of a let decided: its index, from 0
  kSet,
};

/// The type of a node; what may be unknown, none or open says so.
struct Type {
  Base base = Base::kBool;
  bool may_be_unknown = false;
  bool may_be_none = false;
  bool may_be_open = false;
  ListId list = ListId::kNone;                    // kCode
  CollectionId collection = CollectionId::kNone;  // kSet: of its records, or of whose episodes
  EpisodesId episodes = EpisodesId::kNone;        // kSet of episodes

  bool operator==(const Type&) const = default;
};

/// A plain value.
struct Value {
  enum class State : std::uint8_t { kKnown, kUnknown, kNone, kOpen };
  State state = State::kUnknown;
  std::int64_t whole = 0;     // kBool 0/1, kNumber, kDate, kDays, kCode, kCase
  columns::Rational decimal;  // kDecimal
  std::string text;           // kText

  bool operator==(const Value&) const = default;
};

/// A code list as engines need it.
struct CodeList {
  std::string label;
  std::vector<std::string> codes;
  /// By order, then by value: its place, from 0 and dense (lower is better); nothing if it is never
  /// best.
  std::vector<std::vector<std::optional<std::int32_t>>> orders;
  /// By score column, then by value.
  std::vector<std::vector<std::optional<columns::Rational>>> scores;
};

struct Field {
  std::string label;
  Type type;
};

/// A collection: the fields an engine may be asked for, by the index that the records carry.
struct Collection {
  std::string label;
  std::vector<Field> fields;
  bool names_council = false;
  bool names_person = false;
  std::vector<int> unique;  // fields that tell records apart; empty: `unique each row`
  int starts = -1;          // field of the first and of the last day, if they are plain fields
  int ends = -1;
  bool stands_for_more = false;  // a record may count as more than one
  NodeId stands_for = NodeId::kNone;  // as how many, asked of `record`; unknown counts as none
  VariableId record = VariableId::kNone;
};

/// One thing looked at: the file, a record or an episode.
struct Variable {
  enum class What : std::uint8_t { kFile, kRecord, kEpisode };
  std::string label;
  What what = What::kFile;
  CollectionId collection = CollectionId::kNone;
  EpisodesId episodes = EpisodesId::kNone;
};

/// A value that an edition, a scenario or a run sets. Flags are parameters that are yes or no.
struct Parameter {
  std::string label;
  Type type;
  Value value;
};

}  // namespace assize::plan
