// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/check/framework.h"
#include "compiler/results/tally.h"

namespace assize::interpret::tests {

/// What came of a measure written as text over records written as CSV.
class Outcome {
 public:
  /// `2/5` of a group of a part in a council; the part's place from 0.
  std::string figure(const std::string& group = "total", std::size_t part = 0,
                     std::size_t council = 0) const;
  const results::Cell& cell(const std::string& group, std::size_t part, std::size_t council) const;
  /// The count of a group of the first tabulation.
  std::int64_t tabulated(const std::string& group) const;
  /// `person: counted`, one unit a line, as sorted.
  std::string units() const;
  const results::MeasureTally& measured() const { return tally_->measures.front(); }
  const columns::Failure& failure() const { return tally_.failure(); }
  bool has_failed() const { return !tally_; }

 private:
  friend Outcome run_text(const std::string& clauses, const std::map<std::string, std::string>& files,
                          bool attrition);
  std::unique_ptr<check::Framework> framework_;
  bind::Inputs inputs_;
  columns::Result<results::Tally> tally_ = results::Tally{};
};

/// The collections that every text here has.
///
///   cld       council LA1, LA2 or LA3; id; person, who may be blank; born; start; end (blank is
///             open);
///             tag a, b, c or blank; sure a, b or c; amount, which may be blank
///   ons       council; age; tag a, b or blank; persons: stands for so many people
///   hospital  spell; person; discharged, a day; place, a council's key; tag
///   returns   council; amount, which may be blank; other; no person
///   councils  LA1, LA2, LA3
std::string collections();

/// Checks a measure of these clauses over the collections above, binds the files (rows without
/// header, by collection; what is not given has no rows) and runs the reference. Throws what a text
/// is refused for.
Outcome run_text(const std::string& clauses, const std::map<std::string, std::string>& files,
                 bool attrition = false);

}  // namespace assize::interpret::tests
