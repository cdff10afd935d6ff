// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/check/period.h"
#include "compiler/jit/arrange.h"
#include "compiler/jit/compile.h"
#include "compiler/jit/context.h"
#include "compiler/jit/sink.h"
#include "compiler/jit/text_ids.h"
#include "compiler/plan/plan.h"
#include "runtime/columns/rational.h"

namespace assize::jit {

/// What a run over the files of one measure gives.
struct RunResult {
  std::vector<std::int64_t> counters;  // by council, then slot
  std::vector<RawUnit> units;          // in no order
  Amounts amounts;
  Sums sums;
  bool is_beyond_limits = false;  // a number does not fit
};

/// Gives a sum that takes two counters.
columns::Whole128 wide_at(const std::vector<std::int64_t>& counters, std::size_t slot);

/// Runs compiled code over all files of a pass, people shared out among threads, and gives the
/// results of those of its measures that are wanted, in their order.
///
/// Exact   counters are whole numbers, so that the number of threads does not show.
std::vector<RunResult> run_pass(const plan::Plan& plan, const PassCode& code,
                                const std::vector<bool>& wanted, const Arranged& arranged,
                                const TextIds& texts, check::Period period, int threads);

}  // namespace assize::jit
