// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/places.h"
#include "runtime/columns/result.h"

namespace assize::driver {

/// Gives the places named, councils by name or code, regions and types by name, in the order asked.
///
/// Errors  kUsage if there is no place of a name, with the nearest.
columns::Result<std::vector<results::Place>> find_places(const check::Framework& framework,
                                                         const bind::Inputs& inputs,
                                                         const std::vector<std::string>& names);

}  // namespace assize::driver
