// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/text_list.h"

#include <cstring>

namespace assize::columns {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t kSecond = 0xBF58476D1CE4E5B9U;

// Both halves of a product, folded together.
std::uint64_t folded_product(std::uint64_t a, std::uint64_t b) {
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

// Hashes sixteen bytes a multiplication; the last step may look at bytes a second time.
std::uint32_t hash_of(std::string_view text) {
  const char* at = text.data();
  const std::size_t size = text.size();
  std::uint64_t hash = size * kFirst;
  std::uint64_t first = 0;
  std::uint64_t second = 0;
  if (size >= 16) {
    for (std::size_t left = size; left > 16; left -= 16, at += 16) {
      hash = folded_product(detail::word_at(at) ^ kSecond, detail::word_at(at + 8) ^ hash);
    }
    first = detail::word_at(text.data() + size - 16);
    second = detail::word_at(text.data() + size - 8);
  } else if (size >= 8) {
    first = detail::word_at(at);
    second = detail::word_at(at + size - 8);
  } else {
    std::memcpy(&first, at, size);
  }
  hash = folded_product(first ^ kSecond, second ^ hash);
  return static_cast<std::uint32_t>(folded_product(hash, kFirst));
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
    if (slot.hash == hash && same_bytes(texts_[static_cast<std::size_t>(slot.code)], text)) {
      return slot.code;
    }
  }
}

void TextDictionary::grow() {
  std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
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
