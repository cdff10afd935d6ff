// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/columns/result.h"
#include "runtime/columns/table.h"

namespace assize::columns {

// The readers behind `read_table`, one for each format. The format was looked at before.

Result<RawTable> read_csv(const std::string& path, std::string_view text,
                          const ReadRequest& request);
Result<std::vector<std::string>> csv_column_names(const std::string& path, std::string_view text);

/// Unpacks the text of a file packed with gzip. Errors kData if it is damaged or cut off.
Result<std::string> unpack_gzip(const std::string& path, std::string_view bytes,
                                const ProgressSink& progress);

Result<RawTable> read_parquet(const std::string& path, std::string_view bytes,
                              const ReadRequest& request);
Result<std::vector<std::string>> parquet_column_names(const std::string& path,
                                                      std::string_view bytes);

Result<RawTable> read_arrow(const std::string& path, std::string_view bytes,
                            const ReadRequest& request);
Result<std::vector<std::string>> arrow_column_names(const std::string& path,
                                                    std::string_view bytes);

}  // namespace assize::columns
