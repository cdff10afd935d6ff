// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/options.h"
#include "compiler/results/variant.h"

namespace assize::driver {

/// What one run goes through, from the framework to its figures.
struct Run {
  const check::Framework* framework = nullptr;
  check::Period period;
  Chosen chosen;
  std::vector<const check::Scenario*> scenarios;
  bind::Inputs inputs;
  std::vector<results::Variant> variants;  // the baseline, then one for each scenario
};

/// What is looked at: the edition, the period, the scenarios and what they set.
std::string head_text(const RunOptions& options, const Run& run);

/// The figures as a table, or with `--attrition` where people go.
std::string figures_text(const RunOptions& options, const Run& run);

/// Where the rest is, what was left out, and what to do next.
std::string foot_text(const RunOptions& options, const Run& run);

}  // namespace assize::driver
