// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "compiler/explain/trace.h"
#include "compiler/explain/words.h"

namespace assize::explain {

/// One thing that was looked at: what, what it was, where that came from, and what lies behind it.
struct Finding {
  std::string what;
  std::string value;
  std::string note;
  std::vector<Finding> parts;
};

/// Turns what was looked at into findings: fields, values with a name, sets and what they were
/// narrowed by, picks and the key that decided.
///
/// Once   a let is told by its name and value; how it was worked out is told where lets are
class Findings {
 public:
  explicit Findings(const Words& words) : words_(words) {}

  /// What was looked at for an expression.
  std::vector<Finding> of(const Looked& looked) const;
  std::vector<Finding> of_all(const std::vector<Looked>& looked, std::size_t begin,
                              std::size_t end) const;
  /// How a set came about: from what, narrowed by what, who was left out by which condition.
  std::vector<Finding> of_set(const Looked& set) const;
  /// Which stood first by which key, and against what.
  std::vector<Finding> of_choice(const Choice& choice) const;
  /// The operand that made a condition what it is.
  static const Looked& reason_of(const Looked& condition);
  /// Leaves out what is told already.
  static std::vector<Finding> told_once(std::vector<Finding> found);

 private:
  void add(const Looked& looked, std::vector<Finding>& found) const;
  void add_parts(const Looked& looked, std::vector<Finding>& found) const;
  void add_operands(const Looked& looked, std::vector<Finding>& found) const;
  void add_reckoned(const Looked& looked, std::vector<Finding>& found) const;
  void add_addends(const Looked& looked, const Expr& sum, std::vector<Finding>& found) const;
  void add_fallback(const Looked& looked, std::vector<Finding>& found) const;
  Finding leaf(const Looked& looked) const;
  Finding named(const Looked& looked) const;
  Finding pick_of_list(const Looked& looked) const;
  Finding asked_of_set(const Looked& looked) const;
  void add_bodies(const Looked& looked, Finding& finding) const;
  Finding body_of(const Looked& looked, const Looked& body, const Items& of_members) const;
  void add_where(const Looked& where, std::vector<Finding>& found) const;
  Finding of_key(const Choice& choice, std::size_t key_index,
                 const std::vector<std::size_t>& before,
                 const std::vector<std::size_t>& stay) const;
  Finding left_out(const std::vector<const Looked*>& conditions) const;
  std::vector<Finding> shared_and_own(const std::vector<const Looked*>& conditions,
                                      const std::string& asked) const;
  void add_own(Finding finding, const Looked& condition,
               std::vector<std::pair<Finding, Items>>& own, std::vector<Finding>& shared) const;
  std::string rank_note(const Looked& looked, const check::CodeList& list, int column) const;

  const Words& words_;
};

}  // namespace assize::explain
