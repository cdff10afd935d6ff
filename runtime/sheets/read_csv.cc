// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <iconv.h>

#include <algorithm>
#include <filesystem>

#include "runtime/columns/csv_cells.h"
#include "runtime/columns/spelling.h"
#include "runtime/sheets/formats.h"

namespace assize::sheets {
namespace {

using columns::Result;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Old published files are in the code page of the machine that wrote them.
bool converted_from_windows(std::string_view bytes, std::string& text) {
  const iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
  if (converter == reinterpret_cast<iconv_t>(-1)) return false;
  text.resize(bytes.size() * 3);
  char* in = const_cast<char*>(bytes.data());
  char* out = text.data();
  std::size_t in_left = bytes.size();
  std::size_t out_left = text.size();
  const std::size_t done = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  if (done == static_cast<std::size_t>(-1)) return false;
  text.resize(text.size() - out_left);
  return true;
}

}  // namespace

Result<Workbook> read_csv(const std::string& path, std::string_view bytes) {
  Workbook workbook;
  workbook.path = path;
  if (bytes.find('\0') != std::string_view::npos) {
    return damaged(path, "it is neither a spreadsheet nor text");
  }
  std::string text;
  std::string_view rest = bytes;
  if (!columns::is_utf8(bytes)) {
    if (!converted_from_windows(bytes, text)) {
      return damaged(path, "its text is neither UTF-8 nor Windows-1252");
    }
    rest = text;
    workbook.remarks.push_back("read as Windows-1252, since it is not UTF-8");
  }
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  Sheet sheet;
  sheet.name = std::filesystem::path(path).filename().string();
  columns::CsvCells cells(rest.data(), rest.data() + rest.size());
  std::size_t count = 0;
  while (!cells.at_end()) {
    for (auto blank = cells.skip_blank_lines(); blank > 0; --blank) sheet.rows.emplace_back();
    if (cells.at_end()) break;
    const auto breaks_before = cells.quoted_breaks();
    std::vector<Cell> row;
    columns::CsvCells::After after;
    do {
      after = cells.next();
      row.push_back({std::string(cells.cell()), false});
    } while (after == columns::CsvCells::After::kCell);
    count += row.size();
    if (count > kMostCells) return too_large(path);
    sheet.rows.push_back(std::move(row));
    // A row keeps the number of its line: lines within quotes are blank rows after it.
    for (auto more = cells.quoted_breaks() - breaks_before; more > 0; --more)
      sheet.rows.emplace_back();
  }
  if (cells.is_open()) return damaged(path, "the file ends within quotes");
  drop_blank_ends(sheet);
  workbook.sheets.push_back(std::move(sheet));
  return workbook;
}

}  // namespace assize::sheets
