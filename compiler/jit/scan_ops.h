// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include "compiler/plan/node.h"

namespace assize::jit {

/// Says whether a node asks something of a set, which takes a loop over records.
constexpr bool is_scan(plan::Op op) {
  switch (op) {
    case plan::Op::kAny:
    case plan::Op::kCount:
    case plan::Op::kCountDifferent:
    case plan::Op::kExtreme:
    case plan::Op::kTotal:
    case plan::Op::kBest:
    case plan::Op::kThe:
      return true;
    default:
      return false;
  }
}

/// Says whether a set begins with this node: its records lie in a row.
constexpr bool is_root(plan::Op op) {
  return op == plan::Op::kRecords || op == plan::Op::kPopulation;
}

}  // namespace assize::jit
