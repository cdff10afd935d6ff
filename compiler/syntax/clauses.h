// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/source/source_file.h"

namespace assize::syntax {

/// Gives the bytes at which declarations, clauses, steps, cases and rows of tables begin, in order:
/// the places where a line may begin that does not go on with the one above. For a file that can be
/// read without a mistake; of another, what could be made out.
std::vector<std::uint32_t> clause_starts(const source::Sources& sources, source::FileId file);

}  // namespace assize::syntax
