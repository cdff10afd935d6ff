// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/check/period.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Which data a run reads.
struct DataRequest {
  std::vector<std::string> sources;  // the arguments of --data
  check::Period period;
  int threads = 0;
};

/// Reads what the measures need, with a line of progress for long files.
columns::Result<bind::Inputs> read_data(const check::Framework& framework,
                                        const std::vector<const check::Measure*>& measures,
                                        const DataRequest& request);

/// Gives the period of a run: as asked for, else what the edition covers.
columns::Result<check::Period> period_of_run(const check::Framework& framework,
                                             const std::optional<std::string>& asked);

/// The edition publishes no measure that could be run.
columns::Failure nothing_to_run(const check::Framework& framework);

}  // namespace assize::driver
