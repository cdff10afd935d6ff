// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string>

#include "compiler/check/library.h"
#include "compiler/plan/plan.h"

namespace assize::lower::tests {

/// A framework compiled from text; stays where it is, since its parts refer to each other.
class CompiledText {
 public:
  /// Compiles the edition `trial 2024-25` of a text, in which `use` finds files under the source
  /// root's `frameworks/ascof`.
  explicit CompiledText(const std::string& text);
  /// Compiles an edition that stands in a file under the source root.
  CompiledText(const std::string& path, const std::string& family, const std::string& year);
  ~CompiledText();
  CompiledText(const CompiledText&) = delete;
  CompiledText& operator=(const CompiledText&) = delete;

  /// Null if it does not compile.
  const check::Framework* framework() const { return framework_; }
  /// What the check said, one message a line.
  std::string messages() const;
  const source::Sources& sources() const { return sources_; }
  /// Finds a measure; the test fails if there is none.
  const check::Measure& measure(const std::string& name) const;

 private:
  class Reader;
  source::Sources sources_;
  std::unique_ptr<Reader> reader_;
  diagnostics::Sink sink_;
  std::unique_ptr<check::Library> library_;
  const check::Framework* framework_ = nullptr;
};

/// Wraps measures in the edition that `CompiledText` compiles, over client-level data.
std::string trial_edition(const std::string& measures, const std::string& names);

}  // namespace assize::lower::tests
