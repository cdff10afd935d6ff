// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/read_failures.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "runtime/columns/spelling.h"

namespace assize::columns {
namespace {

constexpr std::size_t kColumnsShown = 60;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  const std::size_t shown = std::min(names.size(), kColumnsShown);
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (shown < names.size()) text += fmt::format(" and {} more", names.size() - shown);
  return text;
}

Failure missing_column(const std::string& path, const std::string& wanted,
                       const std::vector<std::string>& header) {
  Failure failure{
      FailureKind::kData, fmt::format("{}: there is no column \"{}\"", path, wanted), {}};
  if (const auto nearest = nearest_spelling(wanted, header)) {
    failure.advice.push_back(
        fmt::format("The nearest is \"{}\": rename it if it is meant.", *nearest));
  }
  const bool is_one = header.size() == 1;
  if (is_one && header[0].find(';') != std::string::npos) {
    failure.advice.push_back(
        "The cells seem to be parted by semicolons: save the file with commas.");
  } else if (is_one && header[0].find('\t') != std::string::npos) {
    failure.advice.push_back("The cells seem to be parted by tabs: save the file with commas.");
  }
  failure.advice.push_back("The columns are: " + joined(header));
  return failure;
}

}  // namespace

Failure no_such_file(const std::string& path) {
  return {
      FailureKind::kInputOutput,
      fmt::format("{}: there is no such file", path),
      {"Check the path; a path that does not begin with / is looked up from the current folder."}};
}

Failure unreadable_file(const std::string& path, std::string_view why) {
  return {
      FailureKind::kInputOutput,
      fmt::format("{}: the file cannot be read", path),
      {fmt::format("The system says: {}. Check the permissions of the file and its folder.", why)}};
}

Failure is_a_folder(const std::string& path) {
  return {FailureKind::kInputOutput,
          fmt::format("{}: is a folder, not a file", path),
          {"Name one file of it."}};
}

Failure empty_file(const std::string& path) {
  return {FailureKind::kData,
          fmt::format("{}: the file is empty; not even a line with the names of columns is there",
                      path),
          {"Export it again, or copy it again if the original is not empty."}};
}

Failure wrong_name(const std::string& path, std::string_view named, std::string_view found,
                   std::string_view ending) {
  return {FailureKind::kData,
          fmt::format("{}: is named as {}, but holds {}", path, named, found),
          {fmt::format("Rename it so that it ends in {}, or export it again.", ending)}};
}

Failure not_a_table(const std::string& path, std::string_view found) {
  return {FailureKind::kData,
          fmt::format("{}: holds {}, which is no table that can be read", path, found),
          {"Save it as CSV (UTF-8, parted by commas), Parquet or Arrow."}};
}

Failure cut_off(const std::string& path, std::string_view format) {
  return {FailureKind::kData,
          fmt::format("{}: the {} file is cut off: its end is missing", path, format),
          {"Copy or export it again; the writing or the copying was interrupted."}};
}

Failure broken_file(const std::string& path, std::string_view format, std::string_view detail) {
  return {FailureKind::kData,
          fmt::format("{}: the {} file is damaged", path, format),
          {"Copy or export it again.", fmt::format("The reader says: {}", detail)}};
}

Failure broken_gzip(const std::string& path) {
  return {FailureKind::kData,
          fmt::format("{}: the packed file is damaged or cut off", path),
          {fmt::format("Copy or pack it again; `gzip -t {}` tests it.", path)}};
}

Failure wrong_encoding(const std::string& path, std::string_view place) {
  return {FailureKind::kData,
          fmt::format("{}: {} is not UTF-8", path, place),
          {"Save the file as \"CSV UTF-8\"; it seems to be in the encoding of an older Windows."}};
}

Failure wrong_cell_count(const std::string& path, std::uint64_t line, std::size_t cells,
                         std::size_t columns) {
  return {
      FailureKind::kData,
      fmt::format("{}: line {} has {} cells, but the header has {}", path, line, cells, columns),
      {"A comma within a cell needs the cell in double quotes; mend the line or export the file "
       "again."}};
}

Failure open_quote(const std::string& path, std::uint64_t line) {
  return {FailureKind::kData,
          fmt::format("{}: the quotes that open on line {} are never closed", path, line),
          {"Close them, or double them if they belong to the text; or the file is cut off: copy it "
           "again."}};
}

Failure too_many_rows(const std::string& path) {
  return {FailureKind::kLimit,
          fmt::format("{}: there are more than 2,147,483,647 rows", path),
          {"Split the file by council."}};
}

Failure unusable_type(const std::string& path, std::string_view column, std::string_view type) {
  return {FailureKind::kData,
          fmt::format("{}: column \"{}\" holds {}, not plain cells", path, column, type),
          {"Write it as text, numbers, days, or yes and no."}};
}

Failure interrupted_reading(const std::string& path) {
  return {FailureKind::kInterrupted, fmt::format("{}: reading was stopped", path), {}};
}

Failure not_enough_memory(const std::string& path) {
  return {FailureKind::kInputOutput,
          fmt::format("{}: there is not enough memory to read it", path),
          {"Read it on a larger machine, or split it by council."}};
}

Result<std::vector<std::size_t>> find_columns(const std::string& path,
                                              const std::vector<std::string>& header,
                                              const std::vector<ColumnRequest>& requested) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(folded(name));
  std::vector<std::size_t> found;
  for (const ColumnRequest& request : requested) {
    const std::string wanted = folded(request.name);
    const auto first = std::find(names.begin(), names.end(), wanted);
    if (first == names.end()) return missing_column(path, request.name, header);
    if (std::find(first + 1, names.end(), wanted) != names.end()) {
      return Failure{FailureKind::kData,
                     fmt::format("{}: two columns are named \"{}\"", path, request.name),
                     {"Rename or remove the one that is not meant."}};
    }
    found.push_back(static_cast<std::size_t>(first - names.begin()));
  }
  return found;
}

}  // namespace assize::columns
