// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <charconv>
#include <map>

#include "runtime/sheets/archive.h"
#include "runtime/sheets/elements.h"
#include "runtime/sheets/formats.h"
#include "runtime/sheets/number_text.h"

namespace assize::sheets {
namespace {

using columns::Result;

// All runs of a text; how it is to be pronounced (`rPh`) is no part of it.
std::string text_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& part : node.children()) {
    if (is_element(part, "t")) text += part.text().get();
    if (is_element(part, "r")) text += text_of(part);
  }
  return text;
}

Result<std::vector<std::string>> shared_texts(const std::string& path, const Archive& archive) {
  std::vector<std::string> texts;
  if (!archive.has("xl/sharedStrings.xml")) return texts;
  const auto xml = archive.read("xl/sharedStrings.xml");
  if (!xml) return xml.failure();
  pugi::xml_document document;
  if (auto parsed = parse_xml(path, *xml, document); !parsed) return parsed.failure();
  for (const pugi::xml_node& text : document.document_element().children()) {
    if (is_element(text, "si")) texts.push_back(text_of(text));
  }
  return texts;
}

// `AB12` is column 27; nothing said is the next column.
std::size_t column_of(std::string_view reference, std::size_t next) {
  constexpr std::size_t kMost = 16'384;
  std::size_t column = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    if (column > kMost) return next;
  }
  return column == 0 ? next : column - 1;
}

Cell cell_of(const pugi::xml_node& node, const std::vector<std::string>& texts) {
  const std::string_view type = attribute(node, "t");
  Cell cell;
  if (type == "inlineStr") {
    cell.text = text_of(child(node, "is"));
    return cell;
  }
  const std::string_view value = child(node, "v").text().get();
  if (type == "s") {
    std::size_t at = texts.size();
    std::from_chars(value.data(), value.data() + value.size(), at);
    if (at < texts.size()) cell.text = texts[at];
  } else if (type == "b") {
    cell.text = value == "1" ? "TRUE" : "FALSE";
  } else if (type.empty() || type == "n") {
    double number = 0;
    const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
    cell.is_number = !value.empty() && read.ec == std::errc();
    cell.text = cell.is_number ? number_text(number) : std::string(value);
  } else {
    cell.text = value;  // the text of a formula, an error as it shows, a date
  }
  return cell;
}

Result<Sheet> sheet_of(const std::string& path, const std::string& xml,
                       const std::vector<std::string>& texts) {
  pugi::xml_document document;
  if (auto parsed = parse_xml(path, xml, document); !parsed) return parsed.failure();
  Sheet sheet;
  std::size_t cells = 0;
  for (const pugi::xml_node& row : child(document.document_element(), "sheetData").children()) {
    if (!is_element(row, "row")) continue;
    const std::size_t number =
        attribute(row, "r").empty() ? sheet.rows.size() + 1 : repeated(row, "r");
    if (number > sheet.rows.size()) sheet.rows.resize(number);
    std::vector<Cell>& made = sheet.rows[number - 1];
    for (const pugi::xml_node& node : row.children()) {
      if (!is_element(node, "c")) continue;
      const std::size_t column = column_of(attribute(node, "r"), made.size());
      if (column >= made.size()) made.resize(column + 1);
      made[column] = cell_of(node, texts);
    }
    cells += made.size();
    if (cells > kMostCells) return too_large(path);
  }
  drop_blank_ends(sheet);
  return sheet;
}

// Where the sheets lie, by the ids that the workbook knows them by.
Result<std::map<std::string, std::string>> targets_of(const std::string& path,
                                                      const Archive& archive) {
  const auto xml = archive.read("xl/_rels/workbook.xml.rels");
  if (!xml) return xml.failure();
  pugi::xml_document document;
  if (auto parsed = parse_xml(path, *xml, document); !parsed) return parsed.failure();
  std::map<std::string, std::string> targets;
  for (const pugi::xml_node& relation : document.document_element().children()) {
    std::string target(attribute(relation, "Target"));
    target = target.starts_with("/") ? target.substr(1) : "xl/" + target;
    targets[std::string(attribute(relation, "Id"))] = target;
  }
  return targets;
}

}  // namespace

Result<Workbook> read_xlsx(const std::string& path, const Archive& archive) {
  const auto texts = shared_texts(path, archive);
  if (!texts) return texts.failure();
  const auto targets = targets_of(path, archive);
  if (!targets) return targets.failure();
  const auto xml = archive.read("xl/workbook.xml");
  if (!xml) return xml.failure();
  pugi::xml_document document;
  if (auto parsed = parse_xml(path, *xml, document); !parsed) return parsed.failure();
  Workbook workbook;
  workbook.path = path;
  for (const pugi::xml_node& node : child(document.document_element(), "sheets").children()) {
    if (!is_element(node, "sheet")) continue;
    const auto target = targets->find(std::string(attribute(node, "id")));
    if (target == targets->end()) return damaged(path, "a sheet is named that it does not hold");
    const auto sheet_xml = archive.read(target->second);
    if (!sheet_xml) return sheet_xml.failure();
    auto sheet = sheet_of(path, *sheet_xml, *texts);
    if (!sheet) return sheet.failure();
    sheet->name = attribute(node, "name");
    workbook.sheets.push_back(*std::move(sheet));
  }
  return workbook;
}

}  // namespace assize::sheets
