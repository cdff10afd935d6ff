// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/results/choose_rows.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Reads `--by region,gender`: kinds of places, and what the measures are split or tabulated by.
///
/// Errors  kUsage if a name is neither, with the nearest and all there are. Nothing is split anew:
/// what
///         a figure is split by is part of its definition.
columns::Result<results::By> find_choices(const check::Framework& framework,
                                          const std::vector<const check::Measure*>& measures,
                                          const std::vector<std::string>& names);

}  // namespace assize::driver
