// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/driver/choose_evidence.h"
#include "compiler/driver/find_measures.h"
#include "compiler/driver/options.h"
#include "compiler/results/choose_rows.h"
#include "compiler/results/disclose.h"
#include "compiler/results/places.h"
#include "compiler/results/variant.h"

namespace assize::driver {

/// What one run goes through, from the framework to its figures.
struct Run {
  const check::Framework* framework = nullptr;
  check::Period period;
  Chosen chosen;
  std::vector<WithoutData> without;  // measures that the data say nothing of
  std::vector<const check::Scenario*> scenarios;
  results::By by;
  bind::Inputs inputs;
  std::vector<results::Place> places;      // to show besides England; none: the largest councils
  std::vector<results::Variant> variants;  // the baseline, then one for each scenario
};

/// Whether counts leave as they are, or as the edition lets them.
results::Counts counts_of(const RunOptions& options);

/// What is looked at: the edition, the period, the scenarios and what they set.
std::string head_text(const RunOptions& options, const Run& run);

/// The figures as a table, or with `--attrition` where people go.
std::string figures_text(const RunOptions& options, const Run& run);

/// Where the rest is, what was left out, and what to do next.
std::string foot_text(const RunOptions& options, const Run& run);

}  // namespace assize::driver
