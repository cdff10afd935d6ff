// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "runtime/columns/output_file.h"
#include "runtime/columns/write_table.h"

namespace assize::columns {

// The writers behind `TableWriter::open`, one for each format.

std::unique_ptr<TableWriter> csv_writer(std::unique_ptr<OutputFile> file,
                                        std::vector<OutputColumn> columns);
std::unique_ptr<TableWriter> json_writer(std::unique_ptr<OutputFile> file,
                                         std::vector<OutputColumn> columns);
Result<std::unique_ptr<TableWriter>> typed_writer(std::unique_ptr<OutputFile> file,
                                                  std::vector<OutputColumn> columns,
                                                  OutputFormat format);

/// A cell that is not of its column's kind; our own fault.
Failure wrong_cell(const OutputColumn& column);

}  // namespace assize::columns
