// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "runtime/columns/result.h"
#include "runtime/sheets/sheet.h"

namespace assize::sheets {

// The readers behind `read_workbook`, one for each format. What the bytes are was looked at before.

columns::Result<Workbook> read_csv(const std::string& path, std::string_view bytes);
columns::Result<Workbook> read_xls(const std::string& path, std::string_view bytes);
/// XLSX or ODS, told by what the archive holds.
columns::Result<Workbook> read_zipped(const std::string& path, std::string_view bytes);

class Archive;
columns::Result<Workbook> read_xlsx(const std::string& path, const Archive& archive);
columns::Result<Workbook> read_ods(const std::string& path, const Archive& archive);

/// Takes blank rows and cells off the ends.
void drop_blank_ends(Sheet& sheet);

/// More cells than this are no published table, but a trap.
inline constexpr std::size_t kMostCells = 20'000'000;

columns::Failure damaged(const std::string& path, const std::string& what);
columns::Failure too_large(const std::string& path);

}  // namespace assize::sheets
