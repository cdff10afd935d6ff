// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "tests/unit/reproduce/small_edition.h"

namespace assize::reproduce {
namespace {

void add(check::Framework& framework, const std::string& name, const std::string& code,
         const std::string& title, check::Show::Unit unit, std::vector<int> decimals) {
  auto measure = std::make_unique<check::Measure>();
  measure->name = name;
  measure->code = code;
  measure->title = title;
  check::Part part;
  part.show.unit = unit;
  part.show.per = unit == check::Show::Unit::kPer ? 100000 : 100;
  part.show.decimals = std::move(decimals);
  measure->parts.push_back(std::move(part));
  framework.measures.push_back(std::move(measure));
}

}  // namespace

SmallEdition::SmallEdition(const std::string& year) {
  using Unit = check::Show::Unit;
  framework.family = "ascof";
  framework.year = year;
  add(framework, "scrqol", "1A", "Quality of life", Unit::kScore, {1});
  add(framework, "ld_employment", "1E", "Adults in paid employment", Unit::kPercent, {1});
  add(framework, "admissions", "2A(1)", "Adults (aged 18-64) admitted, per 100,000 population",
      Unit::kPer, {1});
  add(framework, "admissions_65", "2A(2)", "Adults (aged 65 and over) admitted", Unit::kPer, {1});
  add(framework, "sequel", "2D", "Sequel to service", Unit::kPercent, {2, 1});
  rules.add(framework);
}

const Rule& SmallEdition::rule(const std::string& code) const {
  return *rules.find(framework, code);
}

sheets::Workbook workbook_of(const std::string& path,
                             const std::vector<std::vector<std::string>>& rows) {
  sheets::Workbook made;
  made.path = path;
  sheets::Sheet sheet;
  sheet.name = path;
  for (const auto& row : rows) {
    std::vector<sheets::Cell> cells;
    for (const std::string& text : row) cells.push_back({text, false});
    sheet.rows.push_back(std::move(cells));
  }
  made.sheets.push_back(std::move(sheet));
  return made;
}

Figure figure_of(const std::string& code, const std::string& numerator,
                 const std::string& denominator, const std::string& outcome) {
  Figure made;
  made.year = "2015-16";
  made.area_code = "101";
  made.ons_code = "E06000001";
  made.area_name = "Ash";
  made.code = code;
  made.breakdown = "total";
  const auto set = [](Shown& cell, const std::string& text) {
    if (text != "-") cell = read_cell(text, 2);
  };
  set(made.numerator, numerator);
  set(made.denominator, denominator);
  set(made.outcome, outcome);
  return made;
}

}  // namespace assize::reproduce
