// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "compiler/bind/records.h"
#include "compiler/plan/plan.h"

namespace assize::jit {

/// Lists the bands that are texts, in the order of the plan.
std::vector<const plan::Band*> bands_with_texts(const plan::Plan& plan);

/// The texts of one run as compiled code knows them: those of the run's pool, those that a plan
/// names, the councils' keys, and those that are joined while the code runs.
///
/// Shape   a text is a number: its lower 32 bits say which text it is, whatever its case and outer
///         blanks; the upper 32 how it is spelled, 0 for the spelling of the pool.
/// Cost    `join` and `starts_with` may be called by several threads at once.
class TextIds {
 public:
  TextIds(const plan::Plan& plan, const bind::Inputs& inputs);
  TextIds(const TextIds&) = delete;
  TextIds& operator=(const TextIds&) = delete;

  /// By node, then both ends of the bands that `bands_with_texts` lists; 0 for what is no text.
  const std::vector<std::int64_t>& of_plan() const { return of_plan_; }
  const std::vector<std::int64_t>& of_councils() const { return of_councils_; }
  /// By which text it is: its place among all texts that records, plan and councils hold, in their
  /// order; 0 for texts that are joined. Empty if the plan asks for no order.
  const std::vector<std::uint32_t>& ranks() const { return ranks_; }

  /// Gives the text of a number as it is shown.
  std::string text(std::int64_t value) const;
  /// Gives the council whose key a text is; -1 if it is none's.
  std::int64_t council_named(std::int64_t text) const;
  std::int64_t join(std::int64_t left, std::int64_t right) const;
  bool is_before(std::int64_t left, std::int64_t right) const;
  bool starts_with(std::int64_t text, std::int64_t beginning) const;

 private:
  std::int64_t value_of(const std::string& text) const;
  std::string folded(std::int64_t value) const;
  void rank(const plan::Plan& plan, const bind::Inputs& inputs);

  const bind::TextPool& pool_;
  std::vector<std::int64_t> of_plan_;
  std::vector<std::int64_t> of_councils_;
  std::map<std::uint32_t, std::int64_t> councils_;  // by which text their key is
  std::vector<std::uint32_t> ranks_;

  mutable std::mutex mutex_;                             // of what follows
  mutable std::map<std::string, std::uint32_t> others_;  // texts that the pool lacks, folded
  mutable std::deque<std::string> folded_of_others_;
  mutable std::map<std::string, std::uint32_t> spellings_;
  mutable std::deque<std::string> spelled_;  // from 1 on
};

}  // namespace assize::jit
