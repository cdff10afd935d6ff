// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/reproduce/reproduction.h"

#include <algorithm>
#include <regex>

namespace assize::reproduce {
namespace {

// A year that a file's name says: `ascof_2020-21.xlsx`, or as two pairs of digits,
// `eng-2021-open-data`.
std::string year_of_name(const std::string& path) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  static const std::regex whole("(20[0-9]{2})[-_ ]?(?:20)?([0-9]{2})(?![0-9])");
  const std::sregex_iterator none;
  for (std::sregex_iterator at(name.begin(), name.end(), whole); at != none; ++at) {
    const std::string year = year_text(std::string((*at)[1]) + "-" + std::string((*at)[2]));
    if (!year.empty()) return year;
  }
  static const std::regex pairs("(?:^|[^0-9])([0-9]{2})([0-9]{2})(?![0-9])");
  for (std::sregex_iterator at(name.begin(), name.end(), pairs); at != none; ++at) {
    const std::string year = year_text("20" + std::string((*at)[1]) + "-" + std::string((*at)[2]));
    if (!year.empty()) return year;
  }
  return "";
}

// The edition by whose codes a figure is read; null if it was not given.
const check::Framework* edition_of(const Figure& figure, const Published& published,
                                   const Rules& rules, const std::string& newest_year) {
  if (published.codes == Codes::kOfPublication) {
    const check::Framework* of_publication = rules.edition(newest_year);
    return of_publication != nullptr ? of_publication : rules.newest();
  }
  return rules.edition(figure.year);
}

std::string newest_year_of(const Published& published) {
  std::string newest;
  for (const Figure& figure : published.figures) newest = std::max(newest, figure.year);
  return newest;
}

}  // namespace

std::size_t Reproduction::count(Verdict verdict) const {
  return static_cast<std::size_t>(
      std::count_if(rows.begin(), rows.end(),
                    [&](const Reproduced& row) { return row.judgement.verdict == verdict; }));
}

std::size_t Reproduction::findings(const std::vector<FileContent>& files) const {
  std::size_t found = 0;
  for (const Reproduced& row : rows) found += is_finding(row.judgement.verdict) ? 1 : 0;
  for (const PopulationSummary& summary : populations) {
    for (const PopulationCheck& check : summary.checks)
      found += check.match == Match::kOther ? 1 : 0;
  }
  for (const MadeFromAnswers& measure : from_answers) {
    for (const OutcomeOfAnswers& outcome : measure.outcomes) {
      found += is_finding(outcome.judgement.verdict) ? 1 : 0;
    }
  }
  for (const FileContent& file : files) found += file.published.problems.size();
  return found;
}

void settle_years(std::vector<FileContent>& files, const Rules& rules) {
  for (FileContent& file : files) {
    Published& published = file.published;
    const bool lacks = std::any_of(published.figures.begin(), published.figures.end(),
                                   [](const Figure& figure) { return !figure.year_is_given; });
    if (!lacks) continue;
    const std::string named = year_of_name(published.path);
    const std::string year = rules.has_year(named) ? named : rules.newest()->year;
    if (!named.empty() && named != year) {
      published.remarks.push_back("its name says " + named + ", the edition asked for is " + year);
    }
    for (Figure& figure : published.figures) {
      if (!figure.year_is_given) figure.year = year;
    }
  }
}

Reproduction reproduce(const std::vector<FileContent>& files, const Rules& rules) {
  std::vector<Ruled> ruled;
  std::vector<Population> populations;
  Reproduction made;
  for (const FileContent& file : files) {
    populations.insert(populations.end(), file.populations.begin(), file.populations.end());
    const std::string newest_year = newest_year_of(file.published);
    for (const Figure& figure : file.published.figures) {
      const check::Framework* edition = edition_of(figure, file.published, rules, newest_year);
      const Rule* rule = edition == nullptr ? nullptr : rules.find(*edition, figure.code);
      Reproduced row{&figure, rule, {}};
      if (edition == nullptr) {
        row.judgement.verdict = Verdict::kOtherYear;
        row.judgement.why = "of " + figure.year + ", whose edition was not asked for";
      } else {
        ruled.push_back({&figure, rule});
      }
      made.rows.push_back(std::move(row));
    }
  }
  const Evidence evidence(ruled);
  for (Reproduced& row : made.rows) {
    if (row.judgement.verdict == Verdict::kOtherYear) continue;
    row.judgement = judge(*row.figure, row.rule, evidence.of(*row.figure));
  }
  made.populations = check_populations(ruled, populations, evidence);
  return made;
}

void add_from_answers(const std::vector<FileContent>& files,
                      const std::vector<AnswerRule>& answer_rules, const std::string& year,
                      const Rules& rules, Reproduction& made) {
  std::vector<const AnswerTable*> tables;
  std::vector<const Figure*> published;
  for (const FileContent& file : files) {
    for (const AnswerTable& table : file.answers) tables.push_back(&table);
    for (const Figure& figure : file.published.figures) published.push_back(&figure);
  }
  made.from_answers = make_from_answers(answer_rules, year, tables, published, rules);
}

}  // namespace assize::reproduce
