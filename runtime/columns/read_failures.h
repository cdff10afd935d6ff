// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/columns/result.h"
#include "runtime/columns/table.h"

namespace assize::columns {

/// Everything that can be wrong with a file, as sentences; each names the file and says what to do.
Failure no_such_file(const std::string& path);
Failure unreadable_file(const std::string& path, std::string_view why);
Failure is_a_folder(const std::string& path);
Failure empty_file(const std::string& path);
Failure wrong_name(const std::string& path, std::string_view named, std::string_view found,
                   std::string_view ending);
Failure not_a_table(const std::string& path, std::string_view found);
Failure cut_off(const std::string& path, std::string_view format);
Failure broken_file(const std::string& path, std::string_view format, std::string_view detail);
Failure broken_gzip(const std::string& path);
Failure wrong_encoding(const std::string& path, std::string_view place);
Failure wrong_cell_count(const std::string& path, std::uint64_t line, std::size_t cells,
                         std::size_t columns);
Failure open_quote(const std::string& path, std::uint64_t line);
Failure too_many_rows(const std::string& path);
Failure unusable_type(const std::string& path, std::string_view column, std::string_view type);
Failure interrupted_reading(const std::string& path);
Failure not_enough_memory(const std::string& path);

/// Finds each requested column in a header: its index, or what is wrong with the header.
Result<std::vector<std::size_t>> find_columns(const std::string& path,
                                              const std::vector<std::string>& header,
                                              const std::vector<ColumnRequest>& requested);

}  // namespace assize::columns
