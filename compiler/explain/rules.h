// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/explain/explanation.h"
#include "compiler/explain/trace.h"
#include "compiler/explain/words.h"

namespace assize::explain {

/// Tells decided matters as rules, and what settled them.
class Rules {
 public:
  explicit Rules(const Words& words) : words_(words), findings_(words) {}

  Rule of(const Decided& decided) const;
  /// `sequel in no_ongoing` is yes: sequel = information, by its case `outcome`; …
  std::string deciding_words(const Decided& decided) const;

 private:
  Rule of_step(const Decided& decided) const;
  Rule of_those(const Decided& decided) const;
  Rule of_groups(const Decided& decided) const;
  Rule of_quantity(const Decided& decided) const;
  std::string answer_of(const Decided& decided) const;
  void follow(const Looked& looked, int depth, std::string& text) const;
  void follow_let(const Looked& looked, int depth, std::string& text) const;
  std::string source_record(const Looked& looked) const;

  const Words& words_;
  Findings findings_;
};

/// What the step or the side of a figure says about an unknown.
std::string unknown_words(check::StepPolicy policy);
std::string unknown_words(check::CountPolicy policy);

}  // namespace assize::explain
