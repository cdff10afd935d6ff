// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_terminal.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "compiler/results/figure_text.h"
#include "compiler/results/lay_out.h"

namespace assize::results {
namespace {

constexpr std::size_t kNarrowestTitle = 28;

std::string limits_text(const Row& row) {
  if (!row.lower || !row.upper) return "";
  return value_text(*row.lower, row.of_part->show) + " to " +
         value_text(*row.upper, row.of_part->show);
}

bool has_any(const std::vector<std::string>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return !cell.empty(); });
}

/// One figure in all the places shown: a line of values over a line of counts, and one of limits.
struct Line {
  std::string code;
  std::string title;
  std::vector<std::string> values;
  std::vector<std::string> counts;
  std::vector<std::string> limits;
};

/// A column of the table: England, or one council; as one variant of the run has it.
struct Column {
  Level level = Level::kEngland;
  std::string code;
  std::string name;
  std::size_t variant = 0;
  std::string scenario;  // said under the name; empty where a run has one variant
};

bool stands_for(const Row& row, const Column& place) {
  return row.level == place.level && row.geography_code == place.code &&
         row.geography_name == place.name;
}

// Columns of the table: each place as every variant has it, and fewer places where those are many.
std::vector<Column> columns_of(const std::vector<Variant>& variants, const View& view) {
  std::vector<Column> names = {{Level::kEngland, "", "England", 0, ""}};
  for (const Place& place : view.places) {
    names.push_back({place.level, place.code, place.name, 0, ""});
  }
  if (view.places.empty()) {
    const std::size_t columns = view.councils + 1;
    const std::size_t shown = std::max<std::size_t>(columns / variants.size(), 1);
    for (const Row* row : largest_councils(variants.front().results, shown - 1)) {
      names.push_back({Level::kCouncil, row->geography_code, row->geography_name, 0, ""});
    }
  }
  if (variants.size() == 1) return names;
  std::vector<Column> places;
  for (const Column& name : names) {
    for (std::size_t variant = 0; variant < variants.size(); ++variant) {
      const std::string& scenario = variants[variant].results.scenario;
      places.push_back(name);
      places.back().variant = variant;
      places.back().scenario = scenario.empty() ? "baseline" : scenario;
    }
  }
  return places;
}

Line line_of(const Row& row) {
  Line line;
  if (row.breakdown == "total") {
    line.code = code_of(*row.of_measure, *row.of_part);
    line.title = title_of(*row.of_measure, *row.of_part);
  } else {
    line.title = "  " + row.group;
  }
  return line;
}

// One line for each figure of England, filled with the figures of the other places.
std::vector<Line> lines_of(const std::vector<Variant>& variants, const std::vector<Column>& places,
                           bool groups) {
  std::vector<Line> lines;
  std::map<std::tuple<const check::Part*, std::string, std::string>, std::size_t> line_at;
  for (std::size_t variant = 0; variant < variants.size(); ++variant) {
    for (const Row& row : variants[variant].results.rows) {
      if (row.is_tabulation || (row.breakdown != "total" && !groups)) continue;
      const auto place = std::find_if(places.begin(), places.end(), [&](const Column& shown) {
        return shown.variant == variant && stands_for(row, shown);
      });
      if (place == places.end()) continue;
      const auto key = std::make_tuple(row.of_part, row.breakdown, row.group);
      const auto [at, is_new] = line_at.emplace(key, lines.size());
      if (is_new) {
        lines.push_back(line_of(row));
        lines.back().values.resize(places.size());
        lines.back().counts.resize(places.size());
        lines.back().limits.resize(places.size());
      }
      const auto column = static_cast<std::size_t>(place - places.begin());
      lines[at->second].values[column] = shown_value(row);
      lines[at->second].counts[column] = counts_text(row);
      lines[at->second].limits[column] = limits_text(row);
    }
  }
  return lines;
}

/// How wide each part of the table is.
struct Widths {
  std::size_t code = 4;
  std::size_t title = 0;
  std::vector<std::size_t> places;
};

Widths widths_of(const std::vector<Line>& lines, const std::vector<Column>& places,
                 std::size_t width) {
  constexpr std::size_t kLongestHeadingWord = 12;
  Widths widths;
  widths.places.assign(places.size(), 7);
  for (std::size_t column = 0; column < places.size(); ++column) {
    for (const std::string& word : wrapped(places[column].name, kLongestHeadingWord)) {
      widths.places[column] = std::max(widths.places[column], display_width(word));
    }
    widths.places[column] = std::max(widths.places[column], display_width(places[column].scenario));
  }
  for (const Line& line : lines) {
    widths.code = std::max(widths.code, display_width(line.code));
    for (std::size_t column = 0; column < places.size(); ++column) {
      widths.places[column] =
          std::max({widths.places[column], display_width(line.values[column]),
                    display_width(line.counts[column]), display_width(line.limits[column])});
    }
  }
  std::size_t used = 1 + widths.code + 2;
  for (const std::size_t place : widths.places) used += place + 2;
  widths.title = width > used + kNarrowestTitle ? width - used : kNarrowestTitle;
  return widths;
}

std::string without_trailing_blanks(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string text_line(const Widths& widths, const std::string& code, const std::string& title,
                      const std::vector<std::string>& cells) {
  std::string line = " " + padded(code, widths.code) + "  " + padded(title, widths.title);
  for (std::size_t column = 0; column < cells.size(); ++column) {
    line += "  " + right_aligned(cells[column], widths.places[column]);
  }
  return without_trailing_blanks(std::move(line)) + "\n";
}

std::string heading_of(const Widths& widths, const std::vector<Column>& places) {
  std::vector<std::vector<std::string>> names;
  std::size_t height = 1;
  for (std::size_t column = 0; column < places.size(); ++column) {
    names.push_back(wrapped(places[column].name, widths.places[column]));
    if (!places[column].scenario.empty()) names.back().push_back(places[column].scenario);
    height = std::max(height, names.back().size());
  }
  std::string text;
  for (std::size_t line = 0; line < height; ++line) {
    std::vector<std::string> cells;
    for (const auto& name : names) {
      // Names end on the last line, so that short ones stand right above their figures.
      const std::size_t skipped = height - name.size();
      cells.push_back(line < skipped ? "" : name[line - skipped]);
    }
    const bool is_last = line + 1 == height;
    text += text_line(widths, is_last ? "code" : "", is_last ? "measure" : "", cells);
  }
  return text;
}

std::string body_of(const Widths& widths, const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    const bool is_group = line.code.empty() && line.title.starts_with("  ");
    const std::string indent = is_group ? "  " : "";
    const auto titles = wrapped(line.title, widths.title - indent.size());
    text += text_line(widths, line.code, titles.empty() ? "" : indent + titles[0], line.values);
    std::vector<std::vector<std::string>> below;
    if (has_any(line.counts)) below.push_back(line.counts);
    if (has_any(line.limits)) below.push_back(line.limits);
    for (std::size_t at = 1; at < std::max(titles.size(), below.size() + 1); ++at) {
      text += text_line(widths, "", at < titles.size() ? indent + titles[at] : "",
                        at <= below.size() ? below[at - 1] : std::vector<std::string>());
    }
  }
  return text;
}

}  // namespace

std::string terminal_table(const std::vector<Variant>& variants, const View& view) {
  if (variants.empty() || variants.front().results.rows.empty()) {
    return " No figures: no measure was asked for.\n";
  }
  const std::vector<Column> places = columns_of(variants, view);
  const std::vector<Line> lines = lines_of(variants, places, view.groups);
  const Widths widths = widths_of(lines, places, view.width);
  std::string text = heading_of(widths, places) + body_of(widths, lines);
  const std::string below = explained(variants);
  return below.empty() ? text : text + "\n" + below;
}

}  // namespace assize::results
