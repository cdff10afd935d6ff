// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <charconv>

#include "runtime/columns/spelling.h"
#include "runtime/sheets/archive.h"
#include "runtime/sheets/elements.h"
#include "runtime/sheets/formats.h"
#include "runtime/sheets/number_text.h"

namespace assize::sheets {
namespace {

using columns::Result;

// The text of a paragraph: its own, of its spans and links, with blanks and breaks where they are
// meant.
void add_text(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node& part : node.children()) {
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
      text += part.value();
    } else if (is_element(part, "s")) {
      text.append(repeated(part, "c"), ' ');
    } else if (is_element(part, "tab") || is_element(part, "line-break")) {
      text += ' ';
    } else if (!is_element(part, "annotation")) {
      add_text(part, text);
    }
  }
}

std::string shown_text(const pugi::xml_node& cell) {
  std::string text;
  bool is_first = true;
  for (const pugi::xml_node& paragraph : cell.children()) {
    if (!is_element(paragraph, "p")) continue;
    if (!is_first) text += '\n';
    is_first = false;
    add_text(paragraph, text);
  }
  return text;
}

// A number as the workbook shows it; where it shows nothing, as it is.
Cell cell_of(const pugi::xml_node& node) {
  const std::string_view type = attribute(node, "value-type");
  Cell cell;
  cell.text = shown_text(node);
  cell.is_number = type == "float" || type == "percentage" || type == "currency";
  if (cell.is_number && columns::trimmed(cell.text).empty()) {
    const std::string_view value = attribute(node, "value");
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    if (read.ec == std::errc()) cell.text = number_text(number);
  }
  return cell;
}

std::vector<Cell> cells_of(const pugi::xml_node& row) {
  constexpr std::size_t kMostColumns = 16'384;
  std::vector<Cell> cells;
  std::size_t blank = 0;
  for (const pugi::xml_node& node : row.children()) {
    if (!is_element(node, "table-cell") && !is_element(node, "covered-table-cell")) continue;
    const std::size_t times = repeated(node, "number-columns-repeated");
    const Cell cell = cell_of(node);
    if (columns::trimmed(cell.text).empty()) {
      blank += times;  // put in only if something follows: rows end in thousands of blanks
      continue;
    }
    if (cells.size() + blank + times > kMostColumns) break;
    cells.resize(cells.size() + blank);
    blank = 0;
    cells.insert(cells.end(), times, cell);
  }
  return cells;
}

struct Rows {
  std::vector<std::vector<Cell>> rows;
  std::size_t blank = 0;
  std::size_t cells = 0;
};

// Rows may stand in groups and in headers of the table.
void add_rows(const pugi::xml_node& parent, Rows& made) {
  for (const pugi::xml_node& node : parent.children()) {
    if (is_element(node, "table-row")) {
      const std::size_t times = repeated(node, "number-rows-repeated");
      const std::vector<Cell> cells = cells_of(node);
      if (cells.empty()) {
        made.blank += times;
        continue;
      }
      made.cells += times * cells.size();
      if (made.cells > kMostCells || made.rows.size() + made.blank > kMostCells) return;
      made.rows.resize(made.rows.size() + made.blank);
      made.blank = 0;
      made.rows.insert(made.rows.end(), times, cells);
    } else if (is_element(node, "table-row-group") || is_element(node, "table-header-rows") ||
               is_element(node, "table-rows")) {
      add_rows(node, made);
    }
  }
}

}  // namespace

Result<Workbook> read_ods(const std::string& path, const Archive& archive) {
  const auto xml = archive.read("content.xml");
  if (!xml) return xml.failure();
  pugi::xml_document document;
  if (auto parsed = parse_xml(path, *xml, document); !parsed) return parsed.failure();
  const pugi::xml_node spreadsheet =
      child(child(document.document_element(), "body"), "spreadsheet");
  if (!spreadsheet) return damaged(path, "it holds no spreadsheet");
  Workbook workbook;
  workbook.path = path;
  for (const pugi::xml_node& table : spreadsheet.children()) {
    if (!is_element(table, "table")) continue;
    Rows rows;
    add_rows(table, rows);
    if (rows.cells > kMostCells) return too_large(path);
    Sheet sheet;
    sheet.name = attribute(table, "name");
    sheet.rows = std::move(rows.rows);
    workbook.sheets.push_back(std::move(sheet));
  }
  return workbook;
}

}  // namespace assize::sheets
