// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compiler/plan/plan.h"

namespace assize::jit {

/// One function of compiled code.
struct Entry {
  enum class What : std::uint8_t {
    kFiles,       // goes over the files of a measure
    kOver,        // counts what `part` is over, of everybody's records
    kPopulation,  // goes through steps of `population` with everybody's records, up to `stage`
  };
  What what = What::kFiles;
  std::size_t measure = 0;
  std::size_t part = 0;
  plan::PopulationId population = plan::PopulationId::kNone;
  /// How many steps that keep one lie before; the function ends with the next of them, or with those
  /// that belong.
  std::size_t stage = 0;
  std::string name;
};

/// Lists the functions of one measure in the order in which they are run; the last goes over its
/// files.
std::vector<Entry> entries_of(const plan::Plan& plan, std::size_t measure);

/// Says whether a population must be made before it is asked about, since its records depend on each
/// other.
bool must_be_made(const plan::Population& population);

/// Which steps of a population one stage takes: from `first` to before `last`, and then the step
/// `last` keeps one of several, unless that is the end.
struct Stage {
  std::size_t first = 0;
  std::size_t last = 0;
};
Stage stage_of(const plan::Population& population, std::size_t stage);

/// Gives the collection whose records an entry goes over as everybody's; kNone for files.
plan::CollectionId everybody_of(const plan::Plan& plan, const Entry& entry);

/// Says whether a set begins with everybody's records.
bool is_everybodys(const plan::Plan& plan, plan::NodeId set);

}  // namespace assize::jit
