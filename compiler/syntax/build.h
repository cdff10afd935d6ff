// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::syntax {

/// What a text is to be read as. Clauses alone are those of a measure; they are given as a measure
/// without a name (fragments in documents).
enum class Whole : std::uint8_t { kFile, kExpression, kClauses };

/// Fills a tree from a text that is known to be UTF-8 and short enough. May throw what ANTLR
/// throws.
void build(const source::SourceFile& source, source::FileId file, Whole whole, Tree& tree,
           diagnostics::Sink& sink);

}  // namespace assize::syntax
