// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::diff {

/// One clause of a measure that can be replaced on its own.
struct Clause {
  std::string part;  // name of the part that it belongs to; empty: the measure itself
  std::string what;  // as people say it: `step "under 18"`, `numerator`, `value sequel`
  std::string text;  // as written, without comments, blanks and line breaks made one blank
  source::Span span;
  bool has_meaning = true;  // titles, notes and labels have none
};

/// Takes a measure apart, in reading order, parts last.
std::vector<Clause> clauses_of(const syntax::Measure& measure, const source::Sources& sources);

/// Gives the text of a span without comments, every run of blanks outside quotes as one blank.
std::string plain_text(const source::Sources& sources, source::Span span);

}  // namespace assize::diff
