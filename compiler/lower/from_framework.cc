// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Pass `lower`: makes the plan of the chosen measures.
//
//   needs     a checked framework
//   promises  a plan that passes `plan::verify`, or one failure that names the construct and its
//   place

#include "compiler/lower/from_framework.h"

#include <string>

#include "compiler/lower/lowering.h"

namespace assize::lower {
namespace {

columns::Failure failure_of(const Lowering::Gap& gap, const source::Sources& sources) {
  columns::Failure failure;
  failure.kind = columns::FailureKind::kUsage;
  failure.message = "not built yet: " + gap.construct;
  if (gap.span.file < sources.size()) {
    const source::SourceFile& file = sources.file(gap.span.file);
    const source::Position at = file.position_of(gap.span.begin);
    failure.message +=
        " (" + file.path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ")";
  }
  failure.advice.push_back("Run it with --engine interpreter.");
  return failure;
}

}  // namespace

columns::Result<plan::Plan> from_framework(const check::Framework&,
                                           const std::vector<const check::Measure*>& measures,
                                           const source::Sources& sources) {
  Lowering lowering;
  for (const check::Measure* measure : measures) {
    lowering.add_measure(*measure);
    if (lowering.gap()) return failure_of(*lowering.gap(), sources);
  }
  return lowering.take();
}

}  // namespace assize::lower
