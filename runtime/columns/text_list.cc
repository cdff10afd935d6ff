// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/text_list.h"

#include <cstring>

namespace assize::columns {
namespace {

std::uint64_t mixed(std::uint64_t value) {
  value ^= value >> 32U;
  value *= 0x9E3779B97F4A7C15U;
  value ^= value >> 29U;
  return value;
}

// Hashes eight bytes at a time; quality matters only as far as it keeps chains short.
std::uint32_t hash_of(std::string_view text) {
  std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15U;
  const char* at = text.data();
  std::size_t left = text.size();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    hash = mixed(hash ^ word) * 0xBF58476D1CE4E5B9U;
  }
  std::uint64_t word = 0;
  std::memcpy(&word, at, left);
  hash = mixed(hash ^ word) * 0xBF58476D1CE4E5B9U;
  return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

void TextList::add(std::string_view text) {
  bytes_.append(text);
  ends_.push_back(bytes_.size());
}

std::int32_t TextDictionary::code_of(std::string_view text) {
  if (slots_.size() < 2 * (texts_.size() + 1)) grow();
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.code < 0) {
      slot = {hash, static_cast<std::int32_t>(texts_.size())};
      texts_.add(text);
      return slot.code;
    }
    if (slot.hash == hash && texts_[static_cast<std::size_t>(slot.code)] == text) return slot.code;
  }
}

void TextDictionary::grow() {
  std::vector<Slot> old(slots_.empty() ? 64 : 4 * slots_.size());
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.code < 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].code >= 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace assize::columns
