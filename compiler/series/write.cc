// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/series/write.h"

#include <algorithm>

#include "compiler/results/lay_out.h"

namespace assize::series {
namespace {

using columns::CellKind;
using results::padded;
using results::right_aligned;

constexpr std::size_t kWidth = 110;

std::string shown_text(const reproduce::Shown& shown) {
  if (shown.is_number()) return shown.text;
  switch (shown.kind) {
    case reproduce::Shown::Kind::kWithheld:
      return "[c]";
    case reproduce::Shown::Kind::kNotAvailable:
      return "[x]";
    case reproduce::Shown::Kind::kNotApplicable:
      return "[z]";
    default:
      return "";
  }
}

std::string note_of(const Point& point, std::size_t vintage) {
  std::vector<std::string> notes;
  if (point.edition.empty()) notes.push_back("no edition of this year is known");
  if (!point.edition.empty() && point.path.empty()) notes.push_back("not in this edition");
  if (!point.renamed_from.empty()) {
    notes.push_back("was " + point.renamed_from +
                    (point.breaks.empty() ? ", same definition" : ""));
  }
  if (!point.marks.empty()) notes.push_back(point.marks);
  if (!point.path.empty() && point.values.empty()) notes.push_back("no published figure at hand");
  if (point.values.size() > 1) {
    notes.push_back(vintage == 0 ? "as first published, in " + point.values[0].published_in
                                 : "as revised in " + point.values[vintage].published_in);
  }
  std::string text;
  for (const std::string& note : notes) text += (text.empty() ? "" : "; ") + note;
  return text;
}

std::string break_text(const Point& point) {
  std::string text = " " + std::string(8, '-') + " break: ";
  std::string reasons;
  for (const std::string& reason : point.breaks) reasons += (reasons.empty() ? "" : "; ") + reason;
  std::string lines;
  for (const std::string& line : results::wrapped(reasons, kWidth - text.size())) {
    lines += text + line + "\n";
    text = std::string(text.size(), ' ');
  }
  return lines;
}

}  // namespace

std::string as_text(const Series& series, const std::vector<reproduce::FileContent>& files) {
  std::string text = " " + series.concept_name + ", " + series.area + "\n " + padded("year", 9) +
                     padded("code", 10) + padded("from", 14) + right_aligned("value", 9) +
                     right_aligned("numerator", 12) + right_aligned("denominator", 13) +
                     "   note\n";
  std::string title;
  for (const Point& point : series.points) {
    if (!point.breaks.empty()) text += break_text(point);
    if (!point.title.empty() && point.title != title) {
      title = point.title;
      text += "          " + title + "\n";
    }
    const std::size_t rows = std::max<std::size_t>(point.values.size(), 1);
    for (std::size_t i = 0; i < rows; ++i) {
      const bool has = i < point.values.size();
      const auto cell = [&](const reproduce::Shown Value::* part) {
        return has ? shown_text(point.values[i].*part) : std::string();
      };
      std::string line =
          " " + padded(i == 0 ? point.year : "", 9) + padded(i == 0 ? point.code : "", 10) +
          padded(i == 0 ? point.evidence : "", 14) + right_aligned(cell(&Value::outcome), 9) +
          right_aligned(cell(&Value::numerator), 12) +
          right_aligned(cell(&Value::denominator), 13) + "   " + note_of(point, i);
      while (!line.empty() && line.back() == ' ') line.pop_back();
      text += line + "\n";
    }
  }
  static_cast<void>(files);
  return text;
}

columns::OutputTable as_table(const Series& series,
                              const std::vector<reproduce::FileContent>& files) {
  columns::OutputTable table;
  for (const char* name :
       {"concept", "area", "year", "edition", "measure", "code", "title", "from", "published_in",
        "vintage", "value", "numerator", "denominator", "break", "note", "file"}) {
    table.columns.push_back({name, CellKind::kText});
  }
  for (const Point& point : series.points) {
    std::string reasons;
    for (const std::string& reason : point.breaks)
      reasons += (reasons.empty() ? "" : "; ") + reason;
    const std::size_t rows = std::max<std::size_t>(point.values.size(), 1);
    for (std::size_t i = 0; i < rows; ++i) {
      const Value* value = i < point.values.size() ? &point.values[i] : nullptr;
      const std::string vintage = value == nullptr ? "" : i == 0 ? "first" : "revised";
      table.rows.push_back(
          {series.concept_name, series.area, point.year, point.edition, point.path, point.code,
           point.title, point.evidence, value ? value->published_in : "", vintage,
           value ? shown_text(value->outcome) : "", value ? shown_text(value->numerator) : "",
           value ? shown_text(value->denominator) : "", reasons, note_of(point, i),
           value ? files[value->file].published.path : ""});
    }
  }
  return table;
}

}  // namespace assize::series
