// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/explain/explanation.h"

namespace assize::explain {

/// Writes an explanation for people: a sentence first, then what decided, then every rule with what
/// it looked at and its place, then the values with a name. Lines fit 100 columns where words
/// allow.
std::string text_of(const Explanation& explanation);

}  // namespace assize::explain
