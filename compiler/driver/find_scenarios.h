// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/compile.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Loads the files that declare the scenarios asked for, before the edition is compiled with them.
/// A scenario is named, or given by the path of a file, which stands for all in it. Files named
/// after the scenario are looked at first: in the folder of frameworks, or beside an edition that
/// is itself given as a file.
///
/// Gives the names asked for, a file replaced by the scenarios in it. A name that was not found is
/// among them: `find_scenarios`, which knows the edition, says so.
/// Errors  kInputOutput if a file cannot be read; kUsage if it declares no scenario.
columns::Result<std::vector<std::string>> load_scenarios(
    Compilation& compilation, const std::string& edition,
    const std::optional<std::string>& frameworks, const std::vector<std::string>& asked);

/// Gives the scenarios of these names, in that order, each once.
///
/// Errors  kUsage if the edition has no scenario of a name, with the nearest and those it has.
columns::Result<std::vector<const check::Scenario*>> find_scenarios(
    const Compilation& compilation, const check::Framework& framework,
    const std::vector<std::string>& names);

}  // namespace assize::driver
