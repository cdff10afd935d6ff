// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "runtime/columns/csv_cells.h"

#include <algorithm>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace assize::columns {
namespace {

// The next comma, line break or quote, or the end. Sixteen bytes at a time where the processor can.
const char* next_mark(const char* at, const char* end) {
#ifdef __SSE2__
  const __m128i comma = _mm_set1_epi8(',');
  const __m128i line_break = _mm_set1_epi8('\n');
  const __m128i quote = _mm_set1_epi8('"');
  for (; end - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i marks =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, comma), _mm_cmpeq_epi8(bytes, line_break)),
                     _mm_cmpeq_epi8(bytes, quote));
    const int mask = _mm_movemask_epi8(marks);
    if (mask != 0) return at + __builtin_ctz(static_cast<unsigned>(mask));
  }
#endif
  while (at != end && *at != ',' && *at != '\n' && *at != '"') ++at;
  return at;
}

}  // namespace

std::uint64_t CsvCells::skip_blank_lines() {
  std::uint64_t lines = 0;
  for (;;) {
    const char* after = at_;
    if (after != end_ && *after == '\r') ++after;
    if (after == end_ || *after != '\n') {
      // A lone CR at the very end is the rest of a blank line too.
      if (after == end_) at_ = end_;
      return lines;
    }
    at_ = after + 1;
    ++lines;
  }
}

CsvCells::After CsvCells::next() {
  if (at_ != end_ && *at_ == '"') return next_quoted();
  const char* begin = at_;
  at_ = next_mark(at_, end_);
  while (at_ != end_ && *at_ == '"') {
    ++stray_;
    at_ = next_mark(at_ + 1, end_);
  }
  cell_ = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
  return end_of_cell();
}

CsvCells::After CsvCells::next_quoted() {
  const char* begin = ++at_;
  bool is_copied = false;
  for (;;) {
    const auto* quote =
        static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
    if (quote == nullptr) {
      is_open_ = true;
      quote = end_;
    }
    quoted_breaks_ += static_cast<std::uint64_t>(std::count(at_, quote, '\n'));
    const bool is_doubled = quote != end_ && quote + 1 != end_ && quote[1] == '"';
    if (is_doubled || is_copied) {
      if (!is_copied) unquoted_.clear();
      is_copied = true;
      unquoted_.append(begin, quote);
    }
    if (!is_doubled) {
      cell_ = is_copied ? std::string_view(unquoted_)
                        : std::string_view(begin, static_cast<std::size_t>(quote - begin));
      at_ = quote == end_ ? end_ : quote + 1;
      break;
    }
    unquoted_ += '"';
    begin = at_ = quote + 2;
  }
  // Text after the closing quote belongs to the cell as it stands.
  const char* rest = at_;
  if (rest != end_ && *rest == '\r' && rest + 1 != end_ && rest[1] == '\n') return end_of_cell();
  at_ = next_mark(at_, end_);
  if (at_ == rest) return end_of_cell();
  if (at_ == end_ && rest + 1 == end_ && *rest == '\r') return end_of_cell();
  ++stray_;
  while (at_ != end_ && *at_ == '"') at_ = next_mark(at_ + 1, end_);
  if (!is_copied) unquoted_.assign(cell_);
  unquoted_.append(rest, at_);
  cell_ = unquoted_;
  return end_of_cell();
}

CsvCells::After CsvCells::end_of_cell() {
  if (at_ != end_ && *at_ == ',') {
    ++at_;
    return After::kCell;
  }
  if (at_ != end_ && *at_ == '\r') ++at_;  // only after a quoted cell
  if (cell_.ends_with('\r')) cell_.remove_suffix(1);
  if (at_ != end_) ++at_;
  return After::kRow;
}

CsvMarks count_marks(std::string_view text) {
  CsvMarks marks;
  const char* at = text.data();
  const char* end = at + text.size();
#ifdef __SSE2__
  const __m128i line_break = _mm_set1_epi8('\n');
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i zero = _mm_setzero_si128();
  // A match is -1 in its byte: sixteen counters of a byte, emptied before they can overflow.
  const auto sum = [&](__m128i counters) {
    const __m128i halves = _mm_sad_epu8(counters, zero);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(halves)) +
           static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_srli_si128(halves, 8)));
  };
  while (end - at >= 16) {
    __m128i quotes = zero;
    __m128i breaks = zero;
    for (int i = 0; i < 255 && end - at >= 16; ++i, at += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
      quotes = _mm_sub_epi8(quotes, _mm_cmpeq_epi8(bytes, quote));
      breaks = _mm_sub_epi8(breaks, _mm_cmpeq_epi8(bytes, line_break));
    }
    marks.quotes += sum(quotes);
    marks.line_breaks += sum(breaks);
  }
#endif
  for (; at != end; ++at) {
    marks.quotes += *at == '"' ? 1U : 0U;
    marks.line_breaks += *at == '\n' ? 1U : 0U;
  }
  return marks;
}

}  // namespace assize::columns
