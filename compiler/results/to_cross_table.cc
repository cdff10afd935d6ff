// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_cross_table.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/results/figure_text.h"
#include "compiler/results/lay_out.h"

namespace assize::results {
namespace {

/// One figure: its value and the counts under it.
struct Entry {
  std::string value;
  std::string counts;
};

/// What a line or column is: told apart by its key, shown by its name.
struct Heading {
  std::string key;
  std::string name;
};

/// A table: lines and columns, some entries in it.
struct Grid {
  std::string title;
  std::vector<Heading> columns;
  std::vector<Heading> lines;
  std::map<std::pair<std::size_t, std::size_t>, Entry> entries;  // line, column

  static std::size_t place_of(std::vector<Heading>& headings, const Heading& heading) {
    const auto known = std::find_if(headings.begin(), headings.end(),
                                    [&](const Heading& other) { return other.key == heading.key; });
    if (known != headings.end()) return static_cast<std::size_t>(known - headings.begin());
    headings.push_back(heading);
    return headings.size() - 1;
  }

  void put(const Heading& line, const Heading& column, Entry entry) {
    const std::size_t at = place_of(lines, line);
    entries[{at, place_of(columns, column)}] = std::move(entry);
  }
};

constexpr std::size_t kLongestHeadingWord = 14;

std::size_t column_width(const Grid& grid, std::size_t column) {
  std::size_t width = 5;
  for (const std::string& word : wrapped(grid.columns[column].name, kLongestHeadingWord)) {
    width = std::max(width, display_width(word));
  }
  for (const auto& [at, entry] : grid.entries) {
    if (at.second != column) continue;
    width = std::max({width, display_width(entry.value), display_width(entry.counts)});
  }
  return width;
}

std::string trimmed_line(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

/// Writes columns `first` to `last` (not itself) of a grid.
class GridText {
 public:
  GridText(const Grid& grid, std::size_t first, std::size_t last, std::size_t line_width,
           const std::vector<std::size_t>& widths)
      : grid_(grid), first_(first), last_(last), line_width_(line_width), widths_(widths) {}

  std::string text() {
    add_heading();
    for (std::size_t line = 0; line < grid_.lines.size(); ++line) add_line(line);
    return std::move(text_);
  }

 private:
  void add_heading() {
    std::vector<std::vector<std::string>> names;
    std::size_t height = 1;
    for (std::size_t column = first_; column < last_; ++column) {
      names.push_back(wrapped(grid_.columns[column].name, widths_[column]));
      height = std::max(height, names.back().size());
    }
    for (std::size_t row = 0; row < height; ++row) {
      std::string line(3 + line_width_, ' ');
      for (std::size_t at = 0; at < names.size(); ++at) {
        const std::size_t skipped = height - names[at].size();
        line += "  " +
                right_aligned(row < skipped ? "" : names[at][row - skipped], widths_[first_ + at]);
      }
      text_ += trimmed_line(std::move(line));
    }
  }

  void add_line(std::size_t line) {
    const bool is_one_column = last_ - first_ == 1;
    std::string values = "   " + padded(grid_.lines[line].name, line_width_);
    std::string counts(3 + line_width_, ' ');
    bool has_counts = false;
    for (std::size_t column = first_; column < last_; ++column) {
      const auto found = grid_.entries.find({line, column});
      const Entry entry = found == grid_.entries.end() ? Entry() : found->second;
      values += "  " + right_aligned(entry.value, widths_[column]);
      counts += "  " + right_aligned(entry.counts, widths_[column]);
      has_counts = has_counts || !entry.counts.empty();
      if (is_one_column) values += "   " + entry.counts;
    }
    text_ += trimmed_line(std::move(values));
    if (has_counts && !is_one_column) text_ += trimmed_line(std::move(counts));
  }

  const Grid& grid_;
  std::size_t first_;
  std::size_t last_;
  std::size_t line_width_;
  const std::vector<std::size_t>& widths_;
  std::string text_;
};

// As many columns beside each other as fit, the others in further tables below.
std::string grid_text(const Grid& grid, std::size_t width) {
  std::size_t line_width = 8;
  for (const Heading& line : grid.lines) {
    line_width = std::max(line_width, display_width(line.name));
  }
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < grid.columns.size(); ++column) {
    widths.push_back(column_width(grid, column));
  }
  std::string text;
  for (const std::string& line : wrapped(grid.title, width - 1)) text += " " + line + "\n";
  for (std::size_t first = 0; first < widths.size();) {
    std::size_t last = first;
    std::size_t used = 3 + line_width;
    do {
      used += 2 + widths[last++];
    } while (last < widths.size() && used + 2 + widths[last] <= width);
    if (first > 0) text += "\n";
    text += GridText(grid, first, last, line_width, widths).text();
    first = last;
  }
  return text + "\n";
}

// A line is a place; of several variants, each has its own.
Heading line_of(const Row& row, const Results& results, bool several) {
  const std::string key = row.geography_level + ";" + row.geography_code + ";" + row.geography_name;
  if (!several) return {key, row.geography_name};
  return {key + ";" + results.scenario,
          row.geography_name + ", " + (results.scenario.empty() ? "baseline" : results.scenario)};
}

bool is_shown(const Row& row, const View& view, const std::vector<const Row*>& largest) {
  if (row.level == Level::kEngland || view.all_places) return true;
  if (!view.places.empty()) {
    return std::any_of(view.places.begin(), view.places.end(), [&](const Place& place) {
      return place.level == row.level && place.code == row.geography_code &&
             place.name == row.geography_name;
    });
  }
  return row.level == Level::kCouncil &&
         std::any_of(largest.begin(), largest.end(), [&](const Row* council) {
           return council->geography_code == row.geography_code;
         });
}

std::string name_of(const std::string& word) {
  std::string name = word;
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

/// The tables of one part: figures, then a table for each tabulation.
class PartGrids {
 public:
  explicit PartGrids(const Row& first) {
    const std::string& code = code_of(*first.of_measure, *first.of_part);
    grids_.emplace_back().title =
        (code.empty() ? "" : code + "  ") + title_of(*first.of_measure, *first.of_part);
  }

  void add(const Row& row, const Heading& line) {
    if (!row.is_tabulation) {
      grids_.front().put(line, {row.breakdown + ";" + row.group, row.group},
                         {shown_value(row), counts_text(row)});
      return;
    }
    const std::string title = "     " + name_of(row.breakdown);
    auto found = std::find_if(grids_.begin() + 1, grids_.end(),
                              [&](const Grid& grid) { return grid.title == title; });
    if (found == grids_.end()) {
      grids_.emplace_back().title = title;
      found = grids_.end() - 1;
    }
    found->put({row.group, row.group}, line,
               {row.numerator ? count_text(*row.numerator) : "[c]", ""});
  }

  std::string text(std::size_t width) const {
    std::string text;
    for (const Grid& grid : grids_) text += grid_text(grid, width);
    return text;
  }

 private:
  std::vector<Grid> grids_;
};

}  // namespace

std::string cross_tables(const std::vector<Variant>& variants, const View& view) {
  std::vector<const check::Part*> order;
  std::map<const check::Part*, PartGrids> parts;
  const std::vector<const Row*> largest = largest_councils(variants.front().results, view.councils);
  for (const Variant& variant : variants) {
    for (const Row& row : variant.results.rows) {
      if (!is_shown(row, view, largest)) continue;
      auto part = parts.find(row.of_part);
      if (part == parts.end()) {
        part = parts.emplace(row.of_part, PartGrids(row)).first;
        order.push_back(row.of_part);
      }
      part->second.add(row, line_of(row, variant.results, variants.size() > 1));
    }
  }
  std::string text;
  for (const check::Part* part : order) text += parts.at(part).text(view.width);
  return text + explained(variants);
}

}  // namespace assize::results
