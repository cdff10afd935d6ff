// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/headings.h"

#include <algorithm>

#include "runtime/columns/spelling.h"

namespace assize::reproduce {
namespace {

struct Named {
  std::string_view name;  // plain
  Heading heading;
};

// All names under which published files have had these columns; the newest first.
constexpr std::array kNames{
    Named{"return year", Heading::kYear},
    Named{"year", Heading::kYear},
    Named{"financial year", Heading::kYear},
    Named{"geographical code", Heading::kAreaCode},
    Named{"local authority code", Heading::kAreaCode},
    Named{"cassr code", Heading::kAreaCode},
    Named{"cassr", Heading::kAreaCode},
    Named{"geographical description", Heading::kAreaName},
    Named{"local authority", Heading::kAreaName},
    Named{"local authority name", Heading::kAreaName},
    Named{"cassr name", Heading::kAreaName},
    Named{"area name", Heading::kAreaName},
    Named{"geographical level", Heading::kLevel},
    Named{"ons area code", Heading::kOnsCode},
    Named{"ons code", Heading::kOnsCode},
    Named{"table", Heading::kTable},
    Named{"ascof measure code", Heading::kMeasure},
    Named{"measure code", Heading::kMeasure},
    Named{"code", Heading::kMeasure},
    Named{"measure group", Heading::kGroup},
    Named{"measure group description", Heading::kTitle},
    Named{"measure description", Heading::kTitle},
    Named{"measure", Heading::kTitle},
    Named{"disaggregation level", Heading::kBreakdown},
    Named{"measure type", Heading::kRole},
    Named{"kind", Heading::kRole},
    Named{"measure value", Heading::kValue},
    Named{"shown value", Heading::kValue},
    Named{"value", Heading::kValue},
};

struct Ending {
  std::string_view words;
  Role role;
};

constexpr std::array kRoles{
    Ending{"number of respondents", Role::kBase},
    Ending{"margin of error", Role::kMargin},
    Ending{"respondents", Role::kBase},
    Ending{"base", Role::kBase},
    Ending{"numerator", Role::kNumerator},
    Ending{"denominator", Role::kDenominator},
    Ending{"outcome", Role::kOutcome},
};

std::string without_notes(std::string_view text) {
  std::string made;
  int depth = 0;
  for (const char c : text) {
    if (c == '[') ++depth;
    if (depth == 0) made += c;
    if (c == ']' && depth > 0) --depth;
  }
  return made;
}

bool is_part_of_word(char c) { return c != ' ' && c != '_' && c != '\n' && c != '\r' && c != '\t'; }

}  // namespace

std::string plain_heading(std::string_view text) {
  const std::string folded = columns::folded(without_notes(text));
  std::string made;
  for (const char c : folded) {
    if (is_part_of_word(c)) {
      made += c;
    } else if (!made.empty() && made.back() != ' ') {
      made += ' ';
    }
  }
  return std::string(columns::trimmed(made));
}

std::optional<Heading> heading_of(std::string_view text) {
  const std::string plain = plain_heading(text);
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const Named& named) { return named.name == plain; });
  if (found == kNames.end()) return std::nullopt;
  return found->heading;
}

std::string_view heading_words(Heading heading) {
  switch (heading) {
    case Heading::kYear:
      return "Return Year";
    case Heading::kAreaCode:
      return "Geographical Code";
    case Heading::kAreaName:
      return "Geographical Description";
    case Heading::kLevel:
      return "Geographical Level";
    case Heading::kOnsCode:
      return "ONS Area Code";
    case Heading::kTable:
      return "Table";
    case Heading::kMeasure:
      return "ASCOF Measure Code";
    case Heading::kGroup:
      return "Measure Group";
    case Heading::kTitle:
      return "Measure Group Description";
    case Heading::kBreakdown:
      return "Disaggregation Level";
    case Heading::kRole:
      return "Measure Type";
    case Heading::kValue:
      break;
  }
  return "Measure Value";
}

std::optional<Role> role_of(std::string_view text) {
  const std::string plain = plain_heading(text);
  for (const Ending& known : kRoles) {
    if (plain == known.words) return known.role;
  }
  return std::nullopt;
}

Columns Columns::of(const std::vector<sheets::Cell>& row) {
  Columns made;
  for (std::size_t column = 0; column < row.size(); ++column) {
    const auto heading = heading_of(row[column].text);
    if (!heading) continue;
    auto& at = made.at_[static_cast<std::size_t>(*heading)];
    if (!at) at = column;
  }
  return made;
}

std::size_t Columns::known() const {
  return static_cast<std::size_t>(
      std::count_if(at_.begin(), at_.end(), [](const auto& at) { return at.has_value(); }));
}

bool Columns::is_table_of_figures() const {
  return has(Heading::kValue) && names_measure() && names_area();
}

WideReading read_wide_heading(std::string_view text) {
  // The year is the longest beginning that is one: `2015 to 2016 - outcome`, `2015-16 outcome`.
  WideReading made;
  const std::string plain = plain_heading(text);
  std::size_t end = 0;
  for (std::size_t length = 7; length <= 13 && length <= plain.size(); ++length) {
    const std::string year = year_text(std::string_view(plain).substr(0, length));
    if (!year.empty() && (length == plain.size() || plain[length] == ' ' || plain[length] == ':' ||
                          plain[length] == '-')) {
      made.year = year;
      end = length;
    }
  }
  if (made.year.empty()) return made;
  std::string_view rest = std::string_view(plain).substr(end);
  while (!rest.empty() && (rest.front() == ' ' || rest.front() == '-' || rest.front() == ':')) {
    rest.remove_prefix(1);
  }
  if (rest.starts_with("\u2013"))
    rest = columns::trimmed(rest.substr(std::string_view("\u2013").size()));
  for (const Ending& known : kRoles) {
    if (!rest.ends_with(known.words)) continue;
    WideHeading heading;
    heading.year = made.year;
    heading.role = known.role;
    heading.block = columns::trimmed(rest.substr(0, rest.size() - known.words.size()));
    made.heading = heading;
    break;
  }
  return made;
}

Area area_of_level(std::string_view level) {
  const std::string plain = plain_heading(level);
  if (plain == "council" || plain == "local authority" || plain == "cassr") return Area::kCouncil;
  if (plain == "region" || plain == "regional") return Area::kRegion;
  if (plain == "council type") return Area::kCouncilType;
  if (plain == "england" || plain == "national") return Area::kEngland;
  return Area::kOther;
}

Area area_of_codes(const std::string& ons_code, const std::string& area_code,
                   const std::string& name) {
  if (ons_code.starts_with("E92") || columns::folded(name) == "england") return Area::kEngland;
  if (ons_code.starts_with("E12")) return Area::kRegion;
  if (ons_code.starts_with("E")) return Area::kCouncil;
  if (area_code.starts_with("E0") || area_code.starts_with("E1")) return Area::kCouncil;
  const bool is_letter = area_code.size() == 1 && area_code[0] >= 'A' && area_code[0] <= 'Z';
  return is_letter ? Area::kCouncilType : Area::kOther;
}

}  // namespace assize::reproduce
