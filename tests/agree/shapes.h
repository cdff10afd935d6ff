// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace assize::agree {

/// What the writers of programs and of data know of what was declared: names and types, nothing else.

enum class Kind { kYesNo, kNumber, kDecimal, kDate, kDays, kText, kCode };

/// A type as far as the writers follow it. `unknown`, `none` and `open` may be said too often (that gives
/// a warning at most), never too seldom.
struct ValueType {
  Kind kind = Kind::kYesNo;
  int list = -1;  // kCode: index in Schema::lists
  std::string unit{};
  bool unknown = false;
  bool none = false;
  bool open = false;
};

struct CodeListShape {
  std::string name{};
  std::vector<std::string> values;     // that expressions may name
  std::vector<std::string> spellings;  // as files write them, of all values
  std::vector<std::string> groups{};
  std::vector<std::string> orders{};
  std::vector<std::string> scores{};
};

/// Whose records or episodes a set holds.
struct Subject {
  int collection = -1;
  int episodes = -1;  // index in Names::episodes; -1: records
};

/// A field, let, fact, parameter or flag.
struct NamedValue {
  std::string name{};
  ValueType type{};
  bool is_set = false;
  Subject subject{};     // of a set
  int of_record = -1;    // of a record let: its collection
  bool of_unit = false;  // mentions the unit
  bool has_cases = false;
};

struct CollectionShape {
  std::string name{};
  std::string plural{};
  std::string singular{};
  bool names_person = false;
  bool names_council = false;
  bool each_row = false;
  bool lasts = false;
  std::string start{};  // fields
  std::string end{};
  bool reckons_age = false;
  std::string counted{};  // unit of its records
  std::vector<NamedValue> fields{};
  std::vector<NamedValue> record_lets{};
  std::vector<NamedValue> facts{};
  std::vector<std::string> unique{};
};

struct EpisodesShape {
  std::string name{};
  int collection = -1;
  bool per_unit = false;
  std::vector<NamedValue> lets{};
};

struct NamedPopulationShape {
  std::string name{};
  int collection = -1;
};

struct Schema {
  std::vector<CodeListShape> lists{};
  std::vector<CollectionShape> collections{};
};

}  // namespace assize::agree
