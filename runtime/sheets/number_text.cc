// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/sheets/number_text.h"

#include <charconv>
#include <cmath>
#include <string>

namespace assize::sheets {
namespace {

constexpr int kDigits = 15;

}  // namespace

std::string number_text(double value) {
  if (!std::isfinite(value)) return "";
  if (value == 0) return "0";
  // Digits first: d.ddd…e±xx with 15 digits; then the point is put where it belongs.
  char written[40];
  const auto end = std::to_chars(written, written + sizeof written, value,
                                 std::chars_format::scientific, kDigits - 1);
  const std::string text(written, end.ptr);
  const std::size_t e = text.find('e');
  const int exponent = std::stoi(text.substr(e + 1));
  const bool negative = text[0] == '-';
  std::string digits = text.substr(negative ? 1 : 0, e - (negative ? 1 : 0));
  digits.erase(1, 1);
  digits.erase(digits.find_last_not_of('0') + 1);
  const auto size = static_cast<int>(digits.size());
  if (exponent < 0) {
    digits = "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
  } else if (exponent + 1 >= size) {
    digits.append(static_cast<std::size_t>(exponent + 1 - size), '0');
  } else {
    digits.insert(static_cast<std::size_t>(exponent + 1), ".");
  }
  return (negative ? "-" : "") + digits;
}

}  // namespace assize::sheets
