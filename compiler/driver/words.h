// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "compiler/check/framework.h"
#include "compiler/check/period.h"

namespace assize::driver {

/// A day as people write it: `1 April 2024`.
std::string day_words(std::int64_t day_number);

/// A period as people write it: `1 April 2024 to 31 March 2025`.
std::string period_words(check::Period period);

/// A value as the language writes it, with its unit: `2 days`, `0 years`, `unknown`, `2024-04-01`.
std::string value_words(const check::Value& value, const check::Type& type);

/// A family's name as people write it: `ASCOF` if it is short, else as it is.
std::string edition_words(const check::Framework& framework);

}  // namespace assize::driver
