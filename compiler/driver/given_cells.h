// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "compiler/check/framework.h"

namespace assize::driver {

/// Reads one cell of a test as a value of its field: codes by name, `unknown`, `open` and `none`
/// written out. Nothing if it is none, or the field's type does not hold it.
std::optional<check::Value> value_of_cell(const check::Field& field, const std::string& text);

/// What a blank cell of the field means; nothing if it refuses the row.
std::optional<check::Value> value_of_blank(const check::Field& field);

/// What a field that may not be blank holds where a test does not mention it: the day, or nothing much.
check::Value value_not_mentioned(const check::Field& field, std::int64_t day);

}  // namespace assize::driver
