// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/explain/explanation.h"
#include "compiler/explain/trace.h"
#include "compiler/explain/words.h"
#include "compiler/interpret/observer.h"
#include "compiler/source/source_file.h"
#include "runtime/columns/result.h"

namespace assize::explain {

/// What is to be explained: a measure, for a person wherever she is known, or for a council.
struct Question {
  const check::Framework& framework;
  const check::Measure& measure;
  const bind::Inputs& inputs;
  const source::Sources& sources;
  interpret::Watch about;  // person, council; its observer is not used
  std::string one_part;    // name of the part that alone was asked for; empty: all
  std::uint32_t one_line =
      0;  // of a measure whose records are nobody's: the record in this line; 0: all
};

/// Evaluates the measure for whom is asked about, by the reference, and tells in words what it did.
///
/// Errors   those of the reference: a stop, a number beyond 64 bits
/// Keys     none stands in an explanation, not even the one that was asked for
columns::Result<Explanation> explain(const Question& question);

}  // namespace assize::explain
