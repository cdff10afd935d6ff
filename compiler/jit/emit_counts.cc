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

void Emitter::count(std::uint32_t slot, llvm::Value* condition) {
  count_at(number(slot), condition);
}

void Emitter::count_at(llvm::Value* slot, llvm::Value* condition) {
  llvm::Type* whole = builder_.getInt64Ty();
  llvm::Value* address = builder_.CreateInBoundsGEP(whole, council_counters_, slot);
  llvm::Value* before = builder_.CreateLoad(whole, address);
  builder_.CreateStore(builder_.CreateAdd(before, builder_.CreateZExt(condition, whole)), address);
}

llvm::Value* Emitter::fits_band(const plan::Band& band, const Emitted& value,
                                const plan::Type& type) {
  if (band.from.state == plan::Value::State::kNone)
    return value.none != nullptr ? value.none : no();
  if (band.from.state == plan::Value::State::kUnknown) return no();  // it is in the rest
  llvm::Value* fits = nullptr;
  if (type.base == plan::Base::kBool) {
    fits = band.from.whole != 0 ? value.value : builder_.CreateNot(value.value);
  } else {
    // A whole number may stand in a band from one fraction to another.
    plan::Type of_bound = type;
    if (!band.from.decimal.is_whole() || !band.to.decimal.is_whole()) {
      of_bound.base = plan::Base::kDecimal;
    }
    const Emitted asked = as_type(value, type, of_bound);
    fits = builder_.CreateNot(is_less(asked, emit_constant(of_bound, band.from), of_bound));
    if (!band.is_open_above) {
      fits = builder_.CreateAnd(
          fits, builder_.CreateNot(is_less(emit_constant(of_bound, band.to), asked, of_bound)));
    }
  }
  llvm::Value* unusable = either(value.unknown, value.none);
  return unusable == nullptr ? fits : builder_.CreateAnd(fits, builder_.CreateNot(unusable));
}

llvm::Value* Emitter::band_by_table(const plan::Dimension& dimension, const Emitted& value,
                                    std::size_t values) {
  const auto rest = static_cast<std::int64_t>(dimension.bands.size());
  std::vector<std::int64_t> table(values, rest);
  for (std::size_t i = dimension.bands.size(); i-- > 0;) {
    table[static_cast<std::size_t>(dimension.bands[i].from.whole)] = static_cast<std::int64_t>(i);
  }
  llvm::Value* unusable = either(value.unknown, value.none);
  llvm::Value* index =
      unusable == nullptr ? value.value : builder_.CreateSelect(unusable, number(0), value.value);
  llvm::Value* band = builder_.CreateZExt(lookup(table, index, 16, "band"), builder_.getInt64Ty());
  return unusable == nullptr ? band : builder_.CreateSelect(unusable, number(rest), band);
}

llvm::Value* Emitter::band_of(const plan::Dimension& dimension) {
  const Emitted value = emit(dimension.value);
  const plan::Type& type = node(dimension.value).type;
  std::size_t values = 0;
  if (type.base == plan::Base::kCode) values = plan_.list(type.list).codes.size();
  if (type.base == plan::Base::kCase) values = plan_.let(node(dimension.value).let).cases.size();
  const bool is_by_value =
      values > 0 &&
      std::all_of(dimension.bands.begin(), dimension.bands.end(), [&](const plan::Band& band) {
        return band.from.state == plan::Value::State::kKnown && !band.is_open_above &&
               band.from.whole == band.to.whole && band.from.whole >= 0 &&
               static_cast<std::size_t>(band.from.whole) < values;
      });
  if (is_by_value) return band_by_table(dimension, value, values);
  llvm::Value* band = number(static_cast<std::int64_t>(dimension.bands.size()));
  for (std::size_t i = dimension.bands.size(); i-- > 0;) {
    band = builder_.CreateSelect(fits_band(dimension.bands[i], value, type),
                                 number(static_cast<std::int64_t>(i)), band);
  }
  return band;
}

llvm::Value* Emitter::stays_in(const plan::Breakdown& breakdown,
                               const std::vector<llvm::Value*>& bands) {
  llvm::Value* stays = yes();
  for (std::size_t k = 0; k < bands.size(); ++k) {
    const plan::Dimension& dimension = breakdown.dimensions[k];
    if (dimension.rest != plan::Dimension::Rest::kLeftOut) continue;
    llvm::Value* rest = number(static_cast<std::int64_t>(dimension.bands.size()));
    stays = builder_.CreateAnd(stays, builder_.CreateICmpNE(bands[k], rest));
  }
  return stays;
}

void Emitter::count_groups(const plan::Part& part, const Counters::PartSlots& slots,
                           llvm::Value* denominator, llvm::Value* numerator) {
  count(slots.groups, denominator);
  count(slots.groups + 1, numerator);
  for (std::size_t i = 0; i < part.splits.size(); ++i) {
    const plan::Breakdown& split = part.splits[i];
    const std::vector<std::int64_t> places =
        places_of(split, part.groups, static_cast<int>(i), slots.groups, 2, counters_.nowhere);
    std::vector<llvm::Value*> bands;
    for (const plan::Dimension& dimension : split.dimensions) bands.push_back(band_of(dimension));
    llvm::Value* stays = stays_in(split, bands);
    llvm::Value* below = builder_.CreateAnd(denominator, stays);
    llvm::Value* above = builder_.CreateAnd(numerator, stays);
    // Every choice of dimensions, the others in total; all in total is the part's own total.
    for (std::size_t chosen = 1; chosen < (std::size_t{1} << bands.size()); ++chosen) {
      llvm::Value* at = number(0);
      for (std::size_t k = 0; k < bands.size(); ++k) {
        const std::size_t count_of_bands = split.dimensions[k].bands.size();
        const bool is_chosen = (chosen >> k & 1) != 0;
        llvm::Value* place =
            is_chosen ? bands[k] : number(static_cast<std::int64_t>(count_of_bands + 1));
        at = builder_.CreateAdd(
            builder_.CreateMul(at, number(static_cast<std::int64_t>(count_of_bands + 2))), place);
      }
      llvm::Value* slot =
          builder_.CreateZExt(lookup(places, at, 32, "group"), builder_.getInt64Ty());
      count_at(slot, below);
      count_at(builder_.CreateAdd(slot, number(1)), above);
    }
  }
}

void Emitter::count_tabulations(const plan::Part& part, const Counters::PartSlots& slots,
                                llvm::Value* alive) {
  for (std::size_t i = 0; i < part.tabulations.size(); ++i) {
    const plan::Tabulation& tabulation = part.tabulations[i];
    const int breakdown = tabulation.groups.empty() ? 0 : tabulation.groups.front().breakdown;
    const std::vector<std::int64_t> places = places_of(tabulation.by, tabulation.groups, breakdown,
                                                       slots.tabulations[i], 1, counters_.nowhere);
    llvm::Value* at = number(0);
    std::vector<llvm::Value*> bands;
    for (const plan::Dimension& dimension : tabulation.by.dimensions) {
      bands.push_back(band_of(dimension));
      at = builder_.CreateMul(at, number(static_cast<std::int64_t>(dimension.bands.size() + 2)));
      at = builder_.CreateAdd(at, bands.back());
    }
    llvm::Value* slot =
        builder_.CreateZExt(lookup(places, at, 32, "tabulated"), builder_.getInt64Ty());
    count_at(slot, builder_.CreateAnd(alive, stays_in(tabulation.by, bands)));
  }
}

}  // namespace assize::jit
