// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Part of the emitter: in which band of a dimension a value lies. A band is a number; the rest comes
// after the last.

#include <algorithm>

#include "compiler/jit/emitter.h"
#include "compiler/jit/text_ids.h"

namespace assize::jit {

llvm::Value* Emitter::fits_band(const plan::Band& band, const Emitted& value,
                                const plan::Type& type) {
  if (band.from.state == plan::Value::State::kNone)
    return value.none != nullptr ? value.none : no();
  if (band.from.state == plan::Value::State::kUnknown) return no();  // it is in the rest
  llvm::Value* fits = nullptr;
  if (type.base == plan::Base::kText) {
    fits = fits_band_of_texts(band, value);
  } else if (type.base == plan::Base::kBool) {
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

llvm::Value* Emitter::fits_band_of_texts(const plan::Band& band, const Emitted& value) {
  const std::size_t place = band_texts_.at(&band);
  const Emitted from{.value = text_at(place)};
  if (!band.is_open_above && band.from.text == band.to.text) {
    return builder_.CreateICmpEQ(which_text(value), which_text(from));
  }
  const auto is_before = [&](llvm::Value* left, llvm::Value* right) {
    llvm::Value* before =
        text_kernel("assize_is_text_before", builder_.getInt8Ty(), {left, right});
    return builder_.CreateICmpNE(before, builder_.getInt8(0));
  };
  llvm::Value* asked = usable(value);
  llvm::Value* fits = builder_.CreateNot(is_before(asked, from.value));
  if (band.is_open_above) return fits;
  return builder_.CreateAnd(fits, builder_.CreateNot(is_before(text_at(place + 1), asked)));
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

llvm::Value* Emitter::band_of(const plan::Dimension& dimension, NodeId asked,
                              llvm::Value* is_asked) {
  const Emitted value = emit(asked);
  if (value.beyond != nullptr) note_beyond_limits(builder_.CreateAnd(is_asked, value.beyond));
  const plan::Type& type = node(asked).type;
  std::size_t values = 0;
  if (type.base == plan::Base::kCode) values = plan_.list(type.list).codes.size();
  if (type.base == plan::Base::kCase) values = plan_.let(node(asked).let).cases.size();
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

}  // namespace assize::jit
