// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "tests/agree/data.h"

namespace assize::agree {

/// Generates client-level events as councils send them, most of them of the kinds that 2E looks at: ties,
/// conflicts, blanks, open and reversed spans, leap days, people in two councils, alike rows.
DataSet generate_client_events(const check::Collection& cld, const std::vector<std::string>& councils,
                               std::uint64_t seed, int number);

}  // namespace assize::agree
