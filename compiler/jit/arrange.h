// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/plan/plan.h"
#include "runtime/columns/result.h"

namespace assize::jit {

/// One field in the order of its collection's rows.
///
/// Shape   cells as `bind::Column` has them, of the same width; empty (width 0) if no plan asks for
/// it.
struct ArrangedColumn {
  int width = 0;
  std::vector<std::byte> bytes;
  std::vector<std::byte> fractions;  // of a field of decimals: what its cells say, as `fractions.h`
};

/// The records of one collection: people by the folded text of their key, a person's records by
/// council, then in the order in which episodes take them: by start, end and `unique` fields (all
/// fields of a collection without a key). What names no person lies by council, then in that order.
struct ArrangedCollection {
  const bind::Records* records = nullptr;
  std::vector<ArrangedColumn> fields;  // by field index
  std::vector<std::uint32_t> origin;   // by row: its place in `records`
  std::vector<std::uint32_t>
      person_begins;  // by person: first row; one more at the end; empty if it names none
  /// By row: its place among its person's by `unique` fields; empty if no episodes ask for it.
  std::vector<std::uint32_t> last_resort;
  std::vector<std::int32_t> council;  // by row, -1 for none; empty unless a rate is over it
};

/// Which rows of one collection belong to each file of a space: from `first` to before `last`.
struct FileRows {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> last;
};

/// The files that one main collection opens, by person and then council (or by council alone). Those
/// of everybody's records have council -1 where it is not known.
struct FileSpace {
  plan::CollectionId main = plan::CollectionId::kNone;
  bool has_people = false;
  std::vector<std::int32_t> council;         // by file
  std::vector<std::uint32_t> person;         // by file: index in `Arranged::people`
  std::vector<std::uint32_t> person_begins;  // by person: first file; one more at the end
  std::vector<FileRows> rows;   // by collection of the plan; empty where no measure looks
  std::vector<bool> submitted;  // by council: whether it sent a record of the main collection

  std::size_t size() const { return council.size(); }
};

/// All records that a plan asks for, a person's together. Does not change during a run.
struct Arranged {
  const bind::Inputs* inputs = nullptr;
  std::vector<std::int32_t> people;             // ids in the TextPool, by folded text
  std::vector<ArrangedCollection> collections;  // by collection of the plan
  std::vector<FileSpace> spaces;
  std::vector<std::size_t> space_index;  // by measure of the plan
  std::vector<FileSpace> everybody;      // by collection of the plan; empty where nothing asks

  const FileSpace& space_of(std::size_t measure) const { return spaces[space_index[measure]]; }
};

/// Lays out the records that a plan asks for.
///
/// Errors  kLimit for more than 4 thousand million records; kUsage for files without people that
/// look at
///         people's records (not built yet).
/// Cost    sorts the people by text and each person's records; one copy of the columns asked for.
columns::Result<Arranged> arrange(const bind::Inputs& inputs, const plan::Plan& plan);

}  // namespace assize::jit
