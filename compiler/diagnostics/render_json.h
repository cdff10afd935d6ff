// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"

namespace assize::diagnostics {

/// Renders diagnostics for programs: one JSON object a line, in the order of file and place, as
/// docs/diagnostics.schema.json describes it. Places are bytes, with line and column for people.
std::string render_json(const source::Sources& sources, const std::vector<Diagnostic>& diagnostics);

/// Renders diagnostics as one SARIF 2.1.0 log, for code hosts and editors.
std::string render_sarif(const source::Sources& sources,
                         const std::vector<Diagnostic>& diagnostics);

}  // namespace assize::diagnostics
