// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/bind/records.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "runtime/columns/spelling.h"

namespace assize::bind {
namespace {

bool is_plain(std::int64_t cell) {
  return cell != kUnknownCell && cell != kNoneCell && cell != kOpenCell;
}

// The bounds of what a width can hold besides the three cells without a plain value.
template <class T>
bool holds(std::int64_t lowest, std::int64_t highest) {
  return lowest >= std::numeric_limits<T>::min() + 2 && highest < std::numeric_limits<T>::max();
}

int narrowest_width(const std::vector<std::int64_t>& cells) {
  std::int64_t lowest = 0;
  std::int64_t highest = 0;
  for (const std::int64_t cell : cells) {
    if (!is_plain(cell)) continue;
    lowest = std::min(lowest, cell);
    highest = std::max(highest, cell);
  }
  if (holds<std::int8_t>(lowest, highest)) return 1;
  if (holds<std::int16_t>(lowest, highest)) return 2;
  return holds<std::int32_t>(lowest, highest) ? 4 : 8;
}

template <class T>
T narrowed(std::int64_t cell) {
  if (cell == kUnknownCell) return std::numeric_limits<T>::min();
  if (cell == kNoneCell) return static_cast<T>(std::numeric_limits<T>::min() + 1);
  if (cell == kOpenCell) return std::numeric_limits<T>::max();
  return static_cast<T>(cell);
}

template <class T>
std::int64_t widened(const std::byte* at) {
  T cell{};
  std::memcpy(&cell, at, sizeof cell);
  if (cell == std::numeric_limits<T>::min()) return kUnknownCell;
  if (cell == std::numeric_limits<T>::min() + 1) return kNoneCell;
  if (cell == std::numeric_limits<T>::max()) return kOpenCell;
  return cell;
}

// Calls a function with a value of the type of a width.
template <class F>
auto with_width(int width, const F& function) {
  switch (width) {
    case 1:
      return function(std::int8_t{});
    case 2:
      return function(std::int16_t{});
    case 4:
      return function(std::int32_t{});
    default:
      return function(std::int64_t{});
  }
}

}  // namespace

Column Column::narrowest(const std::vector<std::int64_t>& cells) {
  Column column;
  column.width_ = narrowest_width(cells);
  with_width(column.width_, [&](auto zero) {
    using T = decltype(zero);
    column.bytes_.resize(cells.size() * sizeof(T));
    auto* to = reinterpret_cast<T*>(column.bytes_.data());
    for (const std::int64_t cell : cells) *to++ = narrowed<T>(cell);
  });
  return column;
}

Column Column::narrowest(const std::vector<std::int64_t>& cells,
                         const std::vector<std::int32_t>& codes) {
  Column column;
  column.width_ = narrowest_width(cells);
  with_width(column.width_, [&](auto zero) {
    using T = decltype(zero);
    std::vector<T> narrow;
    narrow.reserve(cells.size());
    for (const std::int64_t cell : cells) narrow.push_back(narrowed<T>(cell));
    column.bytes_.resize(codes.size() * sizeof(T));
    auto* to = reinterpret_cast<T*>(column.bytes_.data());
    for (const std::int32_t code : codes) *to++ = narrow[static_cast<std::size_t>(code)];
  });
  return column;
}

Column Column::picked(const std::vector<std::uint32_t>& rows) const {
  Column column;
  column.width_ = width_;
  column.decimals = decimals;
  with_width(width_, [&](auto zero) {
    using T = decltype(zero);
    column.bytes_.resize(rows.size() * sizeof(T));
    auto* to = reinterpret_cast<T*>(column.bytes_.data());
    const auto* from = reinterpret_cast<const T*>(bytes_.data());
    for (const std::uint32_t row : rows) *to++ = from[row];
  });
  for (std::size_t at = 0; !symbols.empty() && at < rows.size(); ++at) {
    const auto found = symbols.find(rows[at]);
    if (found != symbols.end()) column.symbols[at] = found->second;
  }
  return column;
}

std::int64_t Column::at(std::size_t row) const {
  return with_width(width_, [&](auto zero) {
    return widened<decltype(zero)>(bytes_.data() + row * sizeof zero);
  });
}

std::size_t TextPool::slot_of(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].id >= 0 &&
         (slots_[at].hash != hash || folded_[static_cast<std::size_t>(slots_[at].id)] != folded)) {
    at = (at + 1) & mask;
  }
  return at;
}

void TextPool::grow() {
  std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.id < 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].id >= 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::int32_t TextPool::intern(std::string_view text) {
  if (slots_.size() < 2 * (texts_.size() + 1)) grow();
  const std::string_view plain = columns::trimmed(text);
  std::string folded;
  columns::fold_into(plain, folded);
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(folded));
  Slot& slot = slots_[slot_of(folded, hash)];
  if (slot.id < 0) {
    slot = {hash, static_cast<std::int32_t>(texts_.size())};
    folded_.push_back(std::move(folded));
    texts_.emplace_back(plain);
    return slot.id;
  }
  std::string& shown = texts_[static_cast<std::size_t>(slot.id)];
  if (plain < shown) shown.assign(plain);
  return slot.id;
}

std::int32_t TextPool::find(std::string_view text) const {
  if (slots_.empty()) return -1;
  const std::string folded = columns::folded(text);
  const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(folded));
  return slots_[slot_of(folded, hash)].id;
}

const Records* Inputs::records_of(const check::Collection* collection) const {
  for (const auto& records : collections) {
    if (records->collection == collection) return records.get();
  }
  return nullptr;
}

}  // namespace assize::bind
