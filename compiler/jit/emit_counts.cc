// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: counting. A unit's band in each dimension is a number; a table says which
// counter a combination of bands has, and what has none is added where nobody looks.

#include <algorithm>

#include "compiler/jit/emitter.h"

namespace assize::jit {
namespace {

/// Finds the counter of each combination of bands, the first dimension varying slowest. A
/// combination with a rest that is left out has none, nor has one that is in no group.
///
/// Shape   a dimension of n bands has n + 2 places: its bands, the rest, and the total.
std::vector<std::int64_t> places_of(const plan::Breakdown& breakdown,
                                    const std::vector<plan::Group>& groups, int breakdown_index,
                                    std::int64_t first, std::int64_t step, std::int64_t nowhere) {
  std::size_t size = 1;
  for (const plan::Dimension& dimension : breakdown.dimensions) size *= dimension.bands.size() + 2;
  std::vector<std::int64_t> places(size, nowhere);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].breakdown != breakdown_index) continue;
    std::size_t at = 0;
    for (std::size_t k = 0; k < breakdown.dimensions.size(); ++k) {
      const std::size_t bands = breakdown.dimensions[k].bands.size();
      const int band = groups[i].bands[k];
      at = at * (bands + 2) + (band == plan::kTotalBand  ? bands + 1
                               : band == plan::kRestBand ? bands
                                                         : static_cast<std::size_t>(band));
    }
    places[at] = first + step * static_cast<std::int64_t>(i);
  }
  return places;
}

}  // namespace

std::int64_t Emitter::slot_of_group(const Counters::PartSlots& slots, std::size_t group) {
  return static_cast<std::int64_t>(slots.groups + slots.group_size * group);
}

void Emitter::count(std::uint32_t slot, llvm::Value* condition) {
  count_at(number(slot), condition);
}

void Emitter::count_at(llvm::Value* slot, llvm::Value* condition) {
  llvm::Type* whole = builder_.getInt64Ty();
  llvm::Value* address = builder_.CreateInBoundsGEP(whole, council_counters_, slot);
  llvm::Value* before = builder_.CreateLoad(whole, address);
  if (weight_ == nullptr) {
    builder_.CreateStore(builder_.CreateAdd(before, builder_.CreateZExt(condition, whole)),
                         address);
    return;
  }
  llvm::Value* added = builder_.CreateBinaryIntrinsic(
      llvm::Intrinsic::sadd_with_overflow, before,
      builder_.CreateSelect(condition, weight_, number(0)));
  builder_.CreateStore(builder_.CreateExtractValue(added, 0), address);
  note_beyond_limits(builder_.CreateExtractValue(added, 1));
}

std::vector<llvm::Value*> Emitter::all_choices(const plan::Breakdown& breakdown,
                                               const std::vector<llvm::Value*>& bands) {
  // Every choice of dimensions, the others in total; the first is all in total.
  std::vector<llvm::Value*> places;
  for (std::size_t chosen = 0; chosen < (std::size_t{1} << bands.size()); ++chosen) {
    llvm::Value* at = number(0);
    for (std::size_t k = 0; k < bands.size(); ++k) {
      const std::size_t count_of_bands = breakdown.dimensions[k].bands.size();
      const bool is_chosen = (chosen >> k & 1) != 0;
      llvm::Value* place =
          is_chosen ? bands[k] : number(static_cast<std::int64_t>(count_of_bands + 1));
      at = builder_.CreateAdd(
          builder_.CreateMul(at, number(static_cast<std::int64_t>(count_of_bands + 2))), place);
    }
    places.push_back(at);
  }
  return places;
}

llvm::Value* Emitter::slot_at(const plan::Part& part, std::size_t split,
                              const Counters::PartSlots& slots, llvm::Value* place) {
  const std::vector<std::int64_t> places =
      places_of(part.splits[split], part.groups, static_cast<int>(split), slots.groups,
                slots.group_size, counters_.nowhere);
  return builder_.CreateZExt(lookup(places, place, 32, "group"), builder_.getInt64Ty());
}

void Emitter::count_group(const Counted& counted, llvm::Value* slot, llvm::Value* stays) {
  const auto of_these = [&](llvm::Value* side) {
    return stays == nullptr ? side : builder_.CreateAnd(side, stays);
  };
  const auto behind = [&](std::int64_t places) {
    return builder_.CreateAdd(slot, number(places));
  };
  const plan::Shape shape = counted.part->shape;
  // What a rate is over is not its units.
  if (shape != plan::Shape::kRate) count_at(slot, of_these(counted.denominator));
  count_at(behind(1), of_these(counted.numerator));
  if (shape != plan::Shape::kMean && shape != plan::Shape::kMedian) return;
  llvm::Value* counts = of_these(counted.denominator);
  if (llvm::Value* is_missing = either(counted.amount.unknown, counted.amount.none)) {
    count_at(behind(2), builder_.CreateAnd(counts, is_missing));
    counts = builder_.CreateAnd(counts, builder_.CreateNot(is_missing));
  }
  if (shape == plan::Shape::kMean) {
    add_to_sum(behind(3), counted.amount.value, counts);
    return;
  }
  emit_if(
      counts, [&] { report_amount("assize_amount", slot, counted.amount.value); }, "amount");
}

void Emitter::report_amount(const std::string& kernel, llvm::Value* slot, llvm::Value* amount) {
  llvm::Value* weight = weight_ == nullptr ? number(1) : weight_;
  if (amount->getType()->isIntegerTy(64)) {
    call(kernel, builder_.getVoidTy(), {sink(), place_of_slot(slot), amount, weight});
  } else {
    call(kernel + "_fraction", builder_.getVoidTy(),
         {sink(), place_of_slot(slot), in_memory(amount, "amount"), weight});
  }
}

llvm::Value* Emitter::place_of_slot(llvm::Value* slot) {
  llvm::Value* council = file_part(5, builder_.getInt32Ty(), "file_council");
  return builder_.CreateAdd(builder_.CreateMul(council, number(counters_.size)), slot);
}

void Emitter::count_groups(const Counters::PartSlots& slots, Counted counted) {
  const plan::Part& part = *counted.part;
  if (part.shape == plan::Shape::kMean || part.shape == plan::Shape::kMedian) {
    counted.amount = emit(part.of);
    if (counted.amount.beyond != nullptr) {
      note_beyond_limits(builder_.CreateAnd(counted.denominator, counted.amount.beyond));
    }
  }
  count_group(counted, number(slots.groups), nullptr);
  for (std::size_t i = 0; i < part.splits.size(); ++i) {
    const plan::Breakdown& split = part.splits[i];
    const std::vector<Side> sides = sides_of(split);
    if (sides.size() > 1 || sides.front().by_each) {
      const auto count_in = [&](std::size_t group, llvm::Value* is_in) {
        count_group(counted, number(slot_of_group(slots, group)), is_in);
      };
      emit_if(
          counted.denominator,
          [&] { count_each(split, sides, part.groups, static_cast<int>(i), count_in); }, "each");
      continue;
    }
    std::vector<llvm::Value*> bands;
    for (const plan::Dimension& dimension : split.dimensions) {
      bands.push_back(band_of(dimension, dimension.value, counted.denominator));
    }
    llvm::Value* stays = stays_in(split, bands);
    const std::vector<llvm::Value*> choices = all_choices(split, bands);
    // All in total is the part's own total.
    for (std::size_t chosen = 1; chosen < choices.size(); ++chosen) {
      count_group(counted, slot_at(part, i, slots, choices[chosen]), stays);
    }
  }
}

void Emitter::count_tabulations(const plan::Part& part, const Counters::PartSlots& slots,
                                llvm::Value* alive) {
  for (std::size_t i = 0; i < part.tabulations.size(); ++i) {
    const plan::Tabulation& tabulation = part.tabulations[i];
    const int breakdown = tabulation.groups.empty() ? 0 : tabulation.groups.front().breakdown;
    const std::vector<Side> sides = sides_of(tabulation.by);
    if (sides.size() > 1 || sides.front().by_each) {
      emit_if(
          alive,
          [&] {
            count_each(tabulation.by, sides, tabulation.groups, breakdown,
                       [&](std::size_t group, llvm::Value* is_in) {
                         count_at(number(slots.tabulations[i] + static_cast<std::int64_t>(group)), is_in);
                       });
          },
          "tabulated");
      continue;
    }
    const std::vector<std::int64_t> places = places_of(tabulation.by, tabulation.groups, breakdown,
                                                       slots.tabulations[i], 1, counters_.nowhere);
    llvm::Value* at = number(0);
    std::vector<llvm::Value*> bands;
    for (const plan::Dimension& dimension : tabulation.by.dimensions) {
      bands.push_back(band_of(dimension, dimension.value, alive));
      at = builder_.CreateMul(at, number(static_cast<std::int64_t>(dimension.bands.size() + 2)));
      at = builder_.CreateAdd(at, bands.back());
    }
    llvm::Value* slot =
        builder_.CreateZExt(lookup(places, at, 32, "tabulated"), builder_.getInt64Ty());
    count_at(slot, builder_.CreateAnd(alive, stays_in(tabulation.by, bands)));
  }
}

}  // namespace assize::jit
