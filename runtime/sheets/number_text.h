// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace assize::sheets {

/// Writes a number as a spreadsheet does that shows all it knows: 15 digits, no zeros at the end,
/// never with an exponent. `79.40000000000001` is `79.4`.
std::string number_text(double value);

}  // namespace assize::sheets
