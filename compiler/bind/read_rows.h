// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/bind/sift.h"
#include "runtime/columns/progress.h"
#include "runtime/columns/result.h"

namespace assize::bind {

struct ReadSettings {
  columns::ProgressSink progress;
  int threads = 0;
};

/// Reads the cells of all fields of a collection from its file. Errors as `columns::read_table`.
columns::Result<ReadRows> read_rows(const check::Collection& collection, const std::string& path,
                                    const ReadSettings& settings, TextPool& texts);

}  // namespace assize::bind
