// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/driver/find_measures.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Says whether there are records of a collection.
using HasRecords = std::function<bool(const check::Collection&)>;

/// A measure of a run that the data say nothing of, and what it would be made from.
struct WithoutData {
  const check::Measure* measure = nullptr;
  std::vector<std::string> collections;
};

/// Gives the measure itself, if there are records for all that it reads, else the first other
/// evidence
/// (`otherwise from …`) of which that is so; null if it can be made of nothing.
const check::Measure* with_evidence(const check::Measure& measure, const HasRecords& has_records);

/// Puts other evidence in the place of measures that cannot be made from their own, and takes those
/// out that can be made of nothing: they are given back. If nothing at all can be made, `chosen`
/// stays as it is, so that reading says which file is missing.
std::vector<WithoutData> choose_evidence(const HasRecords& has_records, Chosen& chosen);

/// Says so of the files that `--data` names.
/// Errors  kInputOutput, kUsage as `bind::DataFiles::add`.
columns::Result<HasRecords> records_in(const std::vector<std::string>& sources);

/// The lines of a run's foot that name them: `no data for 1D, 3B (sace)`; empty if there are none.
std::string without_data_text(const std::vector<WithoutData>& without);

}  // namespace assize::driver
