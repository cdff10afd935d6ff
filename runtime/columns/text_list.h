// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace assize::columns {

namespace detail {
inline std::uint64_t word_at(const char* at) {
  std::uint64_t word = 0;
  std::memcpy(&word, at, 8);
  return word;
}
}  // namespace detail

/// Tells whether two texts are the same bytes. Like `==`, but without a call: most texts are short.
inline bool same_bytes(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  if (size < 8) {
    for (std::size_t i = 0; i < size; ++i) {
      if (a[i] != b[i]) return false;
    }
    return true;
  }
  for (std::size_t i = 0; i + 8 <= size; i += 8) {
    if (detail::word_at(a.data() + i) != detail::word_at(b.data() + i)) return false;
  }
  return detail::word_at(a.data() + size - 8) == detail::word_at(b.data() + size - 8);
}

/// Many texts one after another in one piece of memory, found by index. Grows at its end alone.
/// Views into it hold until the next `add`.
class TextList {
 public:
  void add(std::string_view text);
  std::string_view operator[](std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(bytes_).substr(begin, ends_[index] - begin);
  }
  std::size_t size() const { return ends_.size(); }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

/// Gives each distinct text a number, from 0 in the order of their first mention.
///
/// Exact   texts are one only if all their bytes are.
/// Cost    about one memory access a look-up; not for several threads at once.
class TextDictionary {
 public:
  /// Gives the number of a text, which it gets now if it is new.
  std::int32_t code_of(std::string_view text);
  const TextList& texts() const { return texts_; }
  /// Gives the texts away; the dictionary is of no more use.
  TextList take_texts() { return std::move(texts_); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::int32_t code = -1;  // -1: free
  };

  void grow();

  std::vector<Slot> slots_;
  TextList texts_;
};

}  // namespace assize::columns
