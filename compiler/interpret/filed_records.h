// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/interpret/items.h"

namespace assize::interpret {

/// Reads one cell of a record as a value.
Value cell_value(const Item& record, const check::Field& field, const bind::TextPool& texts);

/// Finds the records of a person, of a council, of a person in a council.
class FiledRecords {
 public:
  explicit FiledRecords(const bind::Inputs& inputs);

  /// Gives the records of a file: as far as the collection names a council, those of its council,
  /// as far as it names a person, those of its person.
  Items records_of(const check::Collection* collection, const File& file,
                   bool in_every_council) const;
  /// Gives everybody's records.
  Items all_records(const check::Collection* collection) const;

  /// Person and council of each file that a measure with this main collection opens, persons
  /// together.
  using FileKey = std::pair<std::int32_t, std::int32_t>;  // person, council
  std::vector<FileKey> files_of(const check::Collection* main) const;

  std::int32_t council_of(const Item& record) const;  // -1 if it names none
  std::int32_t person_of(const Item& record) const;

 private:
  struct Drawer {
    const bind::Records* records = nullptr;
    std::map<FileKey, std::vector<std::size_t>> by_file;
    std::map<std::int32_t, std::vector<std::size_t>> by_council;
  };
  const Drawer* drawer_of(const check::Collection* collection) const;

  const bind::Inputs& inputs_;
  std::map<const check::Collection*, Drawer> drawers_;
};

}  // namespace assize::interpret
