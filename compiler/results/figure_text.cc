// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/results/figure_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <tuple>
#include <utility>

#include "compiler/results/lay_out.h"

namespace assize::results {
namespace {

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

std::string count_text(const columns::Rational& count) {
  return count.is_whole() ? grouped(count.floor()) : count.rounded(1).to_text(1);
}

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

std::string title_of(const check::Measure& measure, const check::Part& part) {
  std::string title = measure.title.empty() ? measure.name : measure.title;
  if (!part.label.empty()) {
    title += ", " + part.label;
  } else if (!part.name.empty()) {
    title += ", " + part.name;
  }
  return title;
}

std::string explained(const std::vector<Variant>& variants) {
  return legend_of(variants) + notes_of(variants);
}

std::vector<const Row*> largest_councils(const Results& results, std::size_t count) {
  std::vector<std::tuple<columns::Rational, std::string, const Row*>> found;
  for (const Row& row : results.rows) {
    if (row.level != Level::kCouncil || row.is_tabulation || row.breakdown != "total") continue;
    if (row.of_part != results.rows.front().of_part) continue;
    if (!row.denominator && !row.value) continue;
    found.emplace_back(columns::Rational(0) - row.denominator.value_or(columns::Rational(0)),
                       row.geography_code, &row);
  }
  std::sort(found.begin(), found.end());
  std::vector<const Row*> rows;
  for (const auto& [negative, code, row] : found) {
    if (rows.size() == count) break;
    rows.push_back(row);
  }
  return rows;
}

}  // namespace assize::results
