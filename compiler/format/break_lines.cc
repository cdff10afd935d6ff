// SPDX-FileCopyrightText: Assize contributors
// SPDX-License-Identifier: MIT

#include "compiler/format/break_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace assize::format {
namespace {

using Kind = syntax::Token::Kind;

constexpr std::array<std::string_view, 9> kBreakBefore = {
    "where", "with", "when", "because", "gives", "over", "into", "placed", "for"};

/// Breaks one line.
class Breaker {
 public:
  Breaker(Pieces& pieces, const Line& line) : pieces_(pieces), line_(line) { count_brackets(); }

  bool break_up() {
    if (break_between_clauses()) return true;
    const int deepest = *std::max_element(depth_.begin(), depth_.end());
    for (int depth = 0; depth <= deepest; ++depth) {
      if (break_at_joints(depth) || break_at_comma(depth) || break_before_word(depth)) return true;
    }
    return break_between_texts();
  }

 private:
  // Brackets that are open before each piece; those of the line itself.
  void count_brackets() {
    int depth = 0;
    int least = 0;
    for (std::size_t at = line_.first; at < line_.last; ++at) {
      if (pieces_[at].is(")")) --depth;
      depth_.push_back(depth);
      least = std::min(least, depth);
      if (pieces_[at].is("(")) ++depth;
    }
    // A line may begin inside brackets of the lines above.
    for (int& each : depth_) each -= least;
  }

  int depth_at(std::size_t at) const { return depth_[at - line_.first]; }

  std::size_t end_at(std::size_t at) const {
    return line_.columns[at - line_.first] + pieces_[at].width();
  }

  void break_before(std::size_t at) {
    pieces_[at].breaks = 1;
    pieces_[at].column.reset();
  }

  bool break_between_clauses() {
    bool is_broken = false;
    for (std::size_t at = line_.first + 1; at < line_.last; ++at) {
      if (!pieces_[at].starts_clause) continue;
      break_before(at);
      is_broken = true;
    }
    return is_broken;
  }

  // `or` of `on or after` and the like joins no conditions.
  bool is_joint(std::size_t at) const {
    if (pieces_[at].is("then")) return true;
    if (at + 1 == line_.last) return false;
    const Piece& next = pieces_[at + 1];
    if (pieces_[at].is("and")) return !next.is("above");
    return pieces_[at].is("or") && !pieces_[at - 1].is("on") && !next.is("still") &&
           !next.is("none") && !(pieces_[at - 1].is("yes") && next.is("no"));
  }

  bool break_at_joints(int depth) {
    bool is_broken = false;
    for (std::size_t at = line_.first + 1; at < line_.last; ++at) {
      if (depth_at(at) != depth || !is_joint(at)) continue;
      break_before(at);
      is_broken = true;
    }
    return is_broken;
  }

  // As much of a list on a line as there is room for.
  bool break_at_comma(int depth) {
    std::size_t best = 0;
    for (std::size_t at = line_.first + 1; at + 1 < line_.last; ++at) {
      const bool is_policy = pieces_[at + 1].is("if");
      if (depth_at(at) != depth || !pieces_[at].is(",") || is_policy) continue;
      if (pieces_[at + 1].is_comment()) continue;
      if (best == 0 || end_at(at) <= kLongestLine) best = at + 1;
    }
    if (best == 0) return false;
    break_before(best);
    return true;
  }

  bool break_before_word(int depth) {
    for (std::size_t at = line_.last; at-- > line_.first + 2;) {
      if (depth_at(at) != depth || pieces_[at].kind != Kind::kWord) continue;
      if (std::find(kBreakBefore.begin(), kBreakBefore.end(), pieces_[at].text) ==
          kBreakBefore.end()) {
        continue;
      }
      if (line_.columns[at - line_.first] > kLongestLine) continue;
      break_before(at);
      return true;
    }
    return false;
  }

  bool break_between_texts() {
    bool is_broken = false;
    for (std::size_t at = line_.first + 1; at < line_.last; ++at) {
      if (pieces_[at].kind != Kind::kText || pieces_[at - 1].kind != Kind::kText) continue;
      break_before(at);
      is_broken = true;
    }
    return is_broken;
  }

  Pieces& pieces_;
  const Line& line_;
  std::vector<int> depth_;
};

}  // namespace

bool break_long_lines(Pieces& pieces, const std::vector<Line>& lines) {
  bool is_broken = false;
  for (const Line& line : lines) {
    if (line.kind == Line::Kind::kRow || line.kind == Line::Kind::kComment) continue;
    if (end_of(pieces, line) <= kLongestLine) continue;
    is_broken = Breaker(pieces, line).break_up() || is_broken;
  }
  return is_broken;
}

}  // namespace assize::format
