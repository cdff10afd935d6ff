// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// A row an area, and columns for years: the tables of a time-series workbook, one measure a sheet.

#include <regex>
#include <set>

#include "compiler/reproduce/figure_list.h"
#include "compiler/reproduce/headings.h"
#include "compiler/reproduce/read_published.h"
#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

struct ValueColumn {
  std::size_t column = 0;
  WideHeading heading;
};

struct TableName {
  std::string code;  // `2e(2a)`
  std::string title;
};

// `Table 2e(2a): the proportion of people …` above the header, or the sheet's name: `Table_2e_2a`.
TableName name_of(const sheets::Sheet& sheet, std::size_t header) {
  static const std::regex title("table\\s+([0-9][a-z](?:\\([0-9a-z]+\\))*)\\s*[:.-]\\s*(.*)",
                                std::regex::icase);
  for (std::size_t row = 0; row < header; ++row) {
    for (const sheets::Cell& cell : sheet.rows[row]) {
      std::smatch found;
      const std::string text(columns::trimmed(cell.text));
      if (std::regex_match(text, found, title)) return {found[1], found[2]};
    }
  }
  static const std::regex name("(?:table)?[ _-]*([0-9][a-z])[ _-]*\\(?([0-9]?[a-z]?)\\)?",
                               std::regex::icase);
  std::smatch found;
  const std::string text = sheet.name;
  if (!std::regex_match(text, found, name)) return {};
  return {std::string(found[1]) + std::string(found[2]), ""};
}

class WideReader {
 public:
  WideReader(const sheets::Sheet& sheet, std::string sheet_name, std::size_t header,
             std::size_t file, Published& into)
      : sheet_(sheet),
        sheet_name_(std::move(sheet_name)),
        header_(header),
        file_(file),
        columns_(Columns::of(sheet.rows[header])),
        name_(name_of(sheet, header)),
        into_(into),
        figures_(into) {}

  void read() {
    into_.codes = Codes::kOfPublication;
    into_.rows_passed_over += header_;
    into_.rows_read += header_;
    if (name_.code.empty()) {
      problem(header_, "nothing says which measure this is: no title such as `Table 2a: …`");
      return;
    }
    find_value_columns();
    for (std::size_t row = header_ + 1; row < sheet_.rows.size(); ++row) {
      ++into_.rows_read;
      read_row(row);
    }
    remark_on_other_areas(others_, into_);
  }

 private:
  void problem(std::size_t row, std::string what) {
    into_.problems.push_back({sheet_name_, row + 1, std::move(what)});
  }

  std::string text(std::size_t row, Heading heading) const {
    return columns_.has(heading) ? std::string(sheet_.text(row, columns_.at(heading)))
                                 : std::string();
  }

  void find_value_columns() {
    for (std::size_t column = 0; column < sheet_.rows[header_].size(); ++column) {
      const std::string_view written = sheet_.text(header_, column);
      if (written.empty() || heading_of(written)) continue;
      const WideReading reading = read_wide_heading(written);
      if (!reading.heading) {
        problem(header_, "the heading `" + std::string(written) +
                             "` is not a year with outcome, numerator, denominator, number of "
                             "respondents or margin of error");
        continue;
      }
      values_.push_back({column, *reading.heading});
    }
  }

  void read_row(std::size_t row) {
    Figure like;
    like.file = file_;
    like.sheet = sheet_name_;
    like.code = name_.code;
    like.title = name_.title;
    like.area_code = text(row, Heading::kAreaCode);
    like.area_name = text(row, Heading::kAreaName);
    like.ons_code = text(row, Heading::kOnsCode);
    if (!like.ons_code.starts_with("E")) like.ons_code.clear();
    if (like.area_name.empty() || is_blank(row)) {
      ++into_.rows_passed_over;
      return;
    }
    like.area = area_of_codes(like.ons_code, like.area_code, like.area_name);
    if (like.area == Area::kOther) others_.insert(like.area_name);
    for (const ValueColumn& value : values_) {
      like.year = value.heading.year;
      like.year_is_given = true;
      const bool is_whole = value.heading.block.empty() ||
                            plain_heading(value.heading.block) == plain_heading(name_.code);
      like.breakdown = is_whole ? "total" : value.heading.block;
      figures_.add(like, value.heading.role, read_cell(sheet_.text(row, value.column), row + 1));
    }
    ++into_.rows_of_figures;
  }

  bool is_blank(std::size_t row) const {
    for (const ValueColumn& value : values_) {
      if (!sheet_.text(row, value.column).empty()) return false;
    }
    return true;
  }

  const sheets::Sheet& sheet_;
  std::string sheet_name_;
  std::size_t header_;
  std::size_t file_;
  Columns columns_;
  TableName name_;
  std::vector<ValueColumn> values_;
  std::set<std::string> others_;
  Published& into_;
  FigureList figures_;
};

}  // namespace

void read_wide(const sheets::Sheet& sheet, const std::string& sheet_name, std::size_t header,
               std::size_t file, Published& into) {
  WideReader(sheet, sheet_name, header, file, into).read();
}

}  // namespace assize::reproduce
