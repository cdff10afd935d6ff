// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace assize::columns {

/// Walks over the cells of CSV text (RFC 4180; line breaks LF or CR LF; quotes where a cell
/// begins).
///
/// Exact   a quote elsewhere is plain text and is counted as `stray`: text with such quotes cannot
/// be
///         cut into pieces by counting quotes.
class CsvCells {
 public:
  enum class After : std::uint8_t { kCell, kRow };

  CsvCells(const char* at, const char* end) : at_(at), end_(end) {}

  bool at_end() const { return at_ == end_; }
  const char* at() const { return at_; }
  /// Passes over lines without anything on them; gives how many.
  std::uint64_t skip_blank_lines();
  /// Moves over the next cell; says whether its row ends with it. The row must have begun before
  /// the end.
  After next();

  /// The cell last moved over, without its quotes. Holds until the next move.
  std::string_view cell() const { return cell_; }
  /// Whether the cell lies in the text itself, and so holds as long as the text.
  bool is_in_text() const { return cell_.data() != unquoted_.data(); }
  /// How many line breaks stood within quotes so far.
  std::uint64_t quoted_breaks() const { return quoted_breaks_; }
  /// Quotes where none should be, so far.
  std::uint64_t stray() const { return stray_; }
  /// The text ended within quotes.
  bool is_open() const { return is_open_; }

 private:
  After next_quoted();
  After end_of_cell();

  const char* at_;
  const char* end_;
  std::string_view cell_;
  std::string unquoted_;  // a cell with doubled quotes, or with text after its quotes
  std::uint64_t quoted_breaks_ = 0;
  std::uint64_t stray_ = 0;
  bool is_open_ = false;
};

/// Counts of a piece of text.
struct CsvMarks {
  std::uint64_t quotes = 0;
  std::uint64_t line_breaks = 0;
};
CsvMarks count_marks(std::string_view text);

}  // namespace assize::columns
