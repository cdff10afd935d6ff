// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/spelling.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace assize::columns {
namespace {

bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool starts_with_no_break_space(std::string_view text) {
  return text.size() >= 2 && text[0] == '\xC2' && text[1] == '\xA0';
}

bool ends_with_no_break_space(std::string_view text) {
  return text.size() >= 2 && starts_with_no_break_space(text.substr(text.size() - 2));
}

// The lower-case letter of a two-byte character, as its code point; Latin-1 and Latin Extended-A
// only.
unsigned lower_case(unsigned point) {
  if (point >= 0xC0 && point <= 0xDE && point != 0xD7) return point + 0x20;
  if (point == 0x178) return 0xFF;  // Y with diaeresis: its pair is in Latin-1
  if (point == 0x130) return 'i';   // I with dot
  const bool pairs_begin_odd =
      (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
  if (pairs_begin_odd) return point + (point & 1U);
  const bool pairs_begin_even =
      (point >= 0x100 && point <= 0x137) || (point >= 0x14A && point <= 0x177);
  if (pairs_begin_even) return point | 1U;
  return point;
}

// How many single letters have to be changed, added or taken away to make one of the other.
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j + 1] + 1, row[j] + 1, changed});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    if (is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (starts_with_no_break_space(text)) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  while (!text.empty()) {
    if (is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (ends_with_no_break_space(text)) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

void fold_into(std::string_view text, std::string& result) {
  text = trimmed(text);
  result.clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      result += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 0x20) : text[i];
    } else if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < text.size()) {
      const unsigned point =
          ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(text[i + 1]) & 0x3FU);
      const unsigned lower = lower_case(point);
      if (lower < 0x80) {
        result += static_cast<char>(lower);
      } else {
        result += static_cast<char>(0xC0U | (lower >> 6U));
        result += static_cast<char>(0x80U | (lower & 0x3FU));
      }
      ++i;
    } else {
      result += text[i];
    }
  }
}

std::string folded(std::string_view text) {
  std::string result;
  fold_into(text, result);
  return result;
}

bool is_utf8(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const auto first = static_cast<unsigned char>(text[i]);
    if (first < 0x80) {
      ++i;
      continue;
    }
    std::size_t more = 0;
    unsigned lowest = 0x80;  // bounds of the second byte: no longer form than needed, no surrogate,
    unsigned highest = 0xBF;  // nothing above U+10FFFF
    if (first >= 0xC2 && first <= 0xDF) {
      more = 1;
    } else if (first >= 0xE0 && first <= 0xEF) {
      more = 2;
      if (first == 0xE0) lowest = 0xA0;
      if (first == 0xED) highest = 0x9F;
    } else if (first >= 0xF0 && first <= 0xF4) {
      more = 3;
      if (first == 0xF0) lowest = 0x90;
      if (first == 0xF4) highest = 0x8F;
    } else {
      return false;
    }
    if (i + more >= text.size()) return false;
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (second < lowest || second > highest) return false;
    for (std::size_t j = 2; j <= more; ++j) {
      if ((static_cast<unsigned char>(text[i + j]) & 0xC0U) != 0x80U) return false;
    }
    i += more + 1;
  }
  return true;
}

std::optional<std::string> nearest_spelling(std::string_view text,
                                            const std::vector<std::string>& spellings) {
  const std::string wanted = folded(text);
  // A long text is surely no slip of the pen, and comparing costs the square.
  if (wanted.empty() || wanted.size() > 200) return std::nullopt;
  std::optional<std::string> nearest;
  std::size_t fewest = wanted.size() / 3 + 1;
  for (const std::string& spelling : spellings) {
    const std::string other = folded(spelling);
    if (other.empty() || other.size() > 2 * wanted.size() + 2) continue;
    const std::size_t edits = edits_between(wanted, other);
    if (edits < fewest) {
      fewest = edits;
      nearest = spelling;
    }
  }
  return nearest;
}

}  // namespace assize::columns
