// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/check/period.h"
#include "compiler/jit/arrange.h"
#include "compiler/jit/compile.h"
#include "compiler/jit/context.h"
#include "compiler/jit/text_ids.h"
#include "compiler/plan/plan.h"

namespace assize::jit {

/// One unit's verdict as compiled code reports it.
struct RawUnit {
  std::int32_t part = 0;
  std::uint32_t file = 0;
  std::int64_t row = -1;
  std::uint32_t verdict = 0;
  std::vector<std::int64_t> cells;  // of what the measure shows: value, deciding case
};

/// What a run over the files of one measure gives.
struct RunResult {
  std::vector<std::int64_t> counters;  // by council, then slot
  std::vector<RawUnit> units;          // in no order
};

/// Runs compiled code over all files of a pass, people shared out among threads, and gives the
/// results of those of its measures that are wanted, in their order.
///
/// Exact   counters are whole numbers, so that the number of threads does not show.
std::vector<RunResult> run_pass(const plan::Plan& plan, const PassCode& code,
                                const std::vector<bool>& wanted, const Arranged& arranged,
                                const TextIds& texts, check::Period period, int threads);

}  // namespace assize::jit
