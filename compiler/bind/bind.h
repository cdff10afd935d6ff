// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/bind/data_files.h"
#include "compiler/bind/records.h"
#include "runtime/columns/progress.h"
#include "runtime/columns/result.h"

namespace assize::bind {

/// What is read, and for which period.
struct BindRequest {
  std::vector<const check::Collection*> needed;
  check::Period period;
  columns::ProgressSink progress;
  int threads = 0;  // 0: as many as the machine has
};

/// Reads the records of the collections that are needed, and the framework's list of councils.
///
/// Shape   one `Records` for each collection needed, in their order, then the list of councils if
/// it is not
///         among them. A collection that is `listed in` a file of the framework is read from there,
///         unless `files` have another.
/// Null    what a blank or an unlisted cell means, its field and its collection say; every cell
/// that is read
///         as unknown because of what it says, and every row that is not used, is in the account.
/// Errors  those of `columns::read_table`; kUsage if a collection has no file, or wants what is not
/// built yet. Exact   nothing but line numbers depends on the order of rows, and nothing on the
/// number of threads.
columns::Result<Inputs> bind_inputs(const check::Framework& framework, const DataFiles& files,
                                    RecordEvaluator& evaluator, const BindRequest& request);

}  // namespace assize::bind
