// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "compiler/interpret/observer.h"

namespace assize::explain {

using check::Expr;
using interpret::Item;
using interpret::Items;
using interpret::Value;

struct Worked;

/// One choice by keys, kept.
struct Choice {
  const std::vector<check::Key>* keys = nullptr;
  Items items;
  std::vector<std::vector<Value>> values;  // [key][item]
  std::vector<std::size_t> first;          // indexes in `items`
};

/// One expression as it was looked at, and what was looked at for it, in that order.
struct Looked {
  const Expr* expr = nullptr;
  std::optional<Item> under;  // the thing under test: a record of a set, say
  std::optional<Item> of;     // what the expression's own variable stood for
  Value value;
  Items members;           // of a set
  bool fell_back = false;  // `if unknown`, `if they differ`
  const Worked* let = nullptr;
  std::optional<Choice> choice;
  std::vector<Looked> parts = {};
};

/// One case or row that was tried.
struct Tried {
  const check::Case* row = nullptr;
  Value holds;
  std::size_t parts_begin = 0;  // what was looked at for it: Worked::parts from here
};

/// A let as it was worked out for one thing.
struct Worked {
  const check::Let* let = nullptr;
  Item about;
  const interpret::File* file = nullptr;
  std::vector<Looked> parts = {};
  std::vector<Tried> tried;
  const check::Case* chosen = nullptr;
  std::size_t chosen_begin = 0;  // what the chosen case gives: `parts` from here
  const interpret::Answer* answer = nullptr;
};

/// The episodes of a file or unit, as they were put together.
struct CutUp {
  const check::Episodes* episodes = nullptr;
  const interpret::File* file = nullptr;
  const std::deque<interpret::Episode>* made = nullptr;
  std::vector<Looked> parts = {};
};

/// One matter that was decided.
struct Decided {
  interpret::Matter matter;
  interpret::Decision decision;
  std::vector<Looked> parts = {};
  std::optional<Choice> choice;
};

/// One file that was opened.
struct Opened {
  const interpret::File* file = nullptr;
  std::vector<const interpret::Unit*> units;
  std::vector<Looked> looked;  // for its units, before the first step
};

/// All that was heard since files were last closed. What it points to lives until they close.
struct Trace {
  std::vector<Opened> files;
  std::vector<Decided> decided;
  std::deque<Worked> lets;
  std::deque<CutUp> episodes;
  bool is_cut_short = false;  // there was more than anybody reads
};

}  // namespace assize::explain
