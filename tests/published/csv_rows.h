// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace assize::published {

/// One row of a file, by the names of its columns.
using CsvRow = std::map<std::string, std::string>;

/// Reads a comma-separated file with a header. Empty if there is no such file.
std::vector<CsvRow> read_csv(const std::filesystem::path& path);

}  // namespace assize::published
