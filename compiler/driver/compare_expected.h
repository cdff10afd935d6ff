// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/results/row.h"
#include "compiler/results/tally.h"
#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::driver {

/// One cell of a test that is not as expected.
struct Difference {
  source::Span span;   // of the cell, or of the row where there is no such figure
  std::string where;   // `part aged_18_to_64, group female`
  std::string column;  // empty: the row itself
  std::string expected;
  std::string obtained;
};

/// Compares the cells of an `expect` with figures: for all councils together unless a column
/// `council` says one. Only the cells given are compared.
std::vector<Difference> compare_figures(const syntax::Expect& expect, const bind::Inputs& inputs,
                                        const results::Results& results);

/// Compares the cells of an `expect each` with units. A row names its unit by all its columns that
/// identify: person, council, part, start, end, record.
std::vector<Difference> compare_units(const syntax::Expect& expect, const bind::Inputs& inputs,
                                      const results::MeasureTally& tally);

}  // namespace assize::driver
