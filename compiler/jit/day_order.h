// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "compiler/bind/records.h"

namespace assize::jit {

/// Gives the place of a day, as a cell holds it, among all days: open is after every day, none
/// after that, unknown last. Compiled code says the same in instructions (`Emitter::order_of_day`).
constexpr std::uint64_t order_of_day(std::int64_t cell) {
  constexpr auto kFirst = static_cast<std::uint64_t>(bind::kNoneCell) + 1;
  const std::uint64_t order = static_cast<std::uint64_t>(cell) - kFirst;
  return cell <= bind::kNoneCell ? order ^ 1U : order;
}

static_assert(order_of_day(bind::kNoneCell + 1) == 0);
static_assert(order_of_day(0) < order_of_day(1) && order_of_day(1) < order_of_day(bind::kOpenCell));
static_assert(order_of_day(bind::kOpenCell) < order_of_day(bind::kNoneCell) &&
              order_of_day(bind::kNoneCell) < order_of_day(bind::kUnknownCell));

}  // namespace assize::jit
