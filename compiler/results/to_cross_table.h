// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/results/to_terminal.h"
#include "compiler/results/variant.h"

namespace assize::results {

/// Lays figures out for people, place by place: a table for each part of a measure with a line for
/// each place and a column for each group, and a table for each tabulation with a line for each
/// group. What is wider than the view is continued below. Several variants stand under each other.
std::string cross_tables(const std::vector<Variant>& variants, const View& view);

}  // namespace assize::results
