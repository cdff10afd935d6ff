// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "compiler/plan/plan.h"

namespace assize::jit {

/// Numbers the cells, 64 bits wide, that compiled code reports of each unit: of each let that is
/// shown its value, a fraction in four of them, and the case that decided; then the two days of an
/// episode.
class ShownCells {
 public:
  ShownCells(const plan::Plan& plan, const plan::Measure& measure) {
    for (const plan::Shown& shown : measure.shown) {
      values_.push_back(size_);
      size_ += plan.node(shown.value).type.base == plan::Base::kDecimal ? 5 : 2;
    }
    first_day_ = size_;
    size_ += 2;
  }

  std::size_t value(std::size_t shown) const { return values_[shown]; }
  std::size_t deciding_case(std::size_t shown) const {
    return (shown + 1 < values_.size() ? values_[shown + 1] : first_day_) - 1;
  }
  std::size_t first_day() const { return first_day_; }
  std::size_t last_day() const { return first_day_ + 1; }
  std::size_t size() const { return size_; }

 private:
  std::vector<std::size_t> values_;
  std::size_t first_day_ = 0;
  std::size_t size_ = 0;
};

}  // namespace assize::jit
