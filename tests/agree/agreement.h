// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "runtime/columns/result.h"
#include "tests/agree/compiled.h"
#include "tests/agree/data.h"

namespace assize::agree {

/// One disagreement.
struct Disagreement {
  std::string measure;
  int data_set = 0;
  std::string difference;
};

/// What one framework gave on its data sets.
struct Agreement {
  int measures = 0;
  int stopped = 0;                     // measures that an `if unknown stop` ended on some data set
  std::map<std::string, int> skipped;  // measures that an engine does not do yet, by reason
  std::set<std::string> constructs;
  std::set<std::string> compiled;  // constructs that a second engine was compared on
  std::vector<Disagreement> found;

  std::string to_text() const;
  static Agreement from_text(const std::string& text);
};

/// How thoroughly engines are compared.
struct Thoroughness {
  bool units = true;       // verdicts of units too, on every other data set
  bool threads = true;     // 2 and 8 threads, on the first data set
  bool row_orders = true;  // rows in another order, on the first data sets
};

/// Evaluates measures of a framework (all, if none is named) on each data set with every engine, and compares.
/// `folder` is empty and the caller's; the data are written there.
Agreement compare_engines(const Compiled& compiled, const std::vector<std::string>& measures,
                          const std::vector<DataSet>& data, const std::filesystem::path& folder,
                          Thoroughness thoroughness);

}  // namespace assize::agree
