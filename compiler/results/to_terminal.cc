// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/to_terminal.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "compiler/results/lay_out.h"

namespace assize::results {
namespace {

constexpr std::size_t kNarrowestTitle = 28;

std::string count_text(const columns::Rational& count) {
  return count.is_whole() ? grouped(count.floor()) : count.rounded(1).to_text(1);
}

// A count that was hidden is shown as the value made from it is.
std::string counts_text(const Row& row) {
  if (row.status == Status::kWithheld && (row.numerator || row.denominator)) {
    const auto side = [](const std::optional<columns::Rational>& count) {
      return count ? count_text(*count) : std::string("[c]");
    };
    return side(row.numerator) + "/" + side(row.denominator);
  }
  if (row.numerator && row.denominator) {
    return count_text(*row.numerator) + "/" + count_text(*row.denominator);
  }
  if (row.denominator) return "of " + count_text(*row.denominator);
  return "";
}

/// One figure in all the places shown: a line of values over a line of counts.
struct Line {
  std::string code;
  std::string title;
  std::vector<std::string> values;
  std::vector<std::string> counts;
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

// The councils with the largest denominators in the first part's total; equal ones by code.
std::vector<Column> largest_councils(const Results& results, std::size_t count) {
  std::vector<std::tuple<columns::Rational, std::string, std::string>> found;
  for (const Row& row : results.rows) {
    if (row.level != Level::kCouncil || row.is_tabulation || row.breakdown != "total") continue;
    if (row.of_part != results.rows.front().of_part) continue;
    if (!row.denominator && !row.value) continue;
    found.emplace_back(columns::Rational(0) - row.denominator.value_or(columns::Rational(0)),
                       row.geography_code, row.geography_name);
  }
  std::sort(found.begin(), found.end());
  std::vector<Column> places;
  for (const auto& [negative, code, name] : found) {
    if (places.size() == count) break;
    places.push_back({Level::kCouncil, code, name, 0, ""});
  }
  return places;
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
    for (Column& council : largest_councils(variants.front().results, shown - 1)) {
      names.push_back(std::move(council));
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

std::string title_of(const Row& row) {
  std::string title = row.of_measure->title.empty() ? row.of_measure->name : row.of_measure->title;
  if (!row.of_part->label.empty()) {
    title += ", " + row.of_part->label;
  } else if (!row.of_part->name.empty()) {
    title += ", " + row.of_part->name;
  }
  return title;
}

Line line_of(const Row& row) {
  Line line;
  if (row.breakdown == "total") {
    line.code = code_of(*row.of_measure, *row.of_part);
    line.title = title_of(row);
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
      }
      const auto column = static_cast<std::size_t>(place - places.begin());
      lines[at->second].values[column] = shown_value(row);
      lines[at->second].counts[column] = counts_text(row);
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
      widths.places[column] = std::max({widths.places[column], display_width(line.values[column]),
                                        display_width(line.counts[column])});
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
    const bool has_counts = std::any_of(line.counts.begin(), line.counts.end(),
                                        [](const std::string& counts) { return !counts.empty(); });
    for (std::size_t at = 1; at < std::max<std::size_t>(titles.size(), has_counts ? 2 : 1); ++at) {
      text += text_line(widths, "", at < titles.size() ? indent + titles[at] : "",
                        at == 1 ? line.counts : std::vector<std::string>());
    }
  }
  return text;
}

// What the brackets mean, and how often they stand for a figure.
std::string legend_of(const std::vector<Variant>& variants) {
  std::array<std::int64_t, 5> count{};
  std::int64_t figures = 0;
  for (const Variant& variant : variants) {
    for (const Row& row : variant.results.rows) {
      if (row.is_tabulation) continue;
      ++figures;
      ++count[static_cast<std::size_t>(row.status)];
    }
  }
  std::string text;
  for (std::size_t status = 1; status < count.size(); ++status) {
    if (count[status] == 0) continue;
    const auto what = static_cast<Status>(status);
    text += " [" + status_letter(what) + "] " + status_words(what) + ": " + grouped(count[status]) +
            " of " + counted(figures, "figure") + ".\n";
  }
  return text;
}

/// What a total leaves out, and the codes it stands at.
struct Note {
  std::string text;
  std::vector<std::string> codes;
};

void add_note(const std::string& text, const std::string& code, std::vector<Note>& notes) {
  const auto known =
      std::find_if(notes.begin(), notes.end(), [&](const Note& note) { return note.text == text; });
  if (known == notes.end()) {
    notes.push_back({text, {code}});
  } else {
    known->codes.push_back(code);
  }
}

// Notes of England's totals, each once, with the codes it stands at. What a scenario leaves out
// beyond the baseline bears its name.
std::string notes_of(const std::vector<Variant>& variants) {
  std::vector<Note> notes;
  std::set<std::pair<const check::Part*, std::string>> said;
  std::size_t totals = 0;
  for (const Variant& variant : variants) {
    for (const Row& row : variant.results.rows) {
      if (row.level != Level::kEngland || row.is_tabulation || row.breakdown != "total") continue;
      if (&variant == &variants.front()) ++totals;
      if (row.note.empty() || !said.emplace(row.of_part, row.note).second) continue;
      const std::string& scenario = variant.results.scenario;
      add_note(
          row.note,
          code_of(*row.of_measure, *row.of_part) + (scenario.empty() ? "" : " (" + scenario + ")"),
          notes);
    }
  }
  std::string text;
  for (const Note& note : notes) {
    const bool is_everywhere = notes.size() == 1 && note.codes.size() == totals;
    std::string codes;
    for (const std::string& code : note.codes) codes += ", " + code;
    text += " England" + (is_everywhere ? "" : codes) + ": " + note.text + ".\n";
  }
  return text;
}

}  // namespace

std::string shown_value(const Row& row) {
  if (!row.value) return row.status == Status::kNone ? "" : "[" + status_letter(row.status) + "]";
  const std::string value = value_text(*row.value, row.of_part->show);
  return row.of_part->show.unit == check::Show::Unit::kPercent ? value + " %" : value;
}

std::string terminal_table(const std::vector<Variant>& variants, const View& view) {
  if (variants.empty() || variants.front().results.rows.empty()) {
    return " No figures: no measure was asked for.\n";
  }
  const std::vector<Column> places = columns_of(variants, view);
  const std::vector<Line> lines = lines_of(variants, places, view.groups);
  const Widths widths = widths_of(lines, places, view.width);
  std::string text = heading_of(widths, places) + body_of(widths, lines);
  const std::string below = legend_of(variants) + notes_of(variants);
  return below.empty() ? text : text + "\n" + below;
}

}  // namespace assize::results
