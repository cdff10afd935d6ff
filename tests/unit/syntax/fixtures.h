// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/source/source_file.h"
#include "compiler/syntax/parse.h"

namespace assize::syntax {

/// What a text is read as.
enum class Entry { kFile, kExpression, kClauses };

/// A text that is well formed, with a name that says what it shows.
struct Fixture {
  std::string name;
  std::string text;
  Entry entry = Entry::kFile;
};

/// Every construct of the language at least once, in small files.
std::vector<Fixture> constructs();

/// The examples, and the code blocks of the language's description; empty without shared test data.
std::vector<Fixture> shared_texts();

/// Every framework file of this repository.
std::vector<Fixture> framework_texts();

/// A text with its tree and what was said about it.
struct Reading {
  explicit Reading(std::string text, Entry entry = Entry::kFile);

  std::string printed() const { return print_source(sources, tree); }
  std::string tree_text() const { return print_tree(sources, tree); }
  /// One line for each diagnostic: `3:5 E0101 message`.
  std::string messages() const;
  /// One line for each diagnostic: `3:5-8 E0101`, then its labels and edits, without English.
  std::string places() const;

  source::Sources sources;
  diagnostics::Sink sink;
  Tree tree;
};

/// Gives the tree of one expression, without the places of its nodes.
std::string expression_tree(std::string text);

/// Takes the places `  [1:1-2]` from the lines of a printed tree.
std::string without_places(const std::string& tree);

}  // namespace assize::syntax
