// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <set>
#include <string>

namespace assize::check {

/// What is known by now (language, 3.3): keys of expressions (`key_of`) that are not unknown, not none
/// (`notnone:`), or sets that are not empty (`nonempty:`).
///
/// A scope hands it to every scope inside it, and a long chain of tests adds to it at every test. So what
/// was shared is not copied: a copy costs what was inserted since `share`.
class Knowledge {
 public:
  void insert(std::string key) { own_.insert(std::move(key)); }
  bool contains(const std::string& key) const;
  /// Keys inserted since it was shared last.
  const std::set<std::string>& own() const { return own_; }
  /// Lets the copies made from now on share what is known by now.
  void share();

 private:
  struct Layer {
    std::set<std::string> keys;
    std::shared_ptr<const Layer> below;
  };

  std::set<std::string> own_;
  std::shared_ptr<const Layer> shared_;
};

}  // namespace assize::check
