// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tests/agree/random.h"
#include "tests/agree/shapes.h"

namespace assize::agree {

/// Writes one measure over the collections of a schema, a clause a line.
std::string write_measure(Random& random, const Schema& schema, const std::string& name);

}  // namespace assize::agree
