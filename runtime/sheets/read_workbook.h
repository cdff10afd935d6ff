// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "runtime/columns/progress.h"
#include "runtime/columns/result.h"
#include "runtime/sheets/sheet.h"

namespace assize::sheets {

/// Reads all cells of a file: a workbook (XLSX, ODS, binary XLS) or CSV, each also packed with
/// gzip.
///
/// Shape   what it is is told by its first bytes, not by its name. CSV is one sheet, named as the
/// file. Null    blank rows and columns within a sheet stay, so that a row keeps its number; those
/// after the
///         last cell with a text do not.
/// Errors  kInputOutput: it cannot be read; kData: it is empty, damaged, cut off, or none of these;
///         kLimit: it unpacks to more than a published table can be; kInterrupted.
/// Exact   see Cell. CSV that is not UTF-8 is read as Windows-1252, and a remark says so.
/// Cost    linear; all cells are held in memory.
columns::Result<Workbook> read_workbook(const std::string& path,
                                        const columns::ProgressSink& progress = {});

}  // namespace assize::sheets
