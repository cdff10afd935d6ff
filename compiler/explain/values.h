// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <vector>

#include "compiler/explain/explanation.h"
#include "compiler/explain/trace.h"
#include "compiler/explain/words.h"

namespace assize::explain {

/// Tells the values with a name that something rests on: each once, in the order of the file,
/// episodes and facts of the person with them.
class Values {
 public:
  Values(const Words& words, const check::Measure& measure, const Trace& trace)
      : words_(words), findings_(words), measure_(measure), trace_(trace) {}

  /// Notes all values behind what was looked at.
  void note(const std::vector<Looked>& looked);
  void note(const interpret::Episode* episode);
  /// Tells those noted so far, but facts of other people.
  std::vector<ValueReason> told(std::int32_t person) const;

 private:
  void note(const Looked& looked);
  void note_episodes(const Looked& looked);
  void note_cut(const CutUp& cut);
  ValueReason of_let(const Worked& worked) const;
  ValueReason of_episodes(const CutUp& cut) const;
  std::vector<CaseReason> cases_of(const Worked& worked) const;
  void tell_lets(const std::vector<std::unique_ptr<check::Let>>& lets, std::int32_t person,
                 std::vector<ValueReason>& told) const;

  const Words& words_;
  Findings findings_;
  const check::Measure& measure_;
  const Trace& trace_;
  std::set<const Worked*> lets_;
  std::set<const CutUp*> episodes_;
};

}  // namespace assize::explain
