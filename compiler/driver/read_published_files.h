// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/reproduce/read_published.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Reads published files, in the order in which they were named, with a line of progress. Errors
/// as `sheets::read_workbook` and `reproduce::read_published`.
columns::Result<std::vector<reproduce::FileContent>> read_published_files(
    const std::vector<std::string>& paths);

}  // namespace assize::driver
