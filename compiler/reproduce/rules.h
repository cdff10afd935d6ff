// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <gmpxx.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/check/framework.h"
#include "compiler/reproduce/published.h"

namespace assize::reproduce {

/// How an edition makes an outcome out of its two parts.
struct Rule {
  const check::Framework* edition = nullptr;
  const check::Measure* measure = nullptr;
  const check::Part* part = nullptr;

  /// What the quotient is multiplied with: 100 for a percentage.
  mpq_class factor() const;
  /// Rounds as the edition says: to each number of decimals in turn.
  mpq_class rounded(const mpq_class& value) const;
  int decimals() const;
  /// The code of the edition: `1C(1A)`.
  const std::string& code() const;
  /// The name that stays when codes change: `client_budgets.self_directed`.
  std::string name() const;
  bool is_per_population() const { return part->show.unit == check::Show::Unit::kPer; }
};

/// Writes codes one way: `1C(1A)`, `1C1A` and `1c(1a)` are one, and so are `2A(1)_1415` and `2A1`.
std::string plain_code(std::string_view code);

/// Editions, by year, and the codes under which their figures are published.
class Rules {
 public:
  /// Adds an edition; must outlive the rules.
  void add(const check::Framework& edition);

  bool has_year(const std::string& year) const { return editions_.contains(year); }
  /// The edition of a year, or null.
  const check::Framework* edition(const std::string& year) const;
  /// The newest edition.
  const check::Framework* newest() const;
  std::size_t size() const { return editions_.size(); }

  /// Finds the rule of a code, with or without the ending that names a breakdown (`1C1A1864`), or
  /// null.
  const Rule* find(const check::Framework& edition, std::string_view code) const;

 private:
  struct Edition {
    const check::Framework* framework = nullptr;
    std::map<std::string, Rule> by_code;  // plain
  };
  std::map<std::string, Edition> editions_;  // by year
};

}  // namespace assize::reproduce
