// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <gmpxx.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace assize::reproduce {

/// What a cell of a published table says.
struct Shown {
  enum class Kind : std::uint8_t {
    kAbsent,  // the file has no such cell
    kBlank,   // nothing, or blanks
    kNumber,
    kTwoNumbers,     // `7.7 (7.6)`: a figure, and in brackets the one by the method before
    kWithheld,       // `c`, `[c]`
    kNotAvailable,   // `:`, `[x]`, `[w]`
    kNotApplicable,  // `[z]`
    kUnreadable,     // none of these
  };
  Kind kind = Kind::kAbsent;
  std::string text;                    // as written, without outer blanks
  mpq_class number;                    // kNumber, kTwoNumbers
  std::optional<mpq_class> bracketed;  // kTwoNumbers; nothing if a symbol stands there: `7.9 (:)`
  int decimals = 0;                    // of `number`, as written
  std::size_t row = 0;                 // of the sheet, from 1

  bool is_number() const { return kind == Kind::kNumber || kind == Kind::kTwoNumbers; }
};

/// Reads a cell. Nothing is guessed: what is not known is `kUnreadable`, and keeps its text.
///
/// Exact   `63,188` and `82.9%` are numbers; a mark after a number, `82.9 [r]`, is passed over.
Shown read_cell(std::string_view text, std::size_t row);

/// Why a cell that is no number is none, in words: `withheld`; empty for a number.
std::string kind_words(Shown::Kind kind);

}  // namespace assize::reproduce
