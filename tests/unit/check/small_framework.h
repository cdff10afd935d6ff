// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"

namespace assize::check {

/// What checking one text gave.
struct Checked {
  std::vector<diagnostics::Diagnostic> found;
  std::string text;

  /// Codes in order of finding, with the words under each: `E0301 x; W0302 y`.
  std::string codes() const;
  /// The codes alone: `E0301 W0302`.
  std::string bare_codes() const;
};

/// Checks a whole file.
Checked check_text(const std::string& text);

/// The same, where the file may have clauses that cannot be read.
Checked check_whole(const std::string& text);

/// Checks one measure over a small collection `cld` (people, councils, events that last, a code list
/// `setting` with group `home`, order `rank` and score `points`).
/// `body` stands in the braces after title, purpose, source and `from cld`.
Checked check_measure_body(const std::string& body);

/// The same collection and a body that is well formed, for what surrounds a measure.
std::string small_collection();

}  // namespace assize::check
