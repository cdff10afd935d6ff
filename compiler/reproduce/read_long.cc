// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// A row a cell: year, area, measure, breakdown, what the cell is, and its value.

#include <map>
#include <set>

#include "compiler/reproduce/figure_list.h"
#include "compiler/reproduce/headings.h"
#include "compiler/reproduce/read_published.h"
#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

class LongReader {
 public:
  LongReader(const sheets::Sheet& sheet, std::string sheet_name, std::size_t header,
             std::size_t file, Published& into)
      : sheet_(sheet),
        sheet_name_(std::move(sheet_name)),
        header_(header),
        file_(file),
        columns_(Columns::of(sheet.rows[header])),
        into_(into),
        figures_(into) {}

  void read() {
    if (columns_.has(Heading::kTable)) into_.codes = Codes::kOfPublication;
    for (std::size_t row = header_ + 1; row < sheet_.rows.size(); ++row) {
      if (sheet_.rows[row].empty()) continue;  // a blank line, or a line within quotes
      ++into_.rows_read;
      read_row(row);
    }
    remark_on_spellings();
    remark_on_other_areas(others_, into_);
    if (!columns_.has(Heading::kYear)) {
      into_.remarks.push_back("no year column: the year is that of the edition");
    }
    if (!columns_.has(Heading::kRole)) {
      into_.remarks.push_back("no column says what a value is: every value is an outcome");
    } else if (blank_roles_ > 0) {
      into_.remarks.push_back(std::to_string(blank_roles_) +
                              " rows do not say what their value is: they are outcomes");
    }
  }

 private:
  std::string text(std::size_t row, Heading heading) const {
    if (!columns_.has(heading)) return "";
    return std::string(sheet_.text(row, columns_.at(heading)));
  }

  void problem(std::size_t row, std::string what) {
    into_.problems.push_back({sheet_name_, row + 1, std::move(what)});
  }

  void read_row(std::size_t row) {
    const std::string area = text(row, Heading::kAreaName) + text(row, Heading::kAreaCode) +
                             text(row, Heading::kOnsCode);
    const std::string measure =
        text(row, Heading::kTable) + text(row, Heading::kGroup) + text(row, Heading::kMeasure);
    if (area.empty() && measure.empty()) {  // a note below the table
      ++into_.rows_passed_over;
      return;
    }
    if (area.empty() || measure.empty()) {
      problem(row, area.empty() ? "the row names no area" : "the row names no measure");
      return;
    }
    const auto role = role_at(row);
    if (!role) return;
    Figure like;
    like.file = file_;
    like.sheet = sheet_name_;
    like.ons_code = text(row, Heading::kOnsCode);
    if (like.ons_code == "0" || like.ons_code == "[z]") like.ons_code.clear();
    like.area_code = text(row, Heading::kAreaCode);
    like.area_name = text(row, Heading::kAreaName);
    if (like.area_name.empty()) like.area_name = like.area_code;
    if (like.ons_code.empty() && like.area_code.size() == 9 && like.area_code.starts_with("E")) {
      like.ons_code = like.area_code;  // some files use these codes alone
    }
    like.code = text(row, Heading::kTable);
    if (like.code.empty()) like.code = text(row, Heading::kGroup);
    if (like.code.empty()) like.code = text(row, Heading::kMeasure);
    like.title = text(row, Heading::kTitle);
    like.breakdown = breakdown_at(row);
    if (!set_year(row, like)) return;
    set_area(row, like);
    std::string block;
    Shown shown = read_cell(text(row, Heading::kValue), row + 1);
    if (!role->block.empty()) like.breakdown = role->block;
    figures_.add(like, role->role, std::move(shown));
    ++into_.rows_of_figures;
  }

  struct RoleReading {
    Role role = Role::kOutcome;
    std::string block;
  };

  std::optional<RoleReading> role_at(std::size_t row) {
    const std::string written = text(row, Heading::kRole);
    if (written.empty()) {
      ++blank_roles_;
      return RoleReading{};
    }
    roles_[plain_heading(written)].insert(written);
    if (const auto role = role_of(written)) return RoleReading{*role, ""};
    // `good numerator`: a block of a table with several.
    const WideReading block = read_wide_heading("2000 to 2001 - " + written);
    if (block.heading) {
      const bool is_whole =
          plain_heading(block.heading->block) == plain_heading(text(row, Heading::kTable));
      return RoleReading{block.heading->role, is_whole ? "" : block.heading->block};
    }
    problem(row, "`" + written +
                     "` is none of outcome, numerator, denominator, base and margin of error");
    return std::nullopt;
  }

  std::string breakdown_at(std::size_t row) const {
    const std::string written = text(row, Heading::kBreakdown);
    return written.empty() || columns::folded(written) == "total" ? "total" : written;
  }

  bool set_year(std::size_t row, Figure& like) {
    if (!columns_.has(Heading::kYear)) return true;
    const std::string written = text(row, Heading::kYear);
    like.year = year_text(written);
    like.year_is_given = true;
    if (!like.year.empty()) return true;
    problem(row, written.empty() ? "the row names no year"
                                 : "`" + written + "` is no year such as 2015-16");
    return false;
  }

  void set_area(std::size_t row, Figure& like) {
    like.level = text(row, Heading::kLevel);
    if (like.level.empty()) {
      like.area = area_of_codes(like.ons_code, like.area_code, like.area_name);
    } else {
      levels_[plain_heading(like.level)].insert(like.level);
      like.area = area_of_level(like.level);
    }
    if (like.area == Area::kOther) others_.insert(like.level.empty() ? like.area_name : like.level);
  }

  void remark_on_spellings() {
    for (const auto* spelled : {&levels_, &roles_}) {
      for (const auto& [plain, spellings] : *spelled) {
        if (spellings.size() < 2) continue;
        std::string list;
        for (const std::string& spelling : spellings) list += (list.empty() ? "" : ", ") + spelling;
        into_.remarks.push_back("one word in several spellings: " + list);
      }
    }
  }

  const sheets::Sheet& sheet_;
  std::string sheet_name_;
  std::size_t header_;
  std::size_t file_;
  Columns columns_;
  Published& into_;
  FigureList figures_;
  std::size_t blank_roles_ = 0;
  std::set<std::string> others_;
  std::map<std::string, std::set<std::string>> levels_;
  std::map<std::string, std::set<std::string>> roles_;
};

}  // namespace

void read_long(const sheets::Sheet& sheet, const std::string& sheet_name, std::size_t header,
               std::size_t file, Published& into) {
  LongReader(sheet, sheet_name, header, file, into).read();
}

}  // namespace assize::reproduce
