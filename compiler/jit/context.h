// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "runtime/columns/rational.h"

namespace assize::jit {

class TextIds;

/// All that compiled code reads, behind one pointer, so that the code itself holds no address of a
/// run. The order of the members is known to `emitter.h`.
struct RunContext {
  const void* const* columns = nullptr;               // by `Layout::column`
  const std::uint32_t* const* first_rows = nullptr;   // by collection, then file
  const std::uint32_t* const* last_rows = nullptr;    // by collection, then file
  const std::uint32_t* const* person_rows = nullptr;  // by collection, then person
  const std::uint32_t* file_person = nullptr;         // by file
  const std::int32_t* file_council = nullptr;         // by file
  const std::int64_t* texts = nullptr;                // ids of the texts that the plan names
  const std::int64_t* council_texts = nullptr;        // by council: id of its key
  std::int64_t period_start = 0;
  std::int64_t period_end = 0;
  std::int64_t* const* scratch = nullptr;             // one thread's own; by `place_of`
  const std::uint32_t* const* last_resort = nullptr;  // by collection, then row
  std::byte* const* row_columns = nullptr;  // what was worked out for the block's records; by row
  std::byte* const* facts = nullptr;        // what was worked out for the block's files; by file
  const void* const* fractions = nullptr;  // by `Layout::column`: what its cells say, 32 bytes each
  const TextIds* text_ids = nullptr;
  const std::uint32_t* ranks = nullptr;  // by text: its place among all; null if no order is asked
  const std::int32_t* const* row_councils = nullptr;  // by collection, then row; below 0 for none
  const std::uint8_t* const* members = nullptr;       // by population, then row: 1 or 0
};

/// What became of a unit in one part; from kFirstStep on: the step that took it out, those of the
/// measure before those of the part.
enum class Verdict : std::uint32_t { kNumerator, kDenominator, kNotInDenominator, kFirstStep };

/// Where compiled code reports single units. One for each thread.
class RunSink {
 public:
  virtual ~RunSink() = default;
  /// Takes one unit's verdict in one part, -1 for what stands above all parts. `row` is -1 for
  /// units that are files, and the index of a unit that is an episode; `cells` are 64 bits wide, as
  /// many as `ShownCells` says.
  virtual void unit(std::int32_t part, std::uint32_t file, std::int64_t row, std::uint32_t verdict,
                    const std::int64_t* cells) = 0;
  /// Takes a unit, or record, of which a step may keep one. `cells` are `groups` values that it must
  /// share with those it stands against, and then the words of its key; the highest key is kept.
  virtual void candidate(std::int64_t row, std::size_t groups, std::size_t cells_count,
                         const std::int64_t* cells) = 0;
  /// Decides between the candidates since the last decision, and keeps in mind who was kept.
  virtual void settle(std::size_t place) = 0;
  virtual bool is_kept(std::size_t place, std::int64_t row) const = 0;
  /// Takes a record that belongs to the population that is being made.
  virtual void member(std::int64_t row) = 0;
  /// Takes one value of a median; `place` is that of its group's first counter.
  virtual void amount(std::int64_t place, const columns::Rational& value, std::int64_t weight) = 0;
  /// Adds to a sum of fractions; `place` is that of the counters that would hold a whole one.
  virtual void add(std::int64_t place, const columns::Rational& amount) = 0;
  /// Gives the council whose key a text is; -1 if it is none's.
  virtual std::int64_t council_named(std::int64_t text) const = 0;
  /// Gives why a field of a record is unknown, as `results::Status` numbers it.
  virtual std::int64_t reason_in_field(std::size_t collection, std::size_t field,
                                       std::int64_t row) const = 0;
  /// A number did not fit 64 bits.
  virtual void beyond_limits() = 0;
};

/// One function of compiled code: takes some files, and adds to the counters of their measure.
///
/// Shape   counters[council * slots + slot], slots as `Counters` numbers them.
using EntryFunction = void (*)(const RunContext* context, std::int64_t* counters, RunSink* sink,
                                 std::uint64_t first_file, std::uint64_t last_file);

/// Works out what several measures of a pass ask of a file, for some files.
using FactsFunction = void (*)(const RunContext* context, std::uint64_t first_file,
                               std::uint64_t last_file);

/// Works out what depends on a record alone, for some records of one collection.
using RowsFunction = void (*)(const RunContext* context, std::uint64_t first_row,
                              std::uint64_t last_row);

}  // namespace assize::jit
