// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "compiler/jit/layout.h"
#include "compiler/plan/plan.h"

namespace assize::jit {

/// Which nodes may hold a number that does not fit: a whole number beyond 64 bits, or a fraction
/// beyond what exact fractions hold. Found from how wide columns are, so that numbers of usual size
/// need no test while they are computed.
class Limits {
 public:
  Limits(const plan::Plan& plan, const Layout& layout);

  /// The node's own result may not fit.
  bool may_overflow(plan::NodeId id) const { return overflows_[plan::index_of(id)]; }
  /// The node, or something that is asked on the way to it, may not fit.
  bool may_be_beyond(plan::NodeId id) const { return beyond_[plan::index_of(id)]; }

 private:
  double size_of(const plan::Plan& plan, const Layout& layout, const plan::Node& node) const;
  double size_of(const plan::Let& let) const;
  bool asks_beyond(const plan::Plan& plan, const plan::Node& node) const;
  double size(plan::NodeId id) const { return sizes_[plan::index_of(id)]; }

  std::vector<double> sizes_;  // by node: how far from 0 it may be
  std::vector<bool> overflows_;
  std::vector<bool> beyond_;
};

}  // namespace assize::jit
