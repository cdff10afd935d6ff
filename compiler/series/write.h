// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/reproduce/read_published.h"
#include "compiler/series/series.h"
#include "runtime/columns/write_table.h"

namespace assize::series {

/// Writes a series for people: a line for each year and publication, a rule with the reason at each
/// break, and what is missing said in words.
std::string as_text(const Series& series, const std::vector<reproduce::FileContent>& files);

/// Lays a series out as a table: a row for each year and publication.
columns::OutputTable as_table(const Series& series,
                              const std::vector<reproduce::FileContent>& files);

/// Draws a series as SVG: points joined only where nothing lies between them, breaks as dashed
/// lines with numbers that the reasons below bear.
std::string as_chart(const Series& series);

}  // namespace assize::series
