// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/bind/records.h"
#include "compiler/results/row.h"
#include "compiler/results/tally.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Writes all figures to a file, in the format its ending says; the file appears whole, or not at all.
columns::Status write_figures(const std::string& path, const results::Results& results);

/// Writes each unit and what became of it, the same way.
columns::Status write_units(const std::string& path, const results::Results& results,
                            const bind::Inputs& inputs, const results::Tally& tally);

}  // namespace assize::driver
