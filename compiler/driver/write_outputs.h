// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/results/variant.h"
#include "runtime/columns/result.h"
#include "runtime/columns/write_table.h"

namespace assize::driver {

/// Says whether a file can be written at all, before long work is done for it: its ending says a
/// format, and its folder is there.
columns::Status check_output_path(const std::optional<std::string>& path);

/// Writes all figures to a file, in the format its ending says; the file appears whole, or not at
/// all.
columns::Status write_figures(const std::string& path,
                              const std::vector<results::Variant>& variants);

/// Writes each unit and what became of it, the same way.
columns::Status write_units(const std::string& path, const std::vector<results::Variant>& variants,
                            const bind::Inputs& inputs);

/// Writes where units went, the same way.
columns::Status write_steps(const std::string& path, const columns::OutputTable& steps);

}  // namespace assize::driver
