// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <utility>
#include <vector>

#include "compiler/check/expr.h"
#include "compiler/interpret/items.h"

namespace assize::interpret {

/// The episode that is being put together, as `join while` sees it.
struct EpisodeSoFar {
  Value furthest_end;
  Value previous_end;
};

/// What an expression is asked of: a file, perhaps a unit, and what its variables stand for.
class Scope {
 public:
  Scope() = default;
  explicit Scope(File* file_in, Unit* unit_in = nullptr) : file(file_in), unit(unit_in) {}

  /// Gives what a variable stands for; nothing if it stands for nothing here.
  const Item* find(const check::Variable* variable) const {
    if (variable == nullptr) return nullptr;
    for (auto at = bound_.rbegin(); at != bound_.rend(); ++at) {
      if (at->first == variable) return &at->second;
    }
    return nullptr;
  }

  /// Gives what was bound last, the thing under test; nothing if nothing is bound.
  const Item* innermost() const { return bound_.empty() ? nullptr : &bound_.back().second; }

  /// Lets a variable stand for something as long as the scope lasts.
  void bind_for_good(const check::Variable* variable, const Item& item) {
    bound_.emplace_back(variable, item);
  }

  File* file = nullptr;
  Unit* unit = nullptr;
  const EpisodeSoFar* so_far = nullptr;

 private:
  friend class Bound;
  std::vector<std::pair<const check::Variable*, Item>> bound_;
};

/// Lets a variable stand for something, until the end of the block.
class Bound {
 public:
  Bound(Scope& scope, const check::Variable* variable, const Item& item) : scope_(scope) {
    scope_.bound_.emplace_back(variable, item);
  }
  Bound(const Bound&) = delete;
  Bound& operator=(const Bound&) = delete;
  ~Bound() { scope_.bound_.pop_back(); }

 private:
  Scope& scope_;
};

}  // namespace assize::interpret
