// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: splits by each record of a set. A unit is in a group if one record is, however
// many are: the records mark where they fall, and then the unit is counted once in each group that is
// marked. Dimensions of one set are read record by record, those of the unit itself are one more row.

#include <algorithm>

#include "compiler/jit/emitter.h"
#include "compiler/plan/alike.h"

namespace assize::jit {
namespace {

/// How many combinations of bands, rest and total some dimensions have.
std::size_t combinations(const plan::Breakdown& breakdown,
                         const std::vector<std::size_t>& dimensions) {
  std::size_t size = 1;
  for (const std::size_t i : dimensions) size *= breakdown.dimensions[i].bands.size() + 2;
  return size;
}

/// Where the bands of a group stand among the combinations of some dimensions.
std::size_t place_of_group(const plan::Breakdown& breakdown,
                           const std::vector<std::size_t>& dimensions, const plan::Group& group) {
  std::size_t at = 0;
  for (const std::size_t i : dimensions) {
    const std::size_t bands = breakdown.dimensions[i].bands.size();
    const int band = group.bands[i];
    at = at * (bands + 2) + (band == plan::kTotalBand  ? bands + 1
                             : band == plan::kRestBand ? bands
                                                       : static_cast<std::size_t>(band));
  }
  return at;
}

}  // namespace

std::vector<Emitter::Side> Emitter::sides_of(const plan::Breakdown& breakdown) const {
  std::vector<Side> sides;
  for (std::size_t i = 0; i < breakdown.dimensions.size(); ++i) {
    const NodeId set = breakdown.dimensions[i].each_of;
    const auto goes_with = [&](const Side& side) {
      const NodeId other = breakdown.dimensions[side.dimensions.front()].each_of;
      if (!plan::is_set(set) || !plan::is_set(other)) return set == other;
      return plan::are_alike(plan_, set, other);
    };
    const auto found = std::find_if(sides.begin(), sides.end(), goes_with);
    if (found == sides.end()) {
      sides.push_back({.dimensions = {i}, .by_each = plan::is_set(set)});
    } else {
      found->dimensions.push_back(i);
    }
  }
  return sides;
}

llvm::Value* Emitter::mark_at(llvm::Value* marks, llvm::Value* place) {
  return builder_.CreateInBoundsGEP(builder_.getInt8Ty(), marks, place);
}

void Emitter::mark_row(const plan::Breakdown& breakdown, const Side& side, llvm::Value* marks,
                       llvm::Value* is_there) {
  plan::Breakdown own;
  std::vector<llvm::Value*> bands;
  for (const std::size_t i : side.dimensions) {
    own.dimensions.push_back(breakdown.dimensions[i]);
    bands.push_back(band_of(breakdown.dimensions[i], breakdown.dimensions[i].value, is_there));
  }
  llvm::Value* counts = builder_.CreateAnd(is_there, stays_in(own, bands));
  // What does not count is marked where nobody looks.
  llvm::Value* nowhere =
      number(static_cast<std::int64_t>(combinations(breakdown, side.dimensions)));
  for (llvm::Value* place : all_choices(own, bands)) {
    builder_.CreateStore(builder_.getInt8(1),
                         mark_at(marks, builder_.CreateSelect(counts, place, nowhere)));
  }
}

llvm::Value* Emitter::mark_side(const plan::Breakdown& breakdown, const Side& side) {
  const std::size_t size = combinations(breakdown, side.dimensions) + 1;
  llvm::Value* marks =
      prologue_.CreateAlloca(builder_.getInt8Ty(), prologue_.getInt64(size), "marks");
  builder_.CreateMemSet(marks, builder_.getInt8(0), size, llvm::MaybeAlign());
  if (!side.by_each) {
    mark_row(breakdown, side, marks, yes());
    return marks;
  }
  // What holds for all records is found before their loop.
  const NodeId set = breakdown.dimensions[side.dimensions.front()].each_of;
  std::vector<plan::VariableId> names;
  std::vector<NodeId> asked{set};
  for (const std::size_t i : side.dimensions) {
    names.push_back(breakdown.dimensions[i].record);
    asked.push_back(breakdown.dimensions[i].value);
  }
  plan::VariableSet bound = names;
  add_bound_along(set, bound);
  hoist(asked, bound);
  const Root root = root_of(set);
  note_beyond_limits(range_of(root).beyond);
  loop_rows(
      root,
      [&](llvm::Value* row, Builder&) {
        const Emitted member = membership(set, row);
        note_beyond_limits(member.beyond);
        emit_if(
            member.value,
            [&] {
              bind_all(names, row, [&] { mark_row(breakdown, side, marks, yes()); });
            },
            "each");
      },
      "each");
  return marks;
}

void Emitter::count_each(const plan::Breakdown& breakdown, const std::vector<Side>& sides,
                         const std::vector<plan::Group>& groups, int breakdown_index,
                         const std::function<void(std::size_t, llvm::Value*)>& count_in) {
  std::vector<llvm::Value*> marks;
  for (const Side& side : sides) marks.push_back(mark_side(breakdown, side));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const plan::Group& group = groups[i];
    if (group.breakdown != breakdown_index) continue;
    llvm::Value* is_in = yes();
    for (std::size_t k = 0; k < sides.size(); ++k) {
      const bool in_total =
          std::all_of(sides[k].dimensions.begin(), sides[k].dimensions.end(),
                      [&](std::size_t at) { return group.bands[at] == plan::kTotalBand; });
      // Whoever has no record to be split by is in the total all the same.
      if (in_total && sides[k].by_each) continue;
      const std::size_t place = place_of_group(breakdown, sides[k].dimensions, group);
      llvm::Value* mark = builder_.CreateLoad(
          builder_.getInt8Ty(), mark_at(marks[k], number(static_cast<std::int64_t>(place))));
      is_in = builder_.CreateAnd(is_in, builder_.CreateICmpNE(mark, builder_.getInt8(0)));
    }
    count_in(i, is_in);
  }
}

}  // namespace assize::jit
