// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/columns/progress.h"
#include "runtime/columns/result.h"

namespace assize::sample {

/// What is to be made up. Nobody in it exists.
struct SampleRequest {
  std::string folder;
  std::string ending = ".csv";  // or .parquet, .arrow
  std::uint64_t seed = 2024;
  std::uint64_t people = 0;  // or, if 0, as many as give the events:
  std::uint64_t events = 0;
  std::vector<std::string> councils;  // ONS codes; the earlier ones are the larger
  std::int64_t period_start = 0;      // day numbers from 1970-01-01
  std::int64_t period_end = 0;
  columns::ProgressSink progress;
};

struct SampleFacts {
  std::uint64_t people = 0;
  std::uint64_t events = 0;
  std::uint64_t spells = 0;
  std::vector<std::string> files;
};

/// Makes up client-level events, hospital spells and a population, and writes them as `cld`,
/// `hospital` and `ons` into a folder that exists.
///
/// Shape    about eight events a person, those of a person together; columns as in the client-level
/// data return. Defects  those of real returns: open ends, people in two councils, details that are
/// unknown or conflict,
///          spellings of an earlier release, other letter case, values found in no list, rows given
///          twice or of nobody, spans that end before they begin, days that are none, deaths.
/// Errors   kUsage if there is no council, neither people nor events, or an ending that cannot be
/// written; else
///          as `columns::TableWriter`.
/// Exact    the same request gives the same bytes on every machine.
/// Cost     linear; memory for some thousand rows.
columns::Result<SampleFacts> generate_sample(const SampleRequest& request);

}  // namespace assize::sample
