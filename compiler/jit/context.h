// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

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
};

/// Compiled code of one measure: adds the units of some files to counters.
///
/// Shape   counters[council * slots + slot], slots as `Counters` numbers them.
using MeasureFunction = void (*)(const RunContext* context, std::int64_t* counters, RunSink* sink,
                                 std::uint64_t first_file, std::uint64_t last_file);

/// Works out what several measures of a pass ask of a file, for some files.
using FactsFunction = void (*)(const RunContext* context, std::uint64_t first_file,
                               std::uint64_t last_file);

/// Works out what depends on a record alone, for some records of one collection.
using RowsFunction = void (*)(const RunContext* context, std::uint64_t first_row,
                              std::uint64_t last_row);

}  // namespace assize::jit
