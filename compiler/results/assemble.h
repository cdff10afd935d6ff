// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/row.h"
#include "compiler/results/tally.h"
#include "runtime/columns/result.h"

namespace assize::results {

/// Which figures get an interval of 95 %: those whose part says so (`with wilson intervals`), or
/// all that can have one.
enum class Intervals : std::uint8_t { kWherePublished, kEverywhere };

/// What figures are made for.
struct Purpose {
  std::string scenario;
  Intervals intervals = Intervals::kWherePublished;
};

/// Makes figures of what an engine added up.
///
/// Shape   for each part of each measure: England, each value of `areas … by` in their order, each
///         council; of each, every group of its splits, then the counts of its tabulations. Every
///         council of the inputs has a row for every group; counts of zero in a tabulation are left
///         out.
/// Null    a figure that is not there is empty, with its status (language, 4.2); never 0.
/// Errors  kLimit if a count does not fit 64 bits or a fraction 128.
/// Exact   exact until rounded as the part says. The same rows whatever engine, threads, order of
/// rows. Cost    linear in cells; pure.
columns::Result<Results> assemble(const check::Framework& framework, const bind::Inputs& inputs,
                                  const Tally& tally, const Purpose& purpose);
columns::Result<Results> assemble(const check::Framework& framework, const bind::Inputs& inputs,
                                  const Tally& tally, const std::string& scenario);

}  // namespace assize::results
