// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/align.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "compiler/format/spacing.h"

namespace assize::format {
namespace {

using Kind = syntax::Token::Kind;

// What is longer than the shortest of its neighbours by more than this stands for itself.
constexpr std::size_t kMostPadding = 40;
// An author may leave so much more room than is needed between things that stand under each other.
constexpr std::size_t kMostRoom = 30;

/// Clauses that are aligned with each other, and where.
enum class Family : std::uint8_t {
  kNone,
  kWords,      // `title "…"`, `from cld`: what follows the word
  kIdentify,   // the `by`, too
  kCounted,    // `denominator`, `numerator`, `over`
  kParameter,  // `=`, `in`, the text
  kFlag,       // `is`
  kField,      // `:`, `column`
  kLet,        // `=`
  kCase,       // `gives`, `when`
  kStep,       // `when`, `with`
  kHeading,    // `as`, the text
  kSet,        // `=`
  kRenumber,   // `as`
};

constexpr std::array<std::string_view, 21> kWordClauses = {
    "title",  "purpose", "source", "note",  "kind",     "serves",  "follows",
    "from",   "lag",     "covers", "codes", "areas",    "holds",   "identify",
    "listed", "unique",  "lasts",  "ages",  "unlisted", "symbols", "sample"};

bool is_one_of(const Piece& piece, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), piece.text) != words.end();
}

Family family_of(const Pieces& pieces, const Line& line) {
  const Piece& first = pieces[line.first];
  if (line.last - line.first < 2) return Family::kNone;
  const Piece& second = pieces[line.first + 1];
  if (first.kind == Kind::kName || second.is("as")) {
    return second.is("as") ? Family::kHeading : Family::kNone;
  }
  if (std::find(kWordClauses.begin(), kWordClauses.end(), first.text) != kWordClauses.end()) {
    return Family::kWords;
  }
  if (is_one_of(first, {"denominator", "numerator", "over"})) return Family::kCounted;
  if (first.is("parameter")) return Family::kParameter;
  if (first.is("flag")) return Family::kFlag;
  if (first.is("field")) return Family::kField;
  if (first.is("let")) return Family::kLet;
  if (is_one_of(first, {"case", "otherwise"})) return Family::kCase;
  if (is_one_of(first, {"leave", "keep"})) return Family::kStep;
  if (first.is("set")) return Family::kSet;
  if (first.is("renumber")) return Family::kRenumber;
  return Family::kNone;
}

/// Where pieces may be aligned in one line: for each slot of the family, the piece.
using Slots = std::vector<std::optional<std::size_t>>;

// The first piece outside brackets that `fits`, before a brace or another clause.
template <class Fits>
std::optional<std::size_t> find_piece(const Pieces& pieces, const Line& line, const Fits& fits) {
  int brackets = 0;
  for (std::size_t at = line.first + 1; at < line.last; ++at) {
    const Piece& piece = pieces[at];
    if (piece.starts_clause || piece.is_comment() || (piece.is("{") && piece.kind == Kind::kSign)) {
      return std::nullopt;
    }
    if (brackets == 0 && fits(piece)) return at;
    if (piece.is("(")) ++brackets;
    if (piece.is(")")) --brackets;
  }
  return std::nullopt;
}

Slots slots_of(const Pieces& pieces, const Line& line, Family family) {
  const auto word = [&](std::initializer_list<std::string_view> words) {
    return find_piece(pieces, line, [&](const Piece& piece) { return is_one_of(piece, words); });
  };
  const auto text = [&] {
    return find_piece(pieces, line, [](const Piece& piece) { return piece.kind == Kind::kText; });
  };
  const std::size_t second = line.first + 1;
  switch (family) {
    case Family::kWords:
      return {second, pieces[line.first].is("identify") ? word({"by"}) : std::nullopt};
    case Family::kCounted:
      return {second};
    case Family::kParameter:
      return {word({"="}), word({"in"}), text()};
    case Family::kFlag:
      return {word({"is"})};
    case Family::kField:
      return {word({":"}), word({"column"})};
    case Family::kLet:
    case Family::kSet:
      return {word({"="})};
    case Family::kCase:
      return {word({"gives"}), word({"when"})};
    case Family::kStep:
      return {word({"when", "with"})};
    case Family::kHeading:
      return {word({"as"}), text()};
    case Family::kRenumber:
      return {word({"as"})};
    default:
      return {};
  }
}

// Moves a piece of a line, and all that follow it, to the right.
void shift(Line& line, std::size_t piece, std::size_t by) {
  for (std::size_t at = piece - line.first; at < line.columns.size(); ++at) line.columns[at] += by;
}

/// A piece that is to stand under others.
struct Place {
  Line* line = nullptr;
  std::size_t piece = 0;
  std::optional<std::size_t> stood;  // where its author put it, as seen from the indent

  std::size_t column() const { return line->columns[piece - line->first]; }
  void move_to(std::size_t wanted) const {
    if (column() < wanted) shift(*line, piece, wanted - column());
  }
};

Place place_of(const Pieces& pieces, Line& line, std::size_t piece) {
  Place place{&line, piece, std::nullopt};
  const auto first = pieces[line.first].column;
  if (first && pieces[piece].column && *pieces[piece].column >= *first) {
    place.stood = *pieces[piece].column - *first + line.columns.front();
  }
  return place;
}

// Where all places stood under each other with more room than is needed, they keep it.
std::optional<std::size_t> kept_column(const std::vector<Place>& places, std::size_t needed) {
  const auto stood = places.front().stood;
  const bool is_kept = stood && *stood >= needed && *stood <= needed + kMostRoom &&
                       std::all_of(places.begin(), places.end(),
                                   [&](const Place& place) { return place.stood == stood; });
  return is_kept ? stood : std::nullopt;
}

void align_places(const std::vector<Place>& places) {
  if (places.empty()) return;
  std::size_t nearest = places.front().column();
  for (const Place& place : places) nearest = std::min(nearest, place.column());
  std::vector<Place> alike;
  std::size_t furthest = nearest;
  for (const Place& place : places) {
    if (place.column() > nearest + kMostPadding) continue;
    alike.push_back(place);
    furthest = std::max(furthest, place.column());
  }
  const std::size_t wanted = kept_column(alike, furthest).value_or(furthest);
  for (const Place& place : alike) place.move_to(wanted);
}

// Where no more is asked than that neighbours stay aligned which their author has aligned.
void keep_aligned(const std::vector<Place>& places) {
  for (std::size_t first = 0; first < places.size();) {
    std::size_t last = first + 1;
    while (last < places.size() && places[last].stood == places[first].stood) ++last;
    const std::vector<Place> alike(places.begin() + static_cast<std::ptrdiff_t>(first),
                                   places.begin() + static_cast<std::ptrdiff_t>(last));
    if (alike.size() > 1) align_places(alike);
    first = last;
  }
}

/// A run of neighbouring clauses of one family.
struct Group {
  Family family = Family::kNone;
  std::size_t depth = 0;
  std::vector<Line*> lines;
};

void align_group(const Pieces& pieces, const Group& group) {
  if (group.lines.size() < 2) return;
  std::vector<Slots> slots;
  for (const Line* line : group.lines) slots.push_back(slots_of(pieces, *line, group.family));
  for (std::size_t slot = 0; slot < slots.front().size(); ++slot) {
    std::vector<Place> places;
    for (std::size_t at = 0; at < slots.size(); ++at) {
      if (slots[at][slot]) {
        places.push_back(place_of(pieces, *group.lines[at], *slots[at][slot]));
      }
    }
    if (group.family == Family::kLet) {
      keep_aligned(places);
    } else if (places.size() > 1) {
      align_places(places);
    }
  }
}

}  // namespace

void align_clauses(const Pieces& pieces, std::vector<Line>& lines) {
  Group group;
  const auto close = [&] {
    align_group(pieces, group);
    group = {};
  };
  for (Line& line : lines) {
    if (pieces[line.first].breaks > 1) close();
    if (line.kind == Line::Kind::kGoesOn || line.kind == Line::Kind::kComment) continue;
    const Family family =
        line.kind == Line::Kind::kClause ? family_of(pieces, line) : Family::kNone;
    if (family != group.family || line.depth != group.depth) close();
    if (family == Family::kNone) continue;
    group.family = family;
    group.depth = line.depth;
    group.lines.push_back(&line);
  }
  close();
}

void align_comments(const Pieces& pieces, std::vector<Line>& lines) {
  std::vector<Place> places;
  for (Line& line : lines) {
    const std::size_t last = line.last - 1;
    const bool has_comment = last > line.first && pieces[last].is_comment();
    if (!has_comment || pieces[line.first].breaks > 1) {
      align_places(places);
      places.clear();
    }
    if (has_comment) places.push_back(place_of(pieces, line, last));
  }
  align_places(places);
}

}  // namespace assize::format
