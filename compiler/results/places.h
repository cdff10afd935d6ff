// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/row.h"

namespace assize::results {

/// A place that figures are given for, and the councils it is made of.
struct Place {
  Level level = Level::kEngland;
  std::string geography_level;  // england, region, council_type …, council
  std::string code;             // of a council
  std::string name;
  std::vector<std::size_t> councils;  // indices in Inputs::councils
};

/// Lists England, each value of `areas … by` sorted by value, and each council.
std::vector<Place> places_of(const check::Framework& framework, const bind::Inputs& inputs);

}  // namespace assize::results
