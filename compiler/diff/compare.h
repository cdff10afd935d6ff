// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/check/flatten.h"
#include "compiler/check/framework.h"
#include "compiler/diff/clauses.h"
#include "compiler/source/source_file.h"

namespace assize::diff {

/// One figure of an edition: a measure, or one of its parts. Its identity is the path, not the
/// code.
struct Item {
  std::string path;  // `settled_home`, `settled_home.aged_65_and_over`
  std::string code;
  std::string title;    // of the part, else of the measure
  std::string heading;  // text of the domain or objective
  std::string marks;    // `experimental, decision due 2023-08-31`
};

/// A figure that both editions have.
struct Pair {
  Item before;
  Item after;
};

/// One code that names two different figures.
struct Reused {
  std::string code;
  Item before;
  Item after;
};

/// One clause that differs.
struct Change {
  enum class What : std::uint8_t { kAdded, kDropped, kChanged };
  What what = What::kChanged;
  std::optional<Clause> before;
  std::optional<Clause> after;
};

/// A measure, or a collection, whose text differs.
struct Revision {
  std::string name;
  std::vector<std::string> codes;  // in the later edition
  std::vector<std::string> because;
  std::vector<Change> changes;
  bool has_meaning = false;  // some change is more than a title, note or label
};

/// All that two editions of one family differ in.
struct Difference {
  std::string before;  // `ascof 2022-23`
  std::string after;
  std::vector<std::string> headings;  // what became of domains and objectives, in sentences
  std::vector<Item> removed;
  std::vector<Item> introduced;
  std::vector<Pair> renumbered;
  std::vector<Pair> moved;  // under another heading; also those that are renumbered
  std::vector<Reused> reused;
  std::vector<Revision> revised;
  std::vector<Revision> collections;

  bool is_empty() const;
};

/// One edition as `compare` needs it.
struct Side {
  const check::Framework& framework;
  const check::FlatEdition& flat;
};

/// Compares two editions. A revision's reasons are those of the editions that only one of them
/// rests on.
Difference compare(const Side& before, const Side& after, const source::Sources& sources);

/// Compares the clauses of two texts of one measure, those that both have matched by their names.
std::vector<Change> compare_clauses(const std::vector<Clause>& before,
                                    const std::vector<Clause>& after);

}  // namespace assize::diff
