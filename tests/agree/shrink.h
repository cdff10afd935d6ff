// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "tests/agree/data.h"

namespace assize::agree {

/// A framework and its records.
struct Trial {
  std::string text;
  DataSet data;
};

/// Says whether a smaller trial still shows what is looked for.
using StillFails = std::function<bool(const Trial&)>;

/// Makes a trial smaller while it still fails: takes out rows, then clauses, then parts of expressions, as
/// long as that helps and `patience` questions have not been asked.
Trial shrink(Trial trial, const StillFails& still_fails, int patience);

/// Writes a trial where an engineer finds it: `trial.assize`, the tables, and `difference.txt`.
void save_trial(const Trial& trial, const std::string& difference, const std::filesystem::path& folder);

}  // namespace assize::agree
