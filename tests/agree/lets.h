// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "tests/agree/writer.h"

namespace assize::agree {

/// A let as text, a clause a line, and what may be named afterwards.
struct LetText {
  std::string words{};
  NamedValue named;
};

/// Writes a let of one value: an expression, cases, or a table. `of` is empty, ` of visit`, ` of person`.
LetText write_let(Writer& writer, const Scope& scope, const std::string& name, const std::string& of);
/// Writes a let that is a set.
LetText write_set_let(Writer& writer, const Scope& scope, const std::string& name, const std::string& of);

}  // namespace assize::agree
