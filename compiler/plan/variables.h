// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/plan/plan.h"

namespace assize::plan {

/// Variables in rising order, each once.
using VariableSet = std::vector<VariableId>;

/// Gives, for each node, the variables that must be bound before it can be asked: its own, its
/// operands' and, through lets and episodes, those that they mention; not those it binds itself.
std::vector<VariableSet> free_variables(const Plan& plan);

/// Gives the free variables of a let, its own record left out.
VariableSet free_variables_of(const Plan& plan, const Let& let,
                              const std::vector<VariableSet>& of_nodes);

/// Gives the free variables of episodes: the unit, if they begin from one.
VariableSet free_variables_of(const Plan& plan, const Episodes& episodes,
                              const std::vector<VariableSet>& of_nodes);

/// Says whether a node binds its variable in its second operand and its keys.
bool binds_variable(Op op);

}  // namespace assize::plan
