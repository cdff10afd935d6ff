// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"

namespace assize::diagnostics {

struct RenderOptions {
  bool colour = false;
  std::size_t max_shown = 20;
  std::string closing = {};  // said after the count: "1 measure of 3 is ready: settled_home."
};

/// Gives diagnostics in the order of file and place, equal ones once.
std::vector<const Diagnostic*> in_order(const std::vector<Diagnostic>& diagnostics);

/// Says how many there are of each severity: "2 errors, 1 warning"; empty if there are none.
std::string count_of(const std::vector<const Diagnostic*>& diagnostics);

/// Renders diagnostics for people, each with the source line it is about, and says how many there
/// are. What comes from a file is shown without its control characters; tabs as blanks; long lines
/// cut.
std::string render_text(const source::Sources& sources, const std::vector<Diagnostic>& diagnostics,
                        const RenderOptions& options);

}  // namespace assize::diagnostics
