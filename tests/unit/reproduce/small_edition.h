// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/reproduce/read_published.h"
#include "compiler/reproduce/reproduction.h"
#include "compiler/reproduce/rules.h"
#include "runtime/sheets/sheet.h"

namespace assize::reproduce {

/// An edition of one year with 1A (a score), 1E (percent), 2A(1) and 2A(2) (per 100,000 residents
/// of 18 to 64, and of 65 and over) and 2D (percent, to 2 and then to 1 decimal).
struct SmallEdition {
  explicit SmallEdition(const std::string& year);

  check::Framework framework;
  Rules rules;
  const Rule& rule(const std::string& code) const;
};

/// A file of one sheet, all its cells texts.
sheets::Workbook workbook_of(const std::string& path,
                             const std::vector<std::vector<std::string>>& rows);

/// A figure of Ash in 2015-16, its cells as written; `-` is no cell.
Figure figure_of(const std::string& code, const std::string& numerator,
                 const std::string& denominator, const std::string& outcome);

}  // namespace assize::reproduce
