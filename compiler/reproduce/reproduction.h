// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/reproduce/check_populations.h"
#include "compiler/reproduce/from_answers.h"
#include "compiler/reproduce/judge.h"
#include "compiler/reproduce/read_published.h"
#include "compiler/reproduce/rules.h"
#include "runtime/columns/write_table.h"

namespace assize::reproduce {

/// One published outcome, and what was found.
struct Reproduced {
  const Figure* figure = nullptr;
  const Rule* rule = nullptr;
  Judgement judgement;
};

/// Everything that is known once all files were compared.
struct Reproduction {
  std::vector<Reproduced> rows;  // in the order of the files
  std::vector<PopulationSummary> populations;
  std::vector<MadeFromAnswers> from_answers;

  std::size_t count(Verdict verdict) const;
  /// Rows that somebody has to look at, denominators that are not those of the estimates, and
  /// problems of the files.
  std::size_t findings(const std::vector<FileContent>& files) const;
};

/// Gives a file without a year column the year of the edition; says so if its name says another.
void settle_years(std::vector<FileContent>& files, const Rules& rules);

/// Makes every published outcome again and compares. The files and rules must outlive the result.
///
/// Shape   one row for each figure of each file that has an outcome cell, a part or a base.
/// Cost    linear in figures.
Reproduction reproduce(const std::vector<FileContent>& files, const Rules& rules);

/// Makes outcomes out of tables of answers, and adds them. The rules must outlive the result.
void add_from_answers(const std::vector<FileContent>& files,
                      const std::vector<AnswerRule>& answer_rules, const std::string& year,
                      const Rules& rules, Reproduction& made);

/// Lays out every row: what was published, what came out, what that means, and where it stands.
columns::OutputTable rows_table(const std::vector<FileContent>& files, const Reproduction& made);

/// For people: the files, a table by year and measure, what has to be looked at, the populations.
std::string report_text(const std::vector<FileContent>& files, const Reproduction& made);

}  // namespace assize::reproduce
