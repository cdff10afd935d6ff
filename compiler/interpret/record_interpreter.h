// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/bind/records.h"

namespace assize::interpret {

/// Evaluates what a collection says of single records while they are bound.
///
/// Costs   one evaluation for each different combination of the fields that the expression mentions
/// Cells   as `Column::at` gives them. A decimal has no list of its own here: it is given as its
///         place among the different decimals of the answer, so that order and equality hold.
class RecordInterpreter final : public bind::RecordEvaluator {
 public:
  std::vector<std::int64_t> evaluate(const check::Expr& expr, const bind::Records& records,
                                     bind::TextPool& texts, check::Period period) override;
};

}  // namespace assize::interpret
