// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace assize::format {

/// Lays a text out; fails the test if that cannot be done, or if laying it out once more changes it.
std::string laid_out(const std::string& text);

}  // namespace assize::format
