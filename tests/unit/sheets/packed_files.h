// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace assize::sheets {

/// Writes a packed file of these members.
void write_packed(const std::filesystem::path& path,
                  const std::map<std::string, std::string>& members);

/// A workbook of one sheet of texts; cells that look like plain numbers are numbers.
using Rows = std::vector<std::vector<std::string>>;
void write_xlsx(const std::filesystem::path& path, const std::string& sheet, const Rows& rows);
/// An ODS workbook of several sheets; `shown:value` is a number that is shown otherwise than it is.
void write_ods(const std::filesystem::path& path, const std::map<std::string, Rows>& sheets);
/// A binary workbook of one sheet, as small as one can be.
void write_xls(const std::filesystem::path& path, const std::string& sheet, const Rows& rows);

void write_text(const std::filesystem::path& path, const std::string& text);

}  // namespace assize::sheets
