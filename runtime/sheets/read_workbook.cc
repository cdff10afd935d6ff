// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sheets/read_workbook.h"

#include "runtime/columns/file_bytes.h"
#include "runtime/columns/readers.h"
#include "runtime/columns/spelling.h"
#include "runtime/sheets/archive.h"
#include "runtime/sheets/formats.h"

namespace assize::sheets {
namespace {

using columns::Result;

constexpr std::string_view kGzip = "\x1F\x8B";
constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

Result<Workbook> read_unpacked(const std::string& path, std::string_view bytes) {
  if (bytes.empty()) return damaged(path, "it is empty");
  if (bytes.starts_with(kZip)) return read_zipped(path, bytes);
  if (bytes.starts_with(kCompoundFile)) return read_xls(path, bytes);
  return read_csv(path, bytes);
}

}  // namespace

columns::Failure damaged(const std::string& path, const std::string& what) {
  return {columns::FailureKind::kData,
          "`" + path + "` cannot be read as a table: " + what,
          {"Fetch the file again from where it is published, or save it anew as CSV, XLSX, ODS or "
           "XLS."}};
}

columns::Failure too_large(const std::string& path) {
  return {columns::FailureKind::kLimit,
          "`" + path + "` unpacks to more than a published table holds",
          {"Save the sheet that is meant as a file of its own."}};
}

void drop_blank_ends(Sheet& sheet) {
  for (auto& row : sheet.rows) {
    while (!row.empty() && columns::trimmed(row.back().text).empty()) row.pop_back();
  }
  while (!sheet.rows.empty() && sheet.rows.back().empty()) sheet.rows.pop_back();
}

Result<Workbook> read_zipped(const std::string& path, std::string_view bytes) {
  auto archive = Archive::open(path, bytes);
  if (!archive) return archive.failure();
  if (archive->has("xl/workbook.xml")) return read_xlsx(path, *archive);
  if (archive->has("content.xml")) return read_ods(path, *archive);
  return damaged(path, "the packed file holds neither an XLSX nor an ODS workbook");
}

Result<Workbook> read_workbook(const std::string& path, const columns::ProgressSink& progress) {
  const auto file = columns::FileBytes::open(path);
  if (!file) return file.failure();
  if (!file->bytes().starts_with(kGzip)) return read_unpacked(path, file->bytes());
  const auto unpacked = columns::unpack_gzip(path, file->bytes(), progress);
  if (!unpacked) return unpacked.failure();
  return read_unpacked(path, *unpacked);
}

}  // namespace assize::sheets
