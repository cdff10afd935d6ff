// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/check/library.h"

namespace assize::agree {

/// A framework compiled from text; stays where it is, since its parts refer to each other.
class Compiled {
 public:
  /// Compiles the edition `trial 2024-25` of a text.
  explicit Compiled(const std::string& text);
  /// Compiles an edition of a framework file of the source tree.
  Compiled(const std::string& path, const std::string& family, const std::string& year);
  ~Compiled();
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;

  /// Null if it does not compile.
  const check::Framework* framework() const { return framework_; }
  const source::Sources& sources() const { return sources_; }
  /// The tree of the text, for who looks for what can be taken out of it; null if it cannot be read.
  const syntax::Tree* tree() const { return tree_; }
  /// What the check refused: code, line and message, one a line.
  std::string errors() const;
  /// The measures in which something was refused, by name; `` for what stands outside of measures.
  std::vector<std::string> refused() const;

 private:
  class Reader;
  source::Sources sources_;
  std::unique_ptr<Reader> reader_;
  diagnostics::Sink sink_;
  std::unique_ptr<check::Library> library_;
  const syntax::Tree* tree_ = nullptr;
  const check::Framework* framework_ = nullptr;
};

}  // namespace assize::agree
