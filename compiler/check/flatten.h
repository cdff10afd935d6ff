// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

// Inside check/: an edition with all it takes over from those before it, still as text.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/syntax/tree.h"

namespace assize::check {

/// A measure in force, amended, with the heading and codes it has by now.
struct MeasureInForce {
  syntax::Measure text;
  std::string introduced_in;  // `ascof 2023-24`
};

/// One edition, whole: every amendment merged clause by clause, nothing checked yet.
struct FlatEdition {
  syntax::Edition own;  // the edition's own text, with what it does not say taken over
  std::vector<std::pair<syntax::Collection, source::FileId>> collections;
  std::vector<MeasureInForce> measures;
  std::vector<const syntax::Edition*> chain;  // the first revises nothing; the last is this one
};

/// Merges an edition with those it revises. What cannot be merged goes to the sink, with both places.
FlatEdition flatten(const std::vector<const syntax::Tree*>& trees, const syntax::Edition& edition,
                    diagnostics::Sink& sink);

/// Merges one amendment into a measure or one of its parts.
void amend_measure(syntax::Measure& measure, const syntax::ReviseMeasure& change,
                   diagnostics::Sink& sink);
/// Merges one amendment into a collection: fields, lets and steps by name, the other clauses whole.
void amend_collection(syntax::Collection& collection, const syntax::ReviseCollection& change,
                      diagnostics::Sink& sink);

/// Puts each in the place of the one of its name; new ones come last.
template <class T>
void replace_by_name(std::vector<T>& items, const std::vector<T>& changes) {
  for (const T& change : changes) {
    bool found = false;
    for (T& item : items) {
      if (item.name.text != change.name.text) continue;
      item = change;
      found = true;
    }
    if (!found) items.push_back(change);
  }
}

/// Merges steps by label; new ones come last unless they are placed.
void amend_steps(std::vector<syntax::Step>& steps, const std::vector<syntax::Step>& changes,
                 const std::vector<syntax::Drop>& drops, diagnostics::Sink& sink);
/// Merges lets by name: cases by name where the amendment gives no chooser, else the whole let.
void amend_lets(std::vector<syntax::Let>& lets, const std::vector<syntax::Let>& changes,
                diagnostics::Sink& sink);

/// Says `ascof 2024-25 may2025`.
std::string edition_text(const syntax::EditionName& name);

}  // namespace assize::check
