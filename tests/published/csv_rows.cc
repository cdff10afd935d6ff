// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "tests/published/csv_rows.h"

#include <fstream>

namespace assize::published {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '"' && quoted && at + 1 < line.size() && line[at + 1] == '"') {
      cells.back() += '"';
      ++at;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

std::vector<CsvRow> read_csv(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<CsvRow> rows;
  std::string line;
  if (!std::getline(file, line)) return rows;
  const std::vector<std::string> header = cells_of(line);
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = cells_of(line);
    CsvRow row;
    for (std::size_t at = 0; at < header.size(); ++at) {
      row[header[at]] = at < cells.size() ? cells[at] : std::string();
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace assize::published
