// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "compiler/interpret/items.h"

namespace assize::interpret {

/// Counts the unknowns that each place of a measure decided, for `--attrition`. A place counts one
/// thing once, however often it is asked about it.
class Places {
 public:
  /// Notes that at `place`, an expression or case, `item` was unknown.
  void note(const void* place, const std::string& name, const Item& item) {
    if (noted_.emplace(place, item).second) ++counts_[name];
  }
  /// Forgets which things were noted; called when none of them is asked about again.
  void close() { noted_.clear(); }

  const std::map<std::string, std::int64_t>& counts() const { return counts_; }

 private:
  std::set<std::pair<const void*, Item>> noted_;
  std::map<std::string, std::int64_t> counts_;
};

}  // namespace assize::interpret
