// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/populations.h"

#include <charconv>
#include <regex>

#include "compiler/reproduce/headings.h"
#include "compiler/reproduce/shown.h"
#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

using sheets::Sheet;

constexpr std::size_t kMostTitleRows = 60;
constexpr std::size_t kFewestAges = 80;

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
    return std::nullopt;
  return number;
}

// `17`, `90+`, `Age 17`, `Aged 90+`.
std::optional<int> age_of(std::string_view heading) {
  const std::string plain = plain_heading(heading);
  std::string_view text = plain;
  for (const std::string_view word : {"aged ", "age "}) {
    if (text.starts_with(word)) text.remove_prefix(word.size());
  }
  if (text.ends_with("+")) text.remove_suffix(1);
  const auto age = whole_number(text);
  return age && *age >= 0 && *age <= 120 ? age : std::nullopt;
}

std::optional<std::int64_t> people_of(std::string_view cell) {
  const Shown shown = read_cell(cell, 0);
  if (shown.kind != Shown::Kind::kNumber || shown.number.get_den() != 1) return std::nullopt;
  return shown.number.get_num().get_si();
}

/// Where the columns of a wide table of estimates stand.
struct AgeColumns {
  std::size_t row = 0;
  std::size_t code = 0;
  std::size_t name = 0;
  std::vector<std::size_t> ages;  // from 0 on
};

std::optional<AgeColumns> age_columns_of(const Sheet& sheet) {
  for (std::size_t row = 0; row < sheet.rows.size() && row < kMostTitleRows; ++row) {
    AgeColumns made;
    made.row = row;
    bool has_code = false;
    bool has_name = false;
    for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
      const std::string plain = plain_heading(sheet.rows[row][column].text);
      if (plain == "code") {
        made.code = column;
        has_code = true;
      } else if (plain == "name") {
        made.name = column;
        has_name = true;
      } else if (const auto age = age_of(plain);
                 age && static_cast<std::size_t>(*age) == made.ages.size()) {
        made.ages.push_back(column);
      }
    }
    if (has_code && has_name && made.ages.size() >= kFewestAges) return made;
  }
  return std::nullopt;
}

// Titles say `ALL PERSONS`, `Persons by single year of age`, `Males`; the sheet's name does too.
bool is_of_one_sex(const Sheet& sheet, std::size_t header) {
  std::string words = columns::folded(sheet.name);
  for (std::size_t row = 0; row < header; ++row) {
    for (const sheets::Cell& cell : sheet.rows[row]) words += " " + columns::folded(cell.text);
  }
  if (words.find("persons") != std::string::npos) return false;
  return words.find("male") != std::string::npos;
}

std::optional<int> year_in(const std::string& text) {
  static const std::regex mid_year("mid[- ]?((19|20)[0-9]{2})", std::regex::icase);
  std::smatch found;
  if (std::regex_search(text, found, mid_year)) return std::stoi(found[1]);
  return std::nullopt;
}

std::optional<int> year_of_name(const std::string& path) {
  static const std::regex year("(^|[^0-9])((19|20)[0-9]{2})");
  const std::string name = path.substr(path.find_last_of('/') + 1);
  std::smatch found;
  if (std::regex_search(name, found, year)) return std::stoi(found[2]);
  return std::nullopt;
}

std::optional<int> year_in_sheet(const Sheet& sheet) {
  for (std::size_t row = 0; row < sheet.rows.size() && row < kMostTitleRows; ++row) {
    for (const sheets::Cell& cell : sheet.rows[row]) {
      if (const auto year = year_in(cell.text)) return year;
    }
  }
  return std::nullopt;
}

int year_of(const sheets::Workbook& workbook, const Sheet& sheet) {
  if (const auto year = year_in_sheet(sheet)) return *year;
  for (const Sheet& other : workbook.sheets) {
    if (const auto year = year_in_sheet(other)) return *year;
  }
  return year_of_name(workbook.path).value_or(0);
}

Population wide_population(const Sheet& sheet, const AgeColumns& columns) {
  Population made;
  for (std::size_t row = columns.row + 1; row < sheet.rows.size(); ++row) {
    Residents residents;
    residents.ons_code = sheet.text(row, columns.code);
    residents.name = sheet.text(row, columns.name);
    for (const std::size_t column : columns.ages) {
      const auto people = people_of(sheet.text(row, column));
      if (!people) break;
      residents.by_age.push_back(*people);
    }
    if (residents.ons_code.empty() || residents.by_age.size() != columns.ages.size()) continue;
    made.areas[residents.ons_code] = residents;
  }
  return made;
}

/// Where the columns of a long table stand: an area, a year, a sex, an age, a number.
struct LongColumns {
  std::optional<std::size_t> code, name, year, sex, age, people;

  bool is_whole() const { return code && age && people; }
};

LongColumns long_columns_of(const Sheet& sheet) {
  LongColumns made;
  if (sheet.rows.empty()) return made;
  for (std::size_t column = 0; column < sheet.rows.front().size(); ++column) {
    const std::string plain = plain_heading(sheet.rows.front()[column].text);
    if (plain == "geography code") made.code = column;
    if (plain == "geography name") made.name = column;
    if (plain == "date name" || plain == "date") made.year = column;
    if (plain == "gender name" || plain == "sex name") made.sex = column;
    if (plain == "c age name" || plain == "age name") made.age = column;
    if (plain == "obs value") made.people = column;
  }
  return made;
}

std::vector<Population> long_populations(const Sheet& sheet, const LongColumns& columns,
                                         int year_else) {
  std::map<int, Population> by_year;
  for (std::size_t row = 1; row < sheet.rows.size(); ++row) {
    const std::string sex = columns.sex ? columns::folded(sheet.text(row, *columns.sex)) : "total";
    if (sex != "total" && sex != "persons" && sex != "all") continue;
    const auto age = age_of(sheet.text(row, *columns.age));
    const auto people = people_of(sheet.text(row, *columns.people));
    if (!age || !people) continue;
    const auto year = columns.year ? whole_number(sheet.text(row, *columns.year)) : std::nullopt;
    Residents& residents =
        by_year[year.value_or(year_else)].areas[std::string(sheet.text(row, *columns.code))];
    residents.ons_code = sheet.text(row, *columns.code);
    if (columns.name) residents.name = sheet.text(row, *columns.name);
    const auto at = static_cast<std::size_t>(*age);
    if (residents.by_age.size() <= at) residents.by_age.resize(at + 1);
    residents.by_age[at] = *people;
  }
  std::vector<Population> made;
  for (auto& [year, population] : by_year) {
    population.year = year;
    made.push_back(std::move(population));
  }
  return made;
}

}  // namespace

std::string ages_text(const Ages& ages) {
  return std::to_string(ages.from) + (ages.to ? " to " + std::to_string(*ages.to) : " and over");
}

std::optional<Ages> ages_of_title(std::string_view title) {
  static const std::regex range("([0-9]{1,3})\\s*(?:-|to|\u2013)\\s*([0-9]{1,3})(?![0-9])");
  static const std::regex open("([0-9]{1,3})\\s*(?:\\+|and (?:over|above|older))");
  const std::string text = columns::folded(title);
  std::vector<Ages> found;
  const std::sregex_iterator none;
  for (std::sregex_iterator at(text.begin(), text.end(), range); at != none; ++at) {
    found.push_back({std::stoi((*at)[1]), std::stoi((*at)[2])});
  }
  for (std::sregex_iterator at(text.begin(), text.end(), open); at != none; ++at) {
    found.push_back({std::stoi((*at)[1]), std::nullopt});
  }
  if (found.size() != 1) return std::nullopt;
  return found.front();
}

std::optional<std::int64_t> Residents::of(const Ages& ages) const {
  if (by_age.empty()) return std::nullopt;
  const auto last = static_cast<int>(by_age.size()) - 1;
  if (ages.from > last || (ages.to && *ages.to >= last)) return std::nullopt;
  std::int64_t sum = 0;
  for (int age = ages.from; age <= ages.to.value_or(last); ++age) {
    sum += by_age[static_cast<std::size_t>(age)];
  }
  return sum;
}

std::vector<Population> populations_of(const sheets::Workbook& workbook) {
  std::vector<Population> made;
  for (const Sheet& sheet : workbook.sheets) {
    if (const auto columns = age_columns_of(sheet)) {
      if (is_of_one_sex(sheet, columns->row)) continue;
      Population population = wide_population(sheet, *columns);
      population.year = year_of(workbook, sheet);
      if (!population.areas.empty()) made.push_back(std::move(population));
    } else if (const LongColumns long_columns = long_columns_of(sheet); long_columns.is_whole()) {
      for (Population& population :
           long_populations(sheet, long_columns, year_of(workbook, sheet))) {
        made.push_back(std::move(population));
      }
    }
  }
  for (Population& population : made) population.path = workbook.path;
  return made;
}

}  // namespace assize::reproduce
