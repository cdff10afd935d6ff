// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "runtime/columns/result.h"

namespace assize::interpret {

/// What `if unknown stop` says when it ends a run. Never holds a person's key.
///
///   clause   the step or case that said stop
///   council  name of the council; may be empty
///   line     of the record in its file; 0 for a person
///   path     of that file
std::string stop_message(const std::string& clause, const std::string& council, std::uint32_t line,
                         const std::string& path);
columns::Failure stopped(const std::string& message);
columns::Failure beyond_64_bits(const std::string& measure);

}  // namespace assize::interpret
