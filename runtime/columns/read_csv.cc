// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

// Reads CSV in pieces, one a thread, each of which begins where a row begins. Where rows begin is
// told by counting quotes from the start: within quotes their number is odd. That holds unless a
// quote stands in the middle of a cell; if any piece meets one, the text is read again in one
// piece. So the table never depends on how many pieces there were.

#include <algorithm>
#include <atomic>
#include <charconv>
#include <exception>
#include <limits>
#include <optional>
#include <thread>

#include "runtime/columns/csv_cells.h"
#include "runtime/columns/read_failures.h"
#include "runtime/columns/readers.h"
#include "runtime/columns/spelling.h"

namespace assize::columns {
namespace {

constexpr std::size_t kSmallestPiece = std::size_t{1} << 20U;
constexpr std::size_t kRowsBetweenReports = 16384;

// Reads a whole number as it is usually written; anything else keeps its text.
bool parse_whole(std::string_view text, std::int64_t& number) {
  if (text.empty() || text.size() > 18) return false;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && stop == text.data() + text.size();
}

// One requested column of one piece.
struct PieceColumn {
  bool as_numbers = false;
  std::vector<std::int32_t> codes;
  TextDictionary dictionary;
  std::vector<std::int64_t> numbers;
  std::unordered_map<std::uint32_t, std::string> others;
  // Neighbouring rows often hold the same text: the last one that lies in the file, and its code.
  std::string_view last_text;
  std::int32_t last_code = kBlankCode;

  void add(const CsvCells& cells, std::size_t row) {
    if (as_numbers) {
      add_number(cells.cell(), row);
    } else if (cells.cell().empty()) {
      codes.push_back(kBlankCode);
    } else if (cells.is_in_text()) {
      if (!same_bytes(cells.cell(), last_text)) {
        last_text = cells.cell();
        last_code = code_of(last_text);
      }
      codes.push_back(last_code);
    } else {
      codes.push_back(code_of(cells.cell()));
    }
  }

 private:
  std::int32_t code_of(std::string_view cell) {
    return trimmed(cell).empty() ? kBlankCode : dictionary.code_of(cell);
  }

  void add_number(std::string_view cell, std::size_t row) {
    std::int64_t number = 0;
    if (!parse_whole(cell, number) && !parse_whole(trimmed(cell), number)) {
      number = trimmed(cell).empty() ? kBlankNumber : kOtherText;
      if (number == kOtherText) others.emplace(static_cast<std::uint32_t>(row), cell);
    }
    numbers.push_back(number);
  }
};

// What all pieces share.
struct Work {
  const std::string& path;
  const ReadRequest& request;
  std::string_view text;             // all of it
  std::size_t columns = 0;           // of the header
  std::vector<std::vector<int>> of;  // by column of the file: indices of the requests it answers
  std::atomic<bool> is_stopped = false;
  std::atomic<std::uint64_t> bytes_done = 0;
};

// A run of whole rows and what was read of it.
struct Piece {
  std::string_view text;
  std::uint64_t first_line = 1;  // the line on which it begins
  std::vector<PieceColumn> columns;
  std::vector<LineBreak> line_breaks;
  std::size_t rows = 0;
  std::uint64_t stray = 0;
  std::optional<Failure> failure;
};

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

// Reads one piece. The first one reports progress, since its thread is the caller's.
void read_piece(Work& work, Piece& piece, bool reports) {
  piece.columns.resize(work.request.columns.size());
  for (std::size_t i = 0; i < piece.columns.size(); ++i) {
    piece.columns[i].as_numbers = work.request.columns[i].as_numbers;
  }
  CsvCells cells(piece.text.data(), piece.text.data() + piece.text.size());
  std::uint64_t line = piece.first_line;
  const char* reported = cells.at();
  for (;;) {
    line += cells.skip_blank_lines();
    if (cells.at_end()) break;
    const auto offset = static_cast<std::uint32_t>(line - piece.rows);
    if (piece.line_breaks.empty() || piece.line_breaks.back().offset != offset) {
      piece.line_breaks.push_back({static_cast<std::uint32_t>(piece.rows), offset});
    }
    const std::uint64_t breaks_before = cells.quoted_breaks();
    std::size_t column = 0;
    CsvCells::After after = CsvCells::After::kCell;
    while (after == CsvCells::After::kCell) {
      after = cells.next();
      if (column < work.columns) {
        for (const int wanted : work.of[column]) {
          piece.columns[static_cast<std::size_t>(wanted)].add(cells, piece.rows);
        }
      }
      ++column;
    }
    if (cells.is_open()) {
      piece.failure = open_quote(work.path, line);
      return;
    }
    if (column != work.columns) {
      piece.failure = wrong_cell_count(work.path, line, column, work.columns);
      return;
    }
    line += 1 + cells.quoted_breaks() - breaks_before;
    ++piece.rows;
    if (piece.rows % kRowsBetweenReports == 0) {
      work.bytes_done += static_cast<std::uint64_t>(cells.at() - reported);
      reported = cells.at();
      if (reports && !goes_on(work.request.progress, {"reading " + file_name(work.path),
                                                      work.bytes_done, work.text.size()})) {
        work.is_stopped = true;
      }
      if (work.is_stopped) return;
    }
  }
  piece.stray = cells.stray();
}

// Runs a function once for each number below `count`, the first in this thread.
template <class F>
void in_parallel(std::size_t count, const F& function) {
  std::vector<std::thread> threads;
  std::vector<std::exception_ptr> thrown(count);
  const auto guarded = [&](std::size_t i) {
    try {
      function(i);
    } catch (...) {
      thrown[i] = std::current_exception();
    }
  };
  for (std::size_t i = 1; i < count; ++i) threads.emplace_back(guarded, i);
  guarded(0);
  for (std::thread& thread : threads) thread.join();
  for (const auto& exception : thrown) {
    if (exception) std::rethrow_exception(exception);
  }
}

// Cuts text into pieces that begin where rows begin, if quotes stand only where they should.
std::vector<Piece> cut(std::string_view text, std::uint64_t first_line, std::size_t count) {
  const std::size_t length = text.size() / count;
  std::vector<CsvMarks> marks(count);
  in_parallel(count, [&](std::size_t i) {
    if (i + 1 < count) marks[i] = count_marks(text.substr(i * length, length));
  });
  std::vector<Piece> pieces(count);
  std::size_t begin = 0;
  std::uint64_t quotes = 0;
  std::uint64_t line = first_line;
  pieces[0].first_line = first_line;
  for (std::size_t i = 1; i < count; ++i) {
    quotes += marks[i - 1].quotes;
    line += marks[i - 1].line_breaks;
    // On to the first line break outside quotes.
    std::size_t at = i * length;
    bool is_quoted = quotes % 2 == 1;
    std::uint64_t passed = 0;
    for (; at < text.size(); ++at) {
      if (text[at] == '"') is_quoted = !is_quoted;
      if (text[at] != '\n') continue;
      ++passed;
      if (!is_quoted) break;
    }
    const std::size_t next = std::max(begin, std::min(text.size(), at + 1));
    pieces[i - 1].text = text.substr(begin, next - begin);
    pieces[i].first_line = line + passed;
    begin = next;
  }
  pieces[count - 1].text = text.substr(begin);
  return pieces;
}

std::size_t piece_count(const ReadRequest& request, std::size_t bytes) {
  const unsigned machine = std::max(1U, std::thread::hardware_concurrency());
  const auto threads = request.threads > 0 ? static_cast<std::size_t>(request.threads) : machine;
  return std::clamp<std::size_t>(bytes / kSmallestPiece, 1, threads);
}

std::vector<Piece> read_pieces(Work& work, std::string_view rows, std::uint64_t first_line) {
  std::vector<Piece> pieces = cut(rows, first_line, piece_count(work.request, rows.size()));
  in_parallel(pieces.size(), [&](std::size_t i) { read_piece(work, pieces[i], i == 0); });
  const bool is_one = pieces.size() == 1;
  const bool is_doubtful = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.stray > 0 || piece.failure.has_value();
  });
  if (is_one || !is_doubtful || work.is_stopped) return pieces;
  std::vector<Piece> whole = cut(rows, first_line, 1);
  work.bytes_done = 0;
  read_piece(work, whole[0], true);
  return whole;
}

// The first text of a column that is not UTF-8, if any.
std::optional<Failure> encoding_failure(const std::string& path, const RawColumn& column) {
  for (std::size_t i = 0; i < column.texts.size(); ++i) {
    if (!is_utf8(column.texts[i])) return wrong_encoding(path, "column \"" + column.name + "\"");
  }
  return std::nullopt;
}

// Puts one column of all pieces together; codes are numbered in the order of rows.
RawColumn joined(std::vector<Piece>& pieces, std::size_t index, std::size_t rows) {
  RawColumn column;
  PieceColumn& first = pieces[0].columns[index];
  column.holds_numbers = first.as_numbers;
  if (first.as_numbers) {
    column.numbers = std::move(first.numbers);
    column.numbers.reserve(rows);
    column.others = std::move(first.others);
    std::size_t row = pieces[0].rows;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
      PieceColumn& next = pieces[i].columns[index];
      column.numbers.insert(column.numbers.end(), next.numbers.begin(), next.numbers.end());
      for (auto& [at, text] : next.others) {
        column.others.emplace(static_cast<std::uint32_t>(row + at), std::move(text));
      }
      row += pieces[i].rows;
      next = {};
    }
    return column;
  }
  column.codes = std::move(first.codes);
  column.codes.reserve(rows);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    PieceColumn& next = pieces[i].columns[index];
    const TextList& texts = next.dictionary.texts();
    std::vector<std::int32_t> code_of(texts.size());
    for (std::size_t code = 0; code < texts.size(); ++code) {
      code_of[code] = first.dictionary.code_of(texts[code]);
    }
    for (const std::int32_t code : next.codes) {
      column.codes.push_back(code < 0 ? code : code_of[static_cast<std::size_t>(code)]);
    }
    next = {};
  }
  column.texts = first.dictionary.take_texts();
  return column;
}

struct Header {
  std::vector<std::string> names;
  std::string_view rest;
  std::uint64_t first_line = 1;  // of the rest
};

Result<Header> read_header(const std::string& path, std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (trimmed(text).empty()) return empty_file(path);
  Header header;
  CsvCells cells(text.data(), text.data() + text.size());
  header.first_line += cells.skip_blank_lines();
  CsvCells::After after = CsvCells::After::kCell;
  while (after == CsvCells::After::kCell) {
    after = cells.next();
    header.names.emplace_back(trimmed(cells.cell()));
    if (!is_utf8(header.names.back()))
      return wrong_encoding(path, "the line with the names of columns");
  }
  if (cells.is_open()) return open_quote(path, header.first_line);
  header.first_line += 1 + cells.quoted_breaks();
  header.rest = text.substr(static_cast<std::size_t>(cells.at() - text.data()));
  return header;
}

Result<RawTable> read_rows(const std::string& path, const Header& header,
                           const ReadRequest& request, const std::vector<std::size_t>& found) {
  Work work{.path = path,
            .request = request,
            .text = header.rest,
            .columns = header.names.size(),
            .of = std::vector<std::vector<int>>(header.names.size())};
  for (std::size_t i = 0; i < found.size(); ++i) work.of[found[i]].push_back(static_cast<int>(i));
  std::vector<Piece> pieces = read_pieces(work, header.rest, header.first_line);
  if (work.is_stopped) return interrupted_reading(path);
  RawTable table;
  table.path = path;
  for (const Piece& piece : pieces) {
    if (piece.failure) return *piece.failure;
    for (const LineBreak& line_break : piece.line_breaks) {
      // Counted from the piece's first row so far, modulo 2 to the 32: `line` and `row` are so,
      // too.
      const auto row = static_cast<std::uint32_t>(table.rows + line_break.row);
      table.line_breaks.push_back(
          {row, line_break.offset - static_cast<std::uint32_t>(table.rows)});
    }
    table.rows += piece.rows;
  }
  if (table.rows > std::numeric_limits<std::int32_t>::max()) return too_many_rows(path);
  table.columns.resize(found.size());
  // Columns are put together side by side, each by one thread.
  const std::size_t threads = std::min(pieces.size(), std::max<std::size_t>(found.size(), 1));
  std::atomic<std::size_t> next = 0;
  in_parallel(threads, [&](std::size_t) {
    for (std::size_t i = next++; i < found.size(); i = next++) {
      table.columns[i] = joined(pieces, i, table.rows);
      table.columns[i].name = header.names[found[i]];
    }
  });
  for (const RawColumn& column : table.columns) {
    if (auto failure = encoding_failure(path, column)) return *failure;
  }
  return table;
}

}  // namespace

Result<RawTable> read_csv(const std::string& path, std::string_view text,
                          const ReadRequest& request) {
  const auto header = read_header(path, text);
  if (!header) return header.failure();
  const auto found = find_columns(path, header->names, request.columns);
  if (!found) return found.failure();
  try {
    return read_rows(path, *header, request, *found);
  } catch (const std::bad_alloc&) {
    return not_enough_memory(path);
  }
}

Result<std::vector<std::string>> csv_column_names(const std::string& path, std::string_view text) {
  auto header = read_header(path, text);
  if (!header) return header.failure();
  return header->names;
}

}  // namespace assize::columns
