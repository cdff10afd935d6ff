// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/read_published.h"

#include <algorithm>
#include <optional>
#include <string>

#include "compiler/reproduce/headings.h"

namespace assize::reproduce {
namespace {

using sheets::Sheet;

constexpr std::size_t kMostTitleRows = 60;

enum class Layout : std::uint8_t { kLong, kWide };

struct Found {
  Layout layout = Layout::kLong;
  std::size_t header = 0;
};

bool has_wide_columns(const std::vector<sheets::Cell>& row) {
  return std::any_of(row.begin(), row.end(), [](const sheets::Cell& cell) {
    return !read_wide_heading(cell.text).year.empty();
  });
}

std::optional<Found> layout_of(const Sheet& sheet) {
  for (std::size_t row = 0; row < sheet.rows.size() && row < kMostTitleRows; ++row) {
    const Columns columns = Columns::of(sheet.rows[row]);
    if (columns.is_table_of_figures()) return Found{Layout::kLong, row};
    if (columns.names_area() && !columns.has(Heading::kValue) &&
        has_wide_columns(sheet.rows[row])) {
      return Found{Layout::kWide, row};
    }
  }
  return std::nullopt;
}

/// The row that looks most like headings, for a message.
struct Nearest {
  std::size_t row = 0;
  std::size_t known = 0;
  const Sheet* sheet = nullptr;
};

Nearest nearest_headings(const sheets::Workbook& workbook) {
  Nearest best;
  for (const Sheet& sheet : workbook.sheets) {
    for (std::size_t row = 0; row < sheet.rows.size() && row < kMostTitleRows; ++row) {
      if (sheet.rows[row].empty()) continue;
      const std::size_t known = Columns::of(sheet.rows[row]).known();
      if (best.sheet == nullptr || known > best.known) best = {row, known, &sheet};
    }
  }
  return best;
}

std::string list_of_cells(const std::vector<sheets::Cell>& row) {
  constexpr std::size_t kMostNamed = 12;
  std::string list;
  std::size_t named = 0;
  for (const sheets::Cell& cell : row) {
    if (cell.text.empty()) continue;
    if (++named > kMostNamed) return list + ", …";
    list += (list.empty() ? "" : ", ") + cell.text.substr(0, 60);
  }
  return list;
}

std::string missing_headings(const Columns& columns) {
  std::string list;
  const auto miss = [&](Heading heading) {
    list += (list.empty() ? "" : ", ") + std::string(heading_words(heading));
  };
  if (!columns.names_area()) miss(Heading::kAreaName);
  if (!columns.names_measure()) miss(Heading::kMeasure);
  if (!columns.has(Heading::kValue)) miss(Heading::kValue);
  return list;
}

columns::Failure unknown_headings(const sheets::Workbook& workbook) {
  const Nearest best = nearest_headings(workbook);
  columns::Failure failure;
  failure.kind = columns::FailureKind::kData;
  failure.message = "`" + workbook.path + "` has no headings of a published table of figures";
  if (best.sheet != nullptr) {
    const auto& row = best.sheet->rows[best.row];
    const std::string where =
        workbook.sheets.size() > 1 ? "sheet `" + best.sheet->name + "`, " : "";
    failure.advice.push_back("Nearest to it: " + where + "row " + std::to_string(best.row + 1) +
                             ": " + list_of_cells(row));
    failure.advice.push_back("Missing there: " + missing_headings(Columns::of(row)));
  }
  failure.advice.push_back(
      "Known are the open data of a year, time series with a column for each year, and estimates "
      "of population "
      "by age; docs/reproduce.md lists their headings.");
  return failure;
}

const AnswerTable* table_of(const std::vector<AnswerTable>& tables, const Sheet& sheet) {
  for (const AnswerTable& table : tables) {
    if (table.sheet == sheet.name) return &table;
  }
  return nullptr;
}

std::string words_of(Layout layout, const Published& published) {
  if (layout == Layout::kWide) return "time series, one row an area";
  if (published.codes == Codes::kOfPublication) return "cells of a time series, one row a cell";
  return published.has_parts ? "open data, one row a figure" : "outcomes alone, one row a figure";
}

}  // namespace

columns::Result<FileContent> read_published(const sheets::Workbook& workbook, std::size_t file) {
  FileContent made;
  made.populations = populations_of(workbook);
  made.published.path = workbook.path;
  made.published.remarks = workbook.remarks;
  if (!made.populations.empty()) return made;
  made.answers = answer_tables_of(workbook);
  std::optional<Layout> layout;
  std::string passed_over;
  for (const Sheet& sheet : workbook.sheets) {
    const auto found = layout_of(sheet);
    const AnswerTable* answers = table_of(made.answers, sheet);
    if (answers != nullptr) {
      made.published.rows_read += sheet.rows.size();
      made.published.rows_of_figures += answers->areas.size();
      made.published.rows_passed_over += sheet.rows.size() - answers->areas.size();
      continue;
    }
    if (!found) {
      made.published.rows_read += sheet.rows.size();
      made.published.rows_passed_over += sheet.rows.size();
      passed_over += (passed_over.empty() ? "" : ", ") + sheet.name;
      continue;
    }
    layout = found->layout;
    const std::string name = workbook.sheets.size() > 1 ? sheet.name : std::string();
    const auto read = *layout == Layout::kLong ? read_long : read_wide;
    read(sheet, name, found->header, file, made.published);
  }
  if (!layout && made.answers.empty()) return unknown_headings(workbook);
  made.published.layout =
      layout ? words_of(*layout, made.published) : "answers to a survey, in percent";
  if (!passed_over.empty())
    made.published.remarks.push_back("sheets without a table of figures: " + passed_over);
  return made;
}

}  // namespace assize::reproduce
