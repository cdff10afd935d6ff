// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/explain/explanation.h"

namespace assize::explain {

/// Writes an explanation for machines: one object, its keys in a fixed order.
std::string json_of(const Explanation& explanation);

}  // namespace assize::explain
