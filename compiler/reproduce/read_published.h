// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "compiler/reproduce/answer_tables.h"
#include "compiler/reproduce/populations.h"
#include "compiler/reproduce/published.h"
#include "runtime/columns/result.h"
#include "runtime/sheets/sheet.h"

namespace assize::reproduce {

/// What one file holds: published figures, tables of answers to a survey, or estimates of
/// population.
struct FileContent {
  Published published;  // without figures if it holds estimates
  std::vector<Population> populations;
  std::vector<AnswerTable> answers;
};

/// Finds the layout of a file by its headings and reads it. Years, codes and areas are as written.
///
/// Shape   figures in the order of their first cells.
/// Errors  kData: no sheet has headings that a published table has; what was found and what is
/// missing
///         is named. What is odd within a table is a problem of `Published`, not a failure.
columns::Result<FileContent> read_published(const sheets::Workbook& workbook, std::size_t file);

// The two layouts behind it: a row a cell, and a row an area with columns for years. The name of a
// sheet is empty if the file has no other.
void read_long(const sheets::Sheet& sheet, const std::string& sheet_name, std::size_t header,
               std::size_t file, Published& into);
void read_wide(const sheets::Sheet& sheet, const std::string& sheet_name, std::size_t header,
               std::size_t file, Published& into);

}  // namespace assize::reproduce
