// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/driver/exit_code.h"
#include "compiler/driver/options.h"

namespace assize::driver {

/// `assize why`: each rule of a measure, in words, and what it decided about one person.
/// Prints no key of a person: neither the one that was typed nor another.
ExitCode why_command(const WhyOptions& options);

}  // namespace assize::driver
