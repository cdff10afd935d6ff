// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"
#include "compiler/syntax/tree.h"

namespace assize::syntax {

/// Reads one file of the language. Gives what could be read and adds what could not to the sink;
/// never throws. Limits (E0190 and on): 1 MiB a file, brackets nested to 64.
Tree parse(const source::Sources& sources, source::FileId file, diagnostics::Sink& sink);

/// Reads one expression standing alone; `Tree::expression` is null if it could not be read.
Tree parse_expression(const source::Sources& sources, source::FileId file, diagnostics::Sink& sink);

/// Reads clauses of a measure standing alone, as documents show them: `Tree::measures` holds one
/// measure without a name.
Tree parse_clauses(const source::Sources& sources, source::FileId file, diagnostics::Sink& sink);

/// Gives the source back from the tree's tokens, byte for byte.
std::string print_source(const source::Sources& sources, const Tree& tree);

/// Prints the tree for review and golden tests: one node a line, indented.
std::string print_tree(const source::Sources& sources, const Tree& tree);

}  // namespace assize::syntax
