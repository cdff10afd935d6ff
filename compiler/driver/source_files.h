// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "runtime/columns/result.h"

namespace assize::driver {

/// Lists the files that were meant: each file itself, each folder's framework files, sorted.
columns::Result<std::vector<std::string>> source_files(const std::vector<std::string>& paths);

}  // namespace assize::driver
