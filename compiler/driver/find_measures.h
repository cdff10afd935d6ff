// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// The measures of a run, in the order of the edition, and which of their parts were asked for.
struct Chosen {
  std::vector<const check::Measure*> measures;
  std::vector<const check::Part*> parts;  // empty: all of them
};

/// Finds measures by code or name, of the measure or of a part (`2E`, `2E(1)`, `settled_home`,
/// `settled_home.aged_18_to_64`). Without names: all that the edition publishes, experimental ones
/// only if asked for.
columns::Result<Chosen> find_measures(const check::Framework& framework,
                                      const std::vector<std::string>& names, bool experimental);

/// Why what was chosen by name cannot be run: a measure of which nothing can be computed yet.
std::optional<columns::Failure> placeholder_among(const check::Framework& framework,
                                                  const Chosen& chosen);

}  // namespace assize::driver
