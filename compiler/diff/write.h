// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/diff/compare.h"
#include "compiler/source/source_file.h"

namespace assize::diff {

/// Writes a difference for people, in lines of at most 110 characters where words allow it.
std::string as_text(const Difference& difference, const source::Sources& sources);

/// Writes it as a Markdown page, as it would stand in an announcement.
std::string as_markdown(const Difference& difference, const source::Sources& sources);

/// Writes it as one JSON object; places as `file`, `line`.
std::string as_json(const Difference& difference, const source::Sources& sources);

/// Says what happened to one clause: `step "under 18" changed`.
std::string words_of(const Change& change);

}  // namespace assize::diff
