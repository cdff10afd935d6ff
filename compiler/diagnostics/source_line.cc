// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#include "compiler/diagnostics/source_line.h"

#include <algorithm>
#include <vector>

namespace assize::diagnostics {
namespace {

constexpr std::size_t kTab = 4;
constexpr std::size_t kBeforeMark =
    24;  // columns of a cut line that stand before what is underlined
constexpr std::string_view kLeftOut = "...";

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Bytes of the character at a place; 0 if they are no UTF-8. Overlong forms do no harm here.
std::size_t length_of_character(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::size_t next = 1; next < length; ++next) {
    if (!continues(text[at + next])) return 0;
  }
  return length;
}

/// True for the characters that move the cursor, change colours or the direction of writing.
bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character.front());
  if (character.size() == 1) return first < 0x20 || first == 0x7F;
  if (character.size() == 2)
    return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
  const bool directions = character >= "\u202A" && character <= "\u202E";
  const bool isolates = character >= "\u2066" && character <= "\u2069";
  return character.size() == 3 && (directions || isolates);
}

}  // namespace

std::string printable(std::string_view text) {
  std::string made;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size(); ++column) {
    if (text[at] == '\t') {
      const std::size_t blanks = kTab - column % kTab;
      made.append(blanks, ' ');
      column += blanks - 1;
      ++at;
      continue;
    }
    const std::size_t length = length_of_character(text, at);
    const std::string_view character = text.substr(at, std::max<std::size_t>(length, 1));
    made += length == 0 || is_control(character) ? std::string_view("?") : character;
    at += character.size();
  }
  return made;
}

std::size_t width_of(std::string_view text) {
  const std::string shown = printable(text);
  return static_cast<std::size_t>(
      std::count_if(shown.begin(), shown.end(), [](char byte) { return !continues(byte); }));
}

Cut cut_line(const std::string& line, std::size_t begin, std::size_t most) {
  std::vector<std::size_t> bytes;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!continues(line[at])) bytes.push_back(at);
  }
  const std::size_t columns = bytes.size();
  bytes.push_back(line.size());
  if (columns <= most) return {line, 0};
  std::size_t from = begin > most - kBeforeMark ? begin - kBeforeMark : 0;
  from = std::min(from, columns - most);
  const std::size_t to = std::min(columns, from + most);
  Cut made;
  if (from > 0) made = {std::string(kLeftOut), from - kLeftOut.size()};
  made.text += line.substr(bytes[from], bytes[to] - bytes[from]);
  if (to < columns) made.text += kLeftOut;
  return made;
}

}  // namespace assize::diagnostics
