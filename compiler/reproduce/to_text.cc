// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include <array>
#include <map>

#include "compiler/reproduce/reproduction.h"
#include "compiler/results/lay_out.h"

namespace assize::reproduce {
namespace {

using results::counted;
using results::grouped;
using results::padded;
using results::right_aligned;

constexpr std::size_t kMostNamed = 20;

using Counts = std::array<std::size_t, kVerdicts>;

std::size_t& of(Counts& counts, Verdict verdict) {
  return counts[static_cast<std::size_t>(verdict)];
}
std::size_t of(const Counts& counts, Verdict verdict) {
  return counts[static_cast<std::size_t>(verdict)];
}

std::string number(std::size_t count) { return grouped(static_cast<std::int64_t>(count)); }

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

std::string files_text(const std::vector<FileContent>& files) {
  std::string text;
  for (const FileContent& file : files) {
    const Published& published = file.published;
    text += " " + file_name(published.path) + "\n";
    for (const Population& population : file.populations) {
      text += "   residents by age, mid-" + std::to_string(population.year) + ": " +
              counted(static_cast<std::int64_t>(population.areas.size()), "area") + "\n";
    }
    if (file.populations.empty()) {
      text += "   " + published.layout + ": " +
              counted(static_cast<std::int64_t>(published.rows_read), "row") + " read, " +
              number(published.rows_of_figures) + " with figures, " +
              number(published.rows_passed_over) + " passed over; " +
              counted(static_cast<std::int64_t>(published.figures.size()), "outcome") + "\n";
    }
    for (const std::string& remark : published.remarks) text += "   " + remark + "\n";
  }
  return text;
}

/// A line of the table: a year and a measure.
struct Line {
  std::string year;
  std::string code;
  Counts counts{};
  std::size_t rows = 0;
};

std::vector<Line> lines_of(const Reproduction& made) {
  std::map<std::pair<std::string, std::string>, Line> lines;
  for (const Reproduced& row : made.rows) {
    const std::string code = row.rule ? row.rule->code() : row.figure->code;
    Line& line = lines[{row.figure->year, code}];
    line.year = row.figure->year;
    line.code = code;
    ++line.rows;
    ++of(line.counts, row.judgement.verdict);
  }
  std::vector<Line> made_lines;
  for (auto& [key, line] : lines) made_lines.push_back(std::move(line));
  return made_lines;
}

// Wrong has a column always, so that its absence is seen; the others where they occur.
std::vector<Verdict> shown_verdicts(const Line& all) {
  std::vector<Verdict> shown;
  for (std::size_t at = 0; at < kVerdicts; ++at) {
    const auto verdict = static_cast<Verdict>(at);
    if (verdict == Verdict::kEqual || verdict == Verdict::kWrong || all.counts[at] > 0)
      shown.push_back(verdict);
  }
  return shown;
}

std::string line_text(const Line& line, const std::vector<Verdict>& shown, std::size_t code_width) {
  std::string text = " " + padded(line.year, 7) + "  " + padded(line.code, code_width) + "  " +
                     right_aligned(number(line.rows), 8);
  for (const Verdict verdict : shown) {
    const std::size_t count = of(line.counts, verdict);
    text += "  " + right_aligned(count == 0 ? "." : number(count),
                                 std::max<std::size_t>(7, verdict_words(verdict).size()));
  }
  return text + "\n";
}

std::string table_text(const std::vector<Line>& lines, const Line& all) {
  std::size_t code_width = 4;
  for (const Line& line : lines)
    code_width = std::max(code_width, results::display_width(line.code));
  const std::vector<Verdict> shown = shown_verdicts(all);
  std::string text = " " + padded("year", 7) + "  " + padded("code", code_width) + "  " +
                     right_aligned("outcomes", 8);
  for (const Verdict verdict : shown) {
    text += "  " + right_aligned(verdict_words(verdict),
                                 std::max<std::size_t>(7, verdict_words(verdict).size()));
  }
  text += "\n";
  for (const Line& line : lines) text += line_text(line, shown, code_width);
  if (lines.size() > 1) text += line_text(all, shown, code_width);
  return text;
}

Line sum_of(const std::vector<Line>& lines) {
  Line all;
  all.year = "all";
  for (const Line& line : lines) {
    all.rows += line.rows;
    for (std::size_t at = 0; at < kVerdicts; ++at) all.counts[at] += line.counts[at];
  }
  return all;
}

std::string meanings_text(const Counts& counts) {
  struct Meaning {
    Verdict verdict;
    const char* words;
  };
  constexpr std::array kMeanings{
      Meaning{Verdict::kEqual,
              "equal: the numerator over the denominator, rounded as the edition says"},
      Meaning{Verdict::kRoundedTo1, "to 1: equal within the rounding of its parts to 1"},
      Meaning{Verdict::kRoundedTo5, "to 5: equal within the rounding of its parts to 5"},
      Meaning{Verdict::kRoundedTo10, "to 10: equal within the rounding of its parts to 10"},
      Meaning{Verdict::kRoundedTwice,
              "rounded twice: equal if it was rounded to more decimals first"},
      Meaning{Verdict::kTieDown, "tie down: an exact tie that was rounded down"},
      Meaning{Verdict::kWithheld, "withheld: the outcome or a part of it"},
      Meaning{Verdict::kNotAvailable,
              "no figure: blank, not available, not applicable, or nothing to divide by"},
      Meaning{Verdict::kOutcomeAlone, "outcome alone: published without the parts it was made of"},
      Meaning{Verdict::kOtherYear, "other year: its edition was not asked for"},
      Meaning{Verdict::kNotOfTheEdition, "no such code: the edition has no measure of this code"},
      Meaning{Verdict::kNotUnderstood, "not understood: neither a figure nor a known symbol"}};
  std::string text;
  for (const Meaning& meaning : kMeanings) {
    if (of(counts, meaning.verdict) > 0) text += " " + std::string(meaning.words) + ".\n";
  }
  return text;
}

std::string sum_text(const Line& all) {
  std::size_t compared = 0;
  for (const Verdict verdict :
       {Verdict::kEqual, Verdict::kRoundedTo1, Verdict::kRoundedTo5, Verdict::kRoundedTo10,
        Verdict::kRoundedTwice, Verdict::kTieDown, Verdict::kWrong}) {
    compared += of(all.counts, verdict);
  }
  std::size_t open = 0;
  for (std::size_t at = 0; at < kVerdicts; ++at) {
    if (is_finding(static_cast<Verdict>(at))) open += all.counts[at];
  }
  return " " + number(of(all.counts, Verdict::kEqual)) + " of " + number(compared) +
         " outcomes with both parts are equal; " + number(all.rows - open) + " of " +
         counted(static_cast<std::int64_t>(all.rows), "outcome") +
         " explained; wrong: " + number(of(all.counts, Verdict::kWrong)) + ".\n";
}

/// Names up to so many things, and says how many more there are.
class NamedList {
 public:
  void add(const std::string& line) {
    ++count_;
    if (count_ <= kMostNamed) text_ += line;
  }
  std::string text() const {
    if (count_ <= kMostNamed) return text_;
    return text_ + "   … and " + number(count_ - kMostNamed) +
           " more; --out FILE.csv has every row\n";
  }

 private:
  std::string text_;
  std::size_t count_ = 0;
};

// A long sentence after its head, broken under where it begins.
std::string wrapped_after(const std::string& head, const std::string& text) {
  constexpr std::size_t kWidth = 110;
  constexpr std::size_t kIndent = 11;
  std::string made;
  for (const std::string& line : results::wrapped(text, kWidth - head.size())) {
    made += (made.empty() ? head : std::string(kIndent, ' ')) + line + "\n";
  }
  return made;
}

std::string place_text(const std::vector<FileContent>& files, const Figure& figure) {
  std::string text = file_name(files[figure.file].published.path);
  if (!figure.sheet.empty()) text += ", " + figure.sheet;
  return text + ", row " + std::to_string(figure.row());
}

std::string about_text(const Figure& figure) {
  return figure.year + " " + figure.code + ", " + figure.area_name +
         (figure.breakdown == "total" ? "" : ", " + figure.breakdown);
}

// A code that no edition has stands on many rows: it is named once.
std::string unknown_codes_text(const std::vector<FileContent>& files, const Reproduction& made) {
  struct Unknown {
    const Figure* first = nullptr;
    std::int64_t outcomes = 0;
  };
  std::map<std::pair<std::string, std::string>, Unknown> codes;
  for (const Reproduced& row : made.rows) {
    if (row.judgement.verdict != Verdict::kNotOfTheEdition) continue;
    Unknown& code = codes[{row.figure->year, row.figure->code}];
    if (code.first == nullptr) code.first = row.figure;
    ++code.outcomes;
  }
  NamedList list;
  for (const auto& [key, code] : codes) {
    list.add("   " + place_text(files, *code.first) + ": " + key.first + " " + key.second +
             ": the edition has no such code (" + counted(code.outcomes, "outcome") + ")\n");
  }
  return list.text();
}

std::string findings_text(const std::vector<FileContent>& files, const Reproduction& made) {
  NamedList list;
  for (const Reproduced& row : made.rows) {
    const Verdict verdict = row.judgement.verdict;
    if (!is_finding(verdict) || verdict == Verdict::kNotOfTheEdition) continue;
    list.add("   " + place_text(files, *row.figure) + ": " + about_text(*row.figure) + ": " +
             row.judgement.why + "\n");
  }
  for (const FileContent& file : files) {
    for (const Problem& problem : file.published.problems) {
      list.add("   " + file_name(file.published.path) +
               (problem.sheet.empty() ? "" : ", " + problem.sheet) +
               (problem.row == 0 ? "" : ", row " + std::to_string(problem.row)) + ": " +
               problem.text + "\n");
    }
  }
  const std::string text = unknown_codes_text(files, made) + list.text();
  return text.empty() ? "" : "\n To be looked at:\n" + text;
}

// What tables of answers give, and what they cannot.
std::string answers_text(const Reproduction& made) {
  std::string text;
  NamedList wrong;
  for (const MadeFromAnswers& measure : made.from_answers) {
    const std::string code = padded(measure.rule->rule.code(), 6);
    if (!measure.why_not.empty()) {
      text += wrapped_after("   " + code + "  cannot be made: ", measure.why_not);
      continue;
    }
    Counts counts{};
    for (const OutcomeOfAnswers& outcome : measure.outcomes) {
      ++of(counts, outcome.judgement.verdict);
      if (!is_finding(outcome.judgement.verdict)) continue;
      wrong.add("   " + code + "  " + outcome.table->sheet + ", row " +
                std::to_string(outcome.area->row) + ", " + outcome.area->name + ": " +
                outcome.judgement.why + "\n");
    }
    const std::size_t compared = measure.outcomes.size() - of(counts, Verdict::kAnswersAlone);
    std::string sum = counted(static_cast<std::int64_t>(measure.outcomes.size()), "area");
    sum += compared == 0 ? ", no published outcome at hand"
                         : ", " + number(compared) +
                               " with a published outcome: " + number(of(counts, Verdict::kEqual)) +
                               " equal, " + number(of(counts, Verdict::kWithinShares)) +
                               " within the rounding of the shares, " +
                               number(of(counts, Verdict::kWrong)) + " wrong";
    text += wrapped_after("   " + code + "  ", measure.question + ": " + sum);
  }
  if (text.empty()) return "";
  return "\n From shares of answers, " + made.from_answers.front().year + ":\n" + text +
         wrong.text();
}

std::string populations_text(const std::vector<FileContent>& files, const Reproduction& made) {
  std::string text;
  NamedList wrong;
  for (const PopulationSummary& summary : made.populations) {
    std::array<std::size_t, 4> counts{};
    for (const PopulationCheck& check : summary.checks) {
      ++counts[static_cast<std::size_t>(check.match)];
      if (check.match != Match::kOther) continue;
      wrong.add("   " + place_text(files, *check.figure) + ": " + about_text(*check.figure) + ": " +
                check.what + "\n");
    }
    text += " " + summary.year + "  " + summary.code + "  residents aged " +
            ages_text(summary.ages) + ", mid-" + std::to_string(summary.mid_year) + ": " +
            number(counts[0]) + " of " +
            counted(static_cast<std::int64_t>(summary.checks.size() - counts[2]), "denominator") +
            " equal";
    if (counts[1] > 0) text += ", " + number(counts[1]) + " within their rounding";
    if (counts[3] > 0) text += ", " + number(counts[3]) + " another number";
    if (counts[2] > 0)
      text += "; " + number(counts[2]) + " of areas that the estimates do not have";
    text += "\n";
  }
  return text.empty() ? "" : "\n" + text + wrong.text();
}

}  // namespace

std::string report_text(const std::vector<FileContent>& files, const Reproduction& made) {
  const std::vector<Line> lines = lines_of(made);
  const Line all = sum_of(lines);
  const std::string table =
      lines.empty() ? "" : "\n" + table_text(lines, all) + "\n" + meanings_text(all.counts);
  const std::string sum = lines.empty() ? "" : "\n" + sum_text(all);
  return files_text(files) + table + answers_text(made) + populations_text(files, made) +
         findings_text(files, made) + sum;
}

}  // namespace assize::reproduce
