// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/check/period.h"

namespace assize::bind {

/// Cells that hold no plain value, whatever the width of their column.
inline constexpr std::int64_t kUnknownCell = std::numeric_limits<std::int64_t>::min();
inline constexpr std::int64_t kNoneCell = std::numeric_limits<std::int64_t>::min() + 1;
inline constexpr std::int64_t kOpenCell = std::numeric_limits<std::int64_t>::max();

/// One field of all records that are used.
///
/// Shape   one cell a record, 1, 2, 4 or 8 bytes wide, signed, little-endian.
/// Unit    yes or no: 0, 1; whole number: itself; date: day number; code: index in its list;
///         text: id in the `TextPool`; decimal: index in `decimals`.
/// Null    the lowest value of the width is unknown, the next none, the highest open; `at` widens
///         them to kUnknownCell, kNoneCell, kOpenCell. No plain value of a column is one of these.
class Column {
 public:
  Column() = default;
  /// Makes a column as narrow as its cells allow (cells as `at` gives them).
  static Column narrowest(const std::vector<std::int64_t>& cells);
  /// The same, where `codes` says for each row which of `cells` it holds.
  static Column narrowest(const std::vector<std::int64_t>& cells,
                          const std::vector<std::int32_t>& codes);
  /// Makes a column of some of the rows, as wide as this one.
  Column picked(const std::vector<std::uint32_t>& rows) const;

  int width() const { return width_; }
  const void* data() const { return bytes_.data(); }
  std::size_t size() const {
    return width_ == 0 ? 0 : bytes_.size() / static_cast<std::size_t>(width_);
  }
  std::int64_t at(std::size_t row) const;

  std::vector<check::Rational> decimals;
  /// Rows whose unknown was written as a symbol, and what the symbol says.
  std::map<std::size_t, check::Symbol::Status> symbols;

 private:
  int width_ = 0;
  std::vector<std::byte> bytes_;
};

/// Texts of a run; two that differ only in case or outer blanks are one.
/// Shows each as the spelling that sorts first by bytes, so that no output depends on the order of
/// rows.
class TextPool {
 public:
  std::int32_t intern(std::string_view text);
  /// Gives the id of a text that may not be there: -1.
  std::int32_t find(std::string_view text) const;
  const std::string& text(std::int32_t id) const { return texts_[static_cast<std::size_t>(id)]; }
  const std::string& folded(std::int32_t id) const { return folded_[static_cast<std::size_t>(id)]; }
  std::size_t size() const { return texts_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::int32_t id = -1;  // -1: free
  };
  /// Finds the slot of a folded text, or the free one where it belongs.
  std::size_t slot_of(std::string_view folded, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_;
  std::deque<std::string> folded_;  // a deque: references to its texts hold while others are added
  std::deque<std::string> texts_;
};

/// One sum of the account of rows: read = used + refused + left out.
struct AccountLine {
  enum class Kind : std::uint8_t {
    kRefused,
    kLeftOut,
    kReadAsUnknown,
    kReadAsNone,
    kOlderSpelling,
    kDuplicate
  };
  Kind kind = Kind::kRefused;
  std::string reason;  // `Event_Start_Date is blank`; never a person's key
  std::string column;  // as the file names it; may be empty
  std::uint64_t count = 0;
  std::uint64_t first_line = 0;  // of the file, from 1
  std::string nearest;           // for a value that is in no list: the nearest that is
};

struct Account {
  std::string path;
  std::uint64_t read = 0;
  std::uint64_t used = 0;
  std::vector<AccountLine> lines;  // by kind, then by count, highest first

  std::uint64_t left_out() const { return read - used; }
};

/// The records of one collection that are used.
///
/// Shape   one entry a record in every vector, in the order of the file.
struct Records {
  const check::Collection* collection = nullptr;
  std::size_t size = 0;
  std::vector<Column> fields;  // by Field::index
  std::vector<std::int32_t>
      council;  // index in Inputs::councils; empty if the collection names none
  std::vector<std::int32_t> person;  // id in the TextPool; empty if the collection names none
  std::vector<std::uint32_t> line;   // of the file, from 1
  Account account;
};

/// One council of the edition's list that existed on the last day of the period.
struct Council {
  std::string key;  // as the list's `identify council by` says: an ONS code
  std::string name;
  std::vector<std::string> by;         // values of `areas … by region, council_type`, in that order
  std::vector<std::string> also = {};  // what else the list calls it, such as its CASSR code
};

/// All that an engine reads: records, councils, period. Does not change during a run.
struct Inputs {
  std::shared_ptr<TextPool> texts = std::make_shared<TextPool>();
  std::vector<Council> councils;  // by key
  std::vector<std::unique_ptr<Records>> collections;
  check::Period period;  // before any measure's lag

  const Records* records_of(const check::Collection* collection) const;
};

/// Evaluates what a collection says of single records while they are bound: keys and steps.
/// The reference evaluator implements it; binding itself knows no expressions.
class RecordEvaluator {
 public:
  virtual ~RecordEvaluator() = default;
  /// Gives the value of `expr` (over `collection.record`) for each of the rows, as `Column::at`
  /// gives cells; texts are interned. `council` may already be set.
  virtual std::vector<std::int64_t> evaluate(const check::Expr& expr, const Records& records,
                                             TextPool& texts, check::Period period) = 0;
};

}  // namespace assize::bind
