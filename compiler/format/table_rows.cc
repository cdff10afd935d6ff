// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/table_rows.h"

#include <algorithm>

#include "compiler/format/spacing.h"

namespace assize::format {
namespace {

// As the reader of the language takes blanks off a cell, the no-break space too.
std::string trimmed(std::string_view text) {
  const auto is_blank = [](std::string_view rest) -> std::size_t {
    if (rest.starts_with("\xC2\xA0")) return 2;
    return rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\r' || rest[0] == '\f' ? 1 : 0;
  };
  while (!text.empty() && is_blank(text) > 0) text.remove_prefix(is_blank(text));
  while (!text.empty()) {
    if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else if (is_blank(text.substr(text.size() - 1)) > 0) {
      text.remove_suffix(1);
    } else {
      break;
    }
  }
  return std::string(text);
}

void add_widths(const RowParts& row, std::vector<std::size_t>& widths) {
  if (widths.size() < row.cells.size()) widths.resize(row.cells.size(), 0);
  for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
    widths[cell] = std::max(widths[cell], width_of(row.cells[cell]));
  }
}

std::string text_of_row(const RowParts& row, const std::vector<std::size_t>& widths) {
  std::string text = "|";
  for (std::size_t cell = 0; cell < row.cells.size(); ++cell) {
    text +=
        " " + row.cells[cell] + std::string(widths[cell] - width_of(row.cells[cell]), ' ') + " |";
  }
  if (!row.comment.empty()) text += std::string(kBeforeComment, ' ') + row.comment;
  return text;
}

void align_table(Pieces& pieces, const std::vector<std::size_t>& rows) {
  std::vector<std::size_t> widths;
  std::vector<RowParts> parts;
  for (const std::size_t row : rows) {
    parts.push_back(parts_of_row(pieces[row].text));
    add_widths(parts.back(), widths);
  }
  for (std::size_t at = 0; at < rows.size(); ++at) {
    pieces[rows[at]].text = text_of_row(parts[at], widths);
  }
}

}  // namespace

RowParts parts_of_row(std::string_view row) {
  RowParts parts;
  bool in_quotes = false;
  std::size_t begin = 1;
  for (std::size_t at = begin; at < row.size(); ++at) {
    if (row[at] == '"') in_quotes = !in_quotes;
    if (row[at] != '|' || in_quotes) continue;
    parts.cells.push_back(trimmed(row.substr(begin, at - begin)));
    begin = at + 1;
    const std::string rest = trimmed(row.substr(begin));
    if (rest.starts_with("//")) {
      parts.comment = rest;
      return parts;
    }
  }
  const std::string rest = trimmed(row.substr(begin));
  if (!rest.empty()) parts.cells.push_back(rest);  // the last bar is not written
  return parts;
}

void align_tables(Pieces& pieces) {
  std::vector<std::size_t> rows;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (pieces[at].is_row()) rows.push_back(at);
    const bool goes_on = pieces[at].is_row() || pieces[at].is_comment();
    if (goes_on && at + 1 < pieces.size()) continue;
    align_table(pieces, rows);
    rows.clear();
  }
}

}  // namespace assize::format
