// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/check/types.h"

namespace assize::interpret {

/// Writes a value as the language writes it: `2024-04-01`, `7 days`, `ended_as_planned`, `yes`,
/// `0.25`, `unknown`, `open`, `none`. Numbers without their unit.
std::string value_text(const check::Value& value, const check::Type& type);

}  // namespace assize::interpret
