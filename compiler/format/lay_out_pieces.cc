// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/lay_out_pieces.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "compiler/format/align.h"
#include "compiler/format/spacing.h"

namespace assize::format {
namespace {

bool is_over_several_lines(const Pieces& pieces, std::size_t open, std::size_t close) {
  for (std::size_t at = open + 1; at <= close; ++at) {
    const bool ends_line = pieces[at - 1].is_comment() || pieces[at - 1].is_row();
    if (pieces[at].breaks > 0 || pieces[at].is_row() || ends_line) return true;
  }
  return false;
}

// The braces of a block that does not stand on one line end and begin their lines.
void settle_block(Pieces& pieces, std::size_t open, std::size_t close) {
  const bool has_comment = pieces[open + 1].is_comment() && pieces[open + 1].breaks == 0;
  pieces[has_comment ? open + 2 : open + 1].breaks = 1;
  pieces[close].breaks = 1;
  if (close + 1 == pieces.size()) return;
  Piece& after = pieces[close + 1];
  if (after.breaks == 0 && after.starts_clause) after.breaks = 1;
}

std::size_t depth_change(const Piece& piece) { return piece.is("{") ? 1 : 0; }

bool is_closing(const Piece& piece) { return piece.is("}"); }

/// Parts pieces into lines.
class LineMaker {
 public:
  explicit LineMaker(const Pieces& pieces) : pieces_(pieces) {}

  std::vector<Line> lines() {
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      if (at == 0 || pieces_[at].breaks > 0) begin_line(at);
      lines_.back().last = at + 1;
      depth_ += depth_change(pieces_[at]);
      if (is_closing(pieces_[at]) && depth_ > 0 && lines_.back().first != at) --depth_;
    }
    return std::move(lines_);
  }

 private:
  void begin_line(std::size_t at) {
    Line line;
    line.first = at;
    if (is_closing(pieces_[at]) && depth_ > 0) --depth_;
    line.depth = depth_;
    line.kind = kind_of(at);
    line.clause = clause_;
    if (line.kind == Line::Kind::kClause) clause_ = lines_.size();
    lines_.push_back(line);
  }

  Line::Kind kind_of(std::size_t at) const {
    const Piece& piece = pieces_[at];
    if (piece.is_row()) return Line::Kind::kRow;
    if (is_closing(piece)) return Line::Kind::kClose;
    if (piece.starts_clause) return Line::Kind::kClause;
    if (piece.is_comment() && is_between_clauses(at)) return Line::Kind::kComment;
    return Line::Kind::kGoesOn;
  }

  // A comment stands between clauses unless the clause above goes on behind it.
  bool is_between_clauses(std::size_t at) const {
    while (at < pieces_.size() && pieces_[at].is_comment()) ++at;
    return at == pieces_.size() || pieces_[at].starts_clause || is_closing(pieces_[at]) ||
           pieces_[at].is_row();
  }

  const Pieces& pieces_;
  std::vector<Line> lines_;
  std::size_t depth_ = 0;
  std::size_t clause_ = 0;
};

// Columns from the indent on, nothing aligned.
void place_naturally(const Pieces& pieces, Line& line, std::size_t begin) {
  line.columns.clear();
  std::size_t column = begin;
  for (std::size_t at = line.first; at < line.last; ++at) {
    if (at > line.first) column += gap_before(pieces, at);
    line.columns.push_back(column);
    column += pieces[at].width();
  }
}

/// Finds where a line stands that goes on with a clause.
class GoesOn {
 public:
  GoesOn(const Pieces& pieces, const std::vector<Line>& lines) : pieces_(pieces), lines_(lines) {}

  std::size_t column_of(std::size_t number) const {
    const Line& line = lines_[number];
    const std::size_t least = (line.depth + 1) * kIndent;
    const auto found = pieces_[line.first].column ? author_column(number) : new_column(number);
    return found && *found >= least ? *found : line.depth * kIndent + kGoesOnIndent;
  }

 private:
  // Under the piece that its author put it under, or as far from the clause as it stood.
  std::optional<std::size_t> author_column(std::size_t number) const {
    const Line& line = lines_[number];
    // `and` stands so that what follows it is under what it is joined to.
    const bool joins = is_joint(pieces_[line.first]);
    for (const bool by_second : {joins, !joins}) {
      const auto found = by_second ? under_second(number) : under_piece(number, line.first);
      if (found) return found;
    }
    const Line& clause = lines_[line.clause];
    const auto stood = pieces_[clause.first].column;
    if (!stood) return std::nullopt;
    const std::size_t column = *pieces_[line.first].column + clause.columns.front();
    return column >= *stood ? std::optional(column - *stood) : std::nullopt;
  }

  std::optional<std::size_t> under_second(std::size_t number) const {
    const Line& line = lines_[number];
    if (line.last - line.first < 2) return std::nullopt;
    const auto column = under_piece(number, line.first + 1);
    const std::size_t before = pieces_[line.first].width() + gap_before(pieces_, line.first + 1);
    return column && *column >= before ? std::optional(*column - before) : std::nullopt;
  }

  // The new column of the piece above that stood where this one stood.
  std::optional<std::size_t> under_piece(std::size_t number, std::size_t piece) const {
    const auto stood = pieces_[piece].column;
    if (!stood) return std::nullopt;
    for (std::size_t above = number; above-- > lines_[number].clause;) {
      const Line& line = lines_[above];
      if (line.kind == Line::Kind::kComment || line.kind == Line::Kind::kRow) continue;
      for (std::size_t at = line.first; at < line.last; ++at) {
        if (pieces_[at].column == stood && !pieces_[at].is_comment()) {
          return line.columns[at - line.first];
        }
      }
    }
    return std::nullopt;
  }

  // A line that was made because the one above was too long stands under what it goes on with.
  std::optional<std::size_t> new_column(std::size_t number) const {
    const Line& line = lines_[number];
    const auto begin = is_joint(pieces_[line.first]) || pieces_[line.first - 1].is(",")
                           ? beginning_of(line.first)
                           : first_of_texts(line.first);
    if (!begin) return std::nullopt;
    const auto column = column_of_piece(number, *begin);
    if (!column || *column > kFurthestRight) return std::nullopt;
    if (!is_joint(pieces_[line.first])) return column;
    const std::size_t before = pieces_[line.first].width() + 1;
    return *column >= before ? std::optional(*column - before) : std::nullopt;
  }

  // Texts one after another are one text.
  std::optional<std::size_t> first_of_texts(std::size_t piece) const {
    const auto is_text = [&](std::size_t at) {
      return pieces_[at].kind == syntax::Token::Kind::kText;
    };
    if (!is_text(piece) || !is_text(piece - 1)) return std::nullopt;
    while (piece > 0 && is_text(piece - 1)) --piece;
    return piece;
  }

  // The first piece of the condition, list or set of keys that this one goes on with.
  std::optional<std::size_t> beginning_of(std::size_t piece) const {
    const bool joins = is_joint(pieces_[piece]);
    int brackets = 0;
    for (std::size_t at = piece; at-- > 0;) {
      const Piece& before = pieces_[at];
      if (before.is(")")) ++brackets;
      if (before.is("(") && --brackets < 0) return at + 1;
      if (brackets == 0 && (joins ? opens_condition(before) : opens_list(before))) return at + 1;
      if (before.starts_clause) return std::nullopt;
    }
    return std::nullopt;
  }

  static bool opens_condition(const Piece& piece) {
    return piece.is("where") || piece.is("when") || piece.is("while") || piece.is("with") ||
           piece.is("preferring") || piece.is("=");
  }

  static bool opens_list(const Piece& piece) {
    return piece.is("with") || piece.is("into") || piece.is("for") || piece.is("column") ||
           piece.is("includes") || piece.is("introduce") || piece.is("retire") || piece.is("mark");
  }

  std::optional<std::size_t> column_of_piece(std::size_t number, std::size_t piece) const {
    for (std::size_t above = number; above-- > 0;) {
      const Line& line = lines_[above];
      if (piece >= line.first && piece < line.last) return line.columns[piece - line.first];
    }
    return std::nullopt;
  }

  static bool is_joint(const Piece& piece) {
    return piece.is("and") || piece.is("or") || piece.is("then");
  }

  static constexpr std::size_t kFurthestRight = 90;

  const Pieces& pieces_;
  const std::vector<Line>& lines_;
};

}  // namespace

void settle_breaks(Pieces& pieces) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    Piece& piece = pieces[at];
    if (piece.is("{") && at > 0 && !pieces[at - 1].is_comment()) piece.breaks = 0;
    if (at == 0) piece.breaks = 0;
    const bool needs_line = at > 0 && (piece.is_row() || pieces[at - 1].is_row());
    if (needs_line && piece.breaks == 0) piece.breaks = 1;
  }
  const std::vector<std::size_t> matching = matching_braces(pieces);
  std::size_t depth = 0;
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    if (is_closing(pieces[at]) && depth > 0) --depth;
    if (depth == 0 && at > 0 && pieces[at].starts_clause && pieces[at].breaks == 0) {
      pieces[at].breaks = 1;
    }
    depth += depth_change(pieces[at]);
    const std::size_t close = matching[at];
    if (close > at && is_over_several_lines(pieces, at, close)) settle_block(pieces, at, close);
  }
}

std::vector<Line> lay_out(const Pieces& pieces) {
  std::vector<Line> lines = LineMaker(pieces).lines();
  for (Line& line : lines) place_naturally(pieces, line, line.depth * kIndent);
  align_clauses(pieces, lines);
  for (std::size_t number = 0; number < lines.size(); ++number) {
    if (lines[number].kind != Line::Kind::kGoesOn) continue;
    const std::size_t column = GoesOn(pieces, lines).column_of(number);
    place_naturally(pieces, lines[number], column);
  }
  align_comments(pieces, lines);
  return lines;
}

std::string text_of(const Pieces& pieces, const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    if (pieces[line.first].breaks > 1) text += "\n";
    std::size_t column = 0;
    for (std::size_t at = line.first; at < line.last; ++at) {
      const std::size_t wanted = line.columns[at - line.first];
      text += std::string(wanted > column ? wanted - column : 0, ' ') + pieces[at].text;
      column = wanted + pieces[at].width();
    }
    text += "\n";
  }
  return text;
}

std::size_t end_of(const Pieces& pieces, const Line& line) {
  std::size_t last = line.last;
  if (last - line.first > 1 && pieces[last - 1].is_comment()) --last;
  return line.columns[last - 1 - line.first] + pieces[last - 1].width();
}

}  // namespace assize::format
