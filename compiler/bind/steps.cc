// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/steps.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/bind/keep_one.h"

namespace assize::bind {
namespace {

using check::Step;
using check::StepPolicy;
using columns::Failure;
using columns::FailureKind;

Failure stopped(const check::Collection& collection, const Records& records, const Step& step,
                std::size_t row) {
  const auto line = records.line.empty() ? row + 1 : records.line[row];
  return {FailureKind::kData,
          fmt::format("whether \"{}\" takes out a row of {} is unknown, and the step says stop",
                      step.label, collection.name),
          {fmt::format("The first such row: {}, line {}. Mend it, or say `keep` or `leave out`.",
                       records.account.path, line)}};
}

columns::Status take_step(const check::Collection& collection, const Step& step, const Records& records,
                          RowLedger& ledger, const Asking& asking) {
  if (step.kind == Step::Kind::kKeepOnePer) {
    keep_one_per(step, records, ledger, asking);
    return {};
  }
  const auto reason = ledger.reason(AccountLine::Kind::kLeftOut, step.label, "");
  const auto values = row_values(*step.when, records, asking);
  const std::int64_t leaves_out = step.kind == Step::Kind::kLeaveOut ? 1 : 0;
  for (std::size_t row = 0; row < records.size; ++row) {
    if (!ledger.is_in(row)) continue;
    const bool is_unknown = values[row] != 0 && values[row] != 1;
    if (is_unknown && step.policy == StepPolicy::kStop)
      return stopped(collection, records, step, row);
    const bool goes = is_unknown ? step.policy == StepPolicy::kLeaveOut : values[row] == leaves_out;
    if (goes) ledger.take_out(row, reason);
  }
  return {};
}

bool chooses(const Step& step) { return step.kind == Step::Kind::kKeepOnePer; }

}  // namespace

columns::Status take_first_steps(const check::Collection& collection, const Records& records,
                                 RowLedger& ledger, const Asking& asking) {
  for (const Step& step : collection.steps) {
    if (chooses(step)) break;
    if (auto taken = take_step(collection, step, records, ledger, asking); !taken) return taken;
  }
  return {};
}

columns::Status take_further_steps(const check::Collection& collection, const Records& records,
                                   RowLedger& ledger, const Asking& asking) {
  const auto& steps = collection.steps;
  for (auto step = std::find_if(steps.begin(), steps.end(), &chooses); step != steps.end(); ++step) {
    if (auto taken = take_step(collection, *step, records, ledger, asking); !taken) return taken;
  }
  return {};
}

}  // namespace assize::bind
