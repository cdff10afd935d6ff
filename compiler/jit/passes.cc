// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/jit/passes.h"

#include <algorithm>

namespace assize::jit {

std::vector<Pass> passes_of(const plan::Plan& plan) {
  std::vector<Pass> passes;
  for (std::size_t i = 0; i < plan.measures.size(); ++i) {
    const plan::Measure& measure = plan.measures[i];
    const auto found = std::find_if(passes.begin(), passes.end(), [&](const Pass& pass) {
      return pass.main == measure.from.front() && pass.lag_months == measure.lag_months;
    });
    Pass& pass = found == passes.end()
                     ? passes.emplace_back(Pass{measure.from.front(), measure.lag_months, {}})
                     : *found;
    pass.measures.push_back(i);
  }
  return passes;
}

}  // namespace assize::jit
