// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/agree/random.h"
#include "tests/agree/shapes.h"

namespace assize::agree {

/// The rows of one collection, as a file writes them.
struct DataTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};

/// The files of one run, by collection.
using DataSet = std::map<std::string, DataTable>;

/// Generates records for the collections of a schema: people in several councils and in none, unknown and
/// missing values, ties, conflicts, alike rows, open and reversed spans, leap days, codes that no list has.
/// Data set 0 is the smallest; the same for the same seed and number.
DataSet generate_data(const Schema& schema, std::uint64_t seed, int number);

/// Gives the same rows in another order.
DataSet shuffled(const DataSet& data, Random& random);

/// Writes each table to `<collection>.csv` in a folder that is there.
void write_data(const DataSet& data, const std::filesystem::path& folder);

/// Reads what `write_data` wrote.
DataSet read_data(const std::filesystem::path& folder);

}  // namespace assize::agree
