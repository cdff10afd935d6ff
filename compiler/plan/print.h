// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "compiler/plan/plan.h"

namespace assize::plan {

/// Gives the word by which a node's kind is printed: `is_in`.
std::string_view word_of(Op op);

/// Prints a type as people write it: `date or still open?`, `gender?`, `set of cld`.
std::string print_type(const Plan& plan, const Type& type);

/// Prints one node on one line, operands in brackets.
std::string print_node(const Plan& plan, NodeId id);

/// Prints a whole plan: collections, parameters, lets, episodes, measures. The same plan, the same
/// text.
std::string print(const Plan& plan);

}  // namespace assize::plan
